package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Tells a question that changes the one before from a new one, and makes the change. */
final class FollowUps {
    private static final int MOST_ROWS = 100;
    private static final Pattern ONLY = Pattern.compile("\\bonly\\b|[只仅]", Pattern.CASE_INSENSITIVE);
    /** Of what a pronoun can speak. */
    static final Set<String> REFERRED = Set.of("customer", "product", "rep");

    private final SemanticModel model;
    private final Sentences sentences;
    private final Times times;

    FollowUps(SemanticModel model, Sentences sentences, Times times) {
        this.model = model;
        this.sentences = sentences;
        this.times = times;
    }

    /** Whether a sentence makes sense only as a change of the plan before it. */
    boolean is(Clause clause) {
        boolean changes = clause.isOfData() || clause.ranks() || clause.limit() != null || clause.has(Role.TREND) || clause.has(Role.VERSUS) || clause.has(Role.WHOLE);
        boolean marked = clause.has(Role.INSTEAD) || clause.has(Role.ALSO) || clause.has(Role.ADD) || marksAtOnce(clause);
        if (asksShareOnly(clause) || clause.has(Role.THERE) && changes && clause.isClear()) {
            return true;
        }
        if (!changes || !clause.isClear() || clause.derives()) {
            return false;
        }
        boolean ofWhatWasSpoken = clause.metrics().isEmpty() && clause.rankings().isEmpty() && clause.vague().isEmpty() && !clause.has(Role.TRADE);
        if (ofWhatWasSpoken && (clause.has(Role.VERSUS) && !clause.times().isEmpty() || clause.ranks() && !clause.dimensions().isEmpty() || clause.ranks() && clause.times().isEmpty() && clause.filters().isEmpty())) {
            return true; // "how does that compare with the quarter before?", "which country had the most?", "which one is lowest?"
        }
        if (splitsOrLimitsOnly(clause)) {
            return true;
        }
        boolean isFragment = clause.mentions().stream().noneMatch(FollowUps::makesSentence);
        if (clause.namesMetric() && !isFragment) {
            return (marked || !clause.has(Role.TOTAL)) && !clause.ranks() && clause.times().isEmpty() && clause.filters().isEmpty() && clause.dimensions().isEmpty();
        }
        if (clause.namesMetric() && !marked) {
            return clause.times().isEmpty() && clause.filters().isEmpty() && clause.dimensions().isEmpty() && !clause.ranks();
        }
        return marked || isFragment || clause.has(Role.PRONOUN);
    }

    /** "Five again": a number alone says how many of a ranking. */
    static Clause countingRows(Clause clause, @Nullable Plan last) {
        boolean counts = last != null && last.slots().order() != null && clause.limit() == null && clause.strayNumbers().size() == 1
                && clause.strayNumbers().getFirst().value() <= MOST_ROWS && clause.unknown().isEmpty() && clause.shared().isEmpty();
        return counts ? clause.withLimit(clause.strayNumbers().getFirst().value()) : clause;
    }

    /** "As a percentage of the total." */
    private static boolean asksShareOnly(Clause clause) {
        return clause.has(Role.SHARE) && clause.isClear() && !clause.namesMetric() && clause.times().isEmpty() && clause.filters().isEmpty()
                && !clause.has(Role.CUMULATIVE) && !clause.has(Role.MOVING) && clause.bounds().isEmpty();
    }

    /** "Show it by country", "only the first three": without a metric there is nothing else to split or to cut. */
    private boolean splitsOrLimitsOnly(Clause clause) {
        boolean splits = !clause.dimensions().isEmpty() && !clause.ranks()
                && (clause.has(Role.BY) || clause.dimensions().stream().allMatch(name -> model.dimension(name).isTime()));
        boolean limits = clause.limit() != null && clause.dimensions().isEmpty();
        return !clause.namesMetric() && clause.filters().isEmpty() && clause.times().isEmpty() && (splits || limits);
    }

    static boolean marksAtOnce(Clause clause) {
        return first(clause) instanceof Mention.OfRole(var from, var to, var role) && (role == Role.FOLLOW_UP || role == Role.SAME || role == Role.AND)
                || clause.mentions().getLast() instanceof Mention.OfRole(var f, var t, var last) && last == Role.FOLLOW_UP;
    }

    /** "Wonderful, and …": thanks and praise before not counted. */
    private static Mention first(Clause clause) {
        return clause.mentions().stream().dropWhile(mention -> mention instanceof Mention.OfSign
                || mention instanceof Mention.OfRole(var from, var to, var role) && (role == Role.CHATTER || role == Role.MOOD)).findFirst().orElseGet(clause.mentions()::getFirst);
    }

    private static boolean makesSentence(Mention mention) {
        return mention instanceof Mention.OfRole(var from, var to, var role)
                && (role == Role.FUNCTION || role == Role.HOW_MANY || role == Role.HOW_MUCH || role == Role.TRADE || role == Role.TOTAL);
    }

