package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reader;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;

/**
 * Turns a message into a step, for one viewer. A plan uses every word that could narrow or change the numbers; where one is
 * left over the planner asks, or says what it cannot do.
 */
final class Planning {
    private static final String NUMBERS = "query_metrics";

    private final PlannerKnowledge knowledge;
    private final Reader reader;
    private final Language language;
    private final Periods periods;
    private final NearNames nearNames;
    private final Sentences sentences;
    private final FollowUps followUps;
    private final References references;
    private final ClausePlanning clauses;

    Planning(PlannerKnowledge knowledge, Reader reader, Language language, Periods periods, NearNames nearNames) {
        this.knowledge = knowledge;
        this.reader = reader;
        this.language = language;
        this.periods = periods;
        this.nearNames = nearNames;
        this.sentences = new Sentences(knowledge.model(), knowledge.wording(), language, periods);
        var times = new Times(periods, sentences);
        this.followUps = new FollowUps(knowledge.model(), sentences, times);
        this.references = new References(knowledge.prompt().both(), periods, sentences);
        this.clauses = new ClausePlanning(knowledge, language, periods, nearNames, sentences, times, followUps);
    }

    /** What to do with a message. @param dialogue what was said before it */
    Step plan(String message, Dialogue dialogue) {
        var last = dialogue.last();
        var learned = learned(message, last);
        if (learned.isPresent()) {
            return new Step.Call(List.of(learned.get()));
        }
        try {
            var roles = reader.read(message).mentions().stream().filter(Mention.OfRole.class::isInstance).map(mention -> ((Mention.OfRole) mention).role()).collect(Collectors.toSet());
            var resolved = references.resolve(message, dialogue, roles.contains(Role.TOTAL), roles.contains(Role.WHICH) || roles.contains(Role.WHICH_ONE),
                    roles.contains(Role.EXCLUDE) || roles.contains(Role.EXCLUDED_BEFORE));
            if (resolved != null && lost(dialogue)) {
                return sentences.clarify(sentences.say("after_failed"), List.of()).conclusion();
            }
            if (resolved != null) {
                return referring(resolved, dialogue);
            }
        } catch (Refusal e) {
            return e.conclusion();
        }
        var step = plan(message, last);
        if (dialogue.open() != null && step instanceof Step.Conclude && !goesOn(message) && plan(dialogue.open() + " " + message, last) instanceof Step.Call together) {
            return together; // "Revenue?" "What of it?" "Last month."
        }
        if (step instanceof Step.Call && last == null && dialogue.after() && goesOn(message)) {
            return sentences.clarify(sentences.say("no_state"), List.of()).conclusion(); // what came before was not understood
        }
        if (step instanceof Step.Call && leansOnWhatFailed(message, step, dialogue)) {
            return sentences.clarify(sentences.say("after_failed"), List.of()).conclusion();
        }
        return step;
    }

    /** The plan that was confirmed for exactly these words, unless they change the plan before or name what is not there for this viewer. */
    private Optional<Plan> learned(String message, @Nullable Plan last) {
        var question = knowledge.learned().find(language, message);
        if (question.isEmpty() || last != null && knowledge.clauses().of(reader.read(message)).stream().anyMatch(followUps::is)) {
            return Optional.empty();
        }
        try {
            var slots = question.get().slots(periods);
            return nearNames.has(slots) ? Optional.of(clauses.checked(question.get().tool(), slots)) : Optional.empty();
        } catch (Refusal | UserError notHere) {
            return Optional.empty();
        }
    }

    Reading reading(String message) {
        return reader.read(message);
    }

    /** After a message that was not answered, nobody knows what "and the orders?" is about; "in France" says it anew. */
    private boolean leansOnWhatFailed(String message, Step step, Dialogue dialogue) {
        return lost(dialogue) && dialogue.last() != null && !plan(message, (Plan) null).equals(step)
                && knowledge.clauses().of(reader.read(message)).stream().allMatch(clause -> clause.times().isEmpty() && clause.filters().isEmpty());
    }

