package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isRole;

import java.util.ArrayList;
import java.util.List;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Reads what is to stand beside the numbers of a clear sentence: shares, others, totals so far, moving averages. */
final class ExtraSlots {
    private final SemanticModel model;
    private final Sentences sentences;

    ExtraSlots(SemanticModel model, Sentences sentences) {
        this.model = model;
        this.sentences = sentences;
    }

    /** @throws Refusal when the sentence asks for one of them and leaves open of what */
    Slots read(Clause clause, Slots slots) {
        boolean others = clause.ranks() && namesOthers(clause) && slots.dimensions().stream().anyMatch(name -> !model.dimension(name).isTime());
        var extended = slots.withExtras(new Slots.Extras(false, others, null, null));
        if (clause.has(Role.SHARE)) {
            extended = shares(clause, extended);
        }
        boolean steps = slots.dimensions().stream().anyMatch(name -> model.dimension(name).members().isGrain());
        if (clause.has(Role.MOVING)) {
            extended = extended.withDimensions(steps ? slots.dimensions() : with(slots.dimensions(), "month"))
                    .withExtras(new Slots.Extras(false, others, "moving", clause.window()));
        } else if (clause.has(Role.CUMULATIVE) && steps) {
            extended = extended.withExtras(new Slots.Extras(false, others, "cumulative", null));
        }
        boolean several = clause.has(Role.SHARE) && (clause.has(Role.MOVING) || clause.has(Role.CUMULATIVE));
        boolean runs = extended.extras().running() != null;
        if (several || (runs || others) && slots.compareTo() != null || runs && (!clause.bounds().isEmpty() || slots.horizon() != null)) {
            throw open(clause);
        }
        return extended;
    }

    /** "and the rest", "and others" behind a ranking; "other countries" alone is something else. */
    private static boolean namesOthers(Clause clause) {
        var mentions = clause.mentions();
        boolean joined = false;
        for (var mention : mentions) {
            if (joined && isRole(mention, Role.OTHER)) {
                return true;
            }
            joined = isRole(mention, Role.AND) || joined && isRole(mention, Role.ARTICLE);
        }
        return false;
    }

    /** Of what there is in all; of named members beside each other, or of two kinds of them, it is not said of what. */
    private Slots shares(Clause clause, Slots slots) {
        boolean one = slots.metrics().size() == 1 && !model.metric(slots.metrics().getFirst()).isRatio();
        boolean among = slots.filters().stream().anyMatch(filter -> slots.dimensions().contains(filter.dimension()));
        boolean whole = slots.dimensions().isEmpty() ? slots.filters().size() == 1 : true;
        if (!one || among || !whole || slots.compareTo() != null || slots.horizon() != null || clause.has(Role.CHANGE) || clause.has(Role.GROWTH)) {
            throw open(clause);
        }
        return slots.withExtras(new Slots.Extras(true, slots.extras().others(), null, null));
    }

    private Refusal open(Clause clause) {
        return sentences.unknownWords(clause.mentions().stream()
                .filter(mention -> isRole(mention, Role.SHARE) || isRole(mention, Role.MOVING) || isRole(mention, Role.CUMULATIVE) || isRole(mention, Role.OTHER)).limit(1)
                .map(mention -> new Clause.Unknown(mention.from(), mention.to(), clause.reading().words(mention), null, false)).toList(), List.of());
    }

    private static List<String> with(List<String> dimensions, String last) {
        List<String> all = new ArrayList<>(dimensions);
        all.add(last);
        return all;
    }
}
