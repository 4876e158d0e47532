package org.salesconsultant.assistant.planner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;

/** Makes a learned question of an answer that was rated right, where the question says all of its plan by itself. */
final class Acceptance {
    private final PlannerKnowledge knowledge;
    private final Planning planning;
    private final Periods periods;

    /** @param planning for somebody who sees everything @param periods of the data as it stands */
    Acceptance(PlannerKnowledge knowledge, Planning planning, Periods periods) {
        this.knowledge = knowledge;
        this.planning = planning;
        this.periods = periods;
    }

    /** @throws UserError when it was not rated right, was not answered by one tool, or is a follow-up */
    LearnedQuestion of(Ratings.Rated rated) {
        if (rated.rating() != Ratings.Rating.RIGHT) {
            throw refused(rated, "was rated wrong", "Write the right plan into " + LearnedFile.NAME + " by hand.");
        }
        if (rated.plan().size() != 1) {
            throw refused(rated, "was answered by " + (rated.plan().isEmpty() ? "no tool" : "several tools"), "Only a question with one plan can be learned.");
        }
        var call = rated.plan().getFirst();
        var then = rated.dataAsOf() == null ? periods : new Periods(periods.firstDay(), rated.dataAsOf());
        var lost = knowledge.arguments(call.tool()).lost(call.arguments());
        if (!lost.isEmpty()) {
            throw refused(rated, "uses \"" + lost.getFirst() + "\" in a way the embedded planner cannot", "It cannot be learned.");
        }
        if (rated.earlier() != null && !standsAlone(rated.question(), call, then)) {
            throw refused(rated, "goes on from \"" + rated.earlier() + "\"", "Ask it whole in a new conversation, and rate that.");
        }
        return question(rated.question(), call.tool(), Arguments.read(call.arguments()), then);
    }

    private LearnedQuestion question(String asked, String tool, Slots slots, Periods then) {
        var ask = asked.strip().replaceAll("\\s+", " ");
        var kept = new TimeWords(ask, then).in(slots);
        return new LearnedQuestion(ask, Language.of(ask), tool, map(knowledge.arguments(tool).json(kept)), example(ask, slots));
    }

    /** Whether a new conversation would come to the same plan. */
    private boolean standsAlone(String asked, Ratings.Call call, Periods then) {
        try {
            return planning.plan(asked, Dialogue.NEW) instanceof Step.Call(var plans) && plans.size() == 1
                    && question(asked, plans.getFirst().tool(), plans.getFirst().slots(), periods)
                            .equals(question(asked, call.tool(), Arguments.read(call.arguments()), then));
        } catch (UserError unsaid) {
            return false;
        }
    }

    /** Null where the question names nobody, or where a name of the plan cannot be told from its other words. */
    private @Nullable String example(String ask, Slots slots) {
        var reading = planning.reading(ask);
        var filters = slots.filters().stream().filter(filter -> knowledge.model().hasDimension(filter.dimension())).toList();
        boolean named = reading.mentions().stream().anyMatch(Mention.OfMember.class::isInstance);
        return named && filters.stream().allMatch(filter -> isNamed(reading, filter))
                ? new Masking(knowledge.model()).mask(reading, reading.mentions(), Language.of(ask), null) : null;
    }

    private static boolean isNamed(Reading reading, Filter filter) {
        var named = reading.mentions().stream().filter(Mention.OfMember.class::isInstance).map(Mention.OfMember.class::cast)
                .flatMap(mention -> mention.members().stream()).filter(member -> member.dimension().equals(filter.dimension()))
                .map(member -> Names.fold(member.value())).toList();
        return filter.values().stream().map(Names::fold).allMatch(named::contains);
    }

    private static Map<String, Object> map(String json) {
        try {
            return Json.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserError refused(Ratings.Rated rated, String why, String next) {
        return new UserError(UserError.Category.CONFLICT, "\"" + rated.question() + "\" " + why + ".", next);
    }
}