    /** Whether the message before spoke of the data and was not answered: a joke that was declined changes nothing. */
    private boolean lost(Dialogue dialogue) {
        var failed = dialogue.open() == null ? dialogue.failed() : null;
        return failed != null && knowledge.clauses().of(reader.read(failed)).stream().anyMatch(clause -> clause.isOfData() || clause.has(Role.FOLLOW_UP) || clause.has(Role.INSTEAD));
    }

    /** "How many orders did the second one place?": the plan that led to it, narrowed to it and changed by the rest. */
    private Step referring(References.Resolved resolved, Dialogue dialogue) {
        var said = knowledge.clauses().of(reader.read(resolved.rest())).stream().filter(clause -> !knowledge.clauses().isTalk(clause)).toList();
        var slots = resolved.plan().slots();
        boolean changes = said.size() == 1 && said.getFirst().isClear() && (said.getFirst().isOfData() || said.getFirst().ranks() || said.getFirst().has(Role.TREND));
        if (resolved.named() != null && !changes) {
            return plan(resolved.named(), dialogue.last());
        }
        if (said.isEmpty() && resolved.plan().slots().metrics().size() > 0) {
            return new Step.Call(List.of(resolved.plan())); // "and both together?"
        }
        if (said.size() != 1 || !said.getFirst().isClear()) {
            return plan(resolved.rest(), dialogue.last()) instanceof Step.Conclude refused ? refused : clauses.notUnderstood().conclusion();
        }
        var changed = followUps.edit(slots, said.getFirst(), clauses.period(slots));
        return new Step.Call(List.of(clauses.changed(slots.metrics().isEmpty() ? new Plan(NUMBERS, slots) : resolved.plan(), changed)));
    }

    private boolean goesOn(String message) {
        return knowledge.clauses().of(reader.read(message)).stream().findFirst().filter(FollowUps::marksAtOnce).isPresent();
    }

    private Step plan(String message, @Nullable Plan last) {
        var reading = reader.read(message);
        var sentences = knowledge.clauses().of(reading);
        var asked = sentences.stream().filter(clause -> !knowledge.clauses().isTalk(clause) || sentences.size() == 1 || isFollowUpWord(clause)).toList();
        List<Plan> plans = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        var context = Slots.EMPTY;
        for (var clause : asked.isEmpty() ? sentences : asked) {
            var spokenOf = clause.has(Role.PRONOUN) && !context.filters().isEmpty() ? new Plan(NUMBERS, context) : plans.isEmpty() ? last : plans.getLast();
            var read = clauses.read(reading, clause, spokenOf, asked.size() > 1);
            if (read.plan() != null) {
                plans.add(within(read.plan(), context));
            } else if (read.refusal() != null) {
                refusals.add(read.refusal());
            } else if (read.context() != null) {
                context = read.context();
            }
        }
        if (!refusals.isEmpty()) {
            return (!ClausePlanning.isShort(sentences) ? clauses.elsewhere() : refusals.getFirst()).conclusion();
        }
        return plans.isEmpty() ? clauses.notUnderstood().conclusion() : new Step.Call(plans);
    }

    /** Says which words were taken for others; blank where none were. */
    String readAs(String message) {
        return knowledge.learned().find(language, message).isPresent() ? "" : reader.read(message).mends().stream().filter(mend -> !knowledge.abbreviations().containsKey(Names.fold(mend.said())))
                .map(mend -> sentences.say("read_as", "said", mend.said(), "meant", mend.meant())).collect(Collectors.joining(" "));
    }

    private static boolean isFollowUpWord(Clause clause) {
        return clause.has(Role.WHY) && clause.unknown().isEmpty();
    }

    private static Plan within(Plan plan, Slots context) {
        var slots = plan.slots();
        var filters = new ArrayList<>(slots.filters());
        context.filters().stream().filter(filter -> slots.filters().stream().noneMatch(own -> own.dimension().equals(filter.dimension()))).forEach(filters::add);
        return new Plan(plan.tool(), slots.withFilters(filters).withPeriod(slots.period() == null ? context.period() : slots.period()));
    }
}