    /** @param base the plan's period, null for all data @throws Refusal when the change does not fit the plan */
    Slots edit(Slots before, Clause clause, @Nullable Period base) {
        if (Qualifiers.COUNTED.containsAll(clause.metrics()) && !clause.metrics().isEmpty() && ONLY.matcher(clause.text()).find() && !Qualifiers.COUNTED.containsAll(before.metrics())) {
            throw sentences.newOrRepeat(before.metrics().getFirst()); // "only new customers"
        }
        var slots = before.withMetrics(MetricSlots.without(clause.leftOut(), before.metrics(), sentences));
        if (!clause.metrics().isEmpty()) {
            slots = slots.withMetrics(adds(clause) ? Stream.concat(before.metrics().stream(), clause.metrics().stream()).distinct().toList() : clause.metrics());
        } else if (!clause.rankings().isEmpty() || !clause.vague().isEmpty() && !ranksByWhatWasAsked(before, clause)) {
            var said = List.of(clause.rankings().isEmpty() ? clause.vague().getFirst().usually() : clause.rankings().getFirst().metric());
            slots = slots.withMetrics(adds(clause) ? Stream.concat(before.metrics().stream(), said.stream()).distinct().toList() : said);
        }
        slots = withMembers(slots, clause);
        slots = withTimes(slots, clause, base);
        if (!clause.dimensions().isEmpty()) {
            slots = slots.withDimensions(clause.dimensions());
        } else if (!clause.rankings().isEmpty() && clause.metrics().isEmpty()) {
            slots = slots.withDimensions(List.of(clause.rankings().getFirst().dimension()));
        } else if (clause.has(Role.TREND)) {
            slots = slots.withDimensions(List.of("month"));
        }
        return shared(fitting(withRanking(slots, clause)), clause);
    }

    private Slots shared(Slots slots, Clause clause) {
        return clause.has(Role.SHARE) ? new ExtraSlots(model, sentences).read(clause, slots) : slots;
    }

    /** "And the five less sold", after units. */
    private static boolean ranksByWhatWasAsked(Slots before, Clause clause) {
        return clause.ranks() && clause.vague().getFirst().candidates().stream().anyMatch(before.metrics()::contains);
    }

    private static boolean adds(Clause clause) {
        return clause.has(Role.ADD);
    }

    /** What runs along time needs steps, and others need members. */
    private Slots fitting(Slots slots) {
        var extras = slots.extras();
        boolean steps = slots.dimensions().stream().anyMatch(name -> model.dimension(name).members().isGrain());
        boolean members = slots.dimensions().stream().anyMatch(name -> !model.dimension(name).isTime());
        boolean plain = slots.compareTo() == null;
        boolean shares = slots.metrics().stream().noneMatch(name -> model.metric(name).isRatio());
        return slots.withExtras(new Slots.Extras(extras.share() && shares, extras.others() && members && plain, steps && plain ? extras.running() : null, extras.window()));
    }

    private Slots withMembers(Slots slots, Clause clause) {
        if (clause.has(Role.WHOLE) && !clause.has(Role.SHARE)) {
            return slots.withFilters(clause.filters()); // "and company-wide?"
        }
        boolean besides = adds(clause) && clause.metrics().isEmpty() && slots.limit() == null; // a ranking of two is neither's
        if (!clause.has(Role.VERSUS) && !besides) {
            var changed = slots.replacingFilters(clause.filters());
            Set<String> dimensions = new LinkedHashSet<>(changed.dimensions());
            dimensions.addAll(clause.joined());
            return changed.withDimensions(List.copyOf(dimensions));
        }
        var compared = slots;
        for (var filter : clause.filters()) {
            Set<String> values = new LinkedHashSet<>(slots.members(filter.dimension()));
            values.addAll(filter.values());
            Set<String> dimensions = new LinkedHashSet<>(compared.dimensions());
            dimensions.add(filter.dimension());
            compared = compared.replacingFilters(List.of(new Filter(filter.dimension(),
                    values.size() == 1 ? Filter.Operator.IS : Filter.Operator.IN, List.copyOf(values)))).withDimensions(List.copyOf(dimensions));
        }
        return compared;
    }

    private Slots withTimes(Slots slots, Clause clause, @Nullable Period base) {
        if (clause.times().isEmpty()) {
            return slots;
        }
        if (clause.has(Role.VERSUS) && base == null && clause.times().size() == 1) {
            throw sentences.clarify(sentences.say("unreadable_time"), List.of());
        }
        var said = times.ofChange(clause, base);
        if (said.horizon() != null) {
            return slots.withHorizon(said.horizon()).withPeriod(null).withCompareTo(null);
        }
        var step = Times.stepsInRow(clause);
        return (step == null || slots.dimensions().contains(step) ? slots : slots.withDimensions(Stream.concat(slots.dimensions().stream(), Stream.of(step)).toList()))
                .withPeriod(MetricSlots.name(said.period())).withCompareTo(MetricSlots.name(said.compareTo()));
    }

    private Slots withRanking(Slots slots, Clause clause) {
        var ranked = slots;
        if (clause.limit() != null || clause.ranks()) {
            if (slots.dimensions().isEmpty() && !slots.metrics().isEmpty()) {
                throw sentences.clarify(sentences.say("limit_of_what"), List.of());
            }
            if (clause.limit() != null) {
                ranked = ranked.withLimit(clause.limit());
            }
            if (!slots.metrics().isEmpty() && (clause.ranks() || slots.order() == null)) {
                boolean descending = clause.has(Role.BOTTOM) ? false : clause.has(Role.TOP) || slots.order() == null || slots.order().descending();
                ranked = ranked.withOrder(new Slots.Order(slots.metrics().getFirst(), descending));
            }
        } else if (!clause.dimensions().isEmpty() && clause.dimensions().stream().allMatch(name -> model.dimension(name).isTime())) {
            ranked = ranked.withOrder(null).withLimit(null);
        }
        return ranked;
    }

    /** What "they" or "this customer" can stand for: the members the last plan was narrowed to. */
    static List<Filter> referents(@Nullable Plan last) {
        List<Filter> filters = new ArrayList<>();
        if (last != null) {
            last.slots().filters().stream().filter(filter -> REFERRED.contains(filter.dimension()) && !Slots.isExclusion(filter)).forEach(filters::add);
        }
        return filters;
    }
}
