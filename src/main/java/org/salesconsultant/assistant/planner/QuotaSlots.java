package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.warehouse.semantic.Filter;

/** Reads questions for what is to come of a quota: "will Anna make her target this quarter?" */
final class QuotaSlots {
    private static final Set<String> METRICS = Set.of("quota", "quota_attainment");
    private static final Set<String> GRAINS = Set.of("week", "month", "quarter", "year");
    private static final String REP = "rep";

    private final Pattern prospects;
    private final Times times;

    /** @param prospects words that ask whether it will be reached; Latin ones stand alone */
    QuotaSlots(List<String> prospects, Times times) {
        this.prospects = ScenarioSlots.words(prospects);
        this.times = times;
    }

    /** Whether a clear sentence asks for it; one that names other metrics too asks for numbers as they are. */
    boolean asks(Clause clause) {
        return !clause.metrics().isEmpty() && METRICS.containsAll(clause.metrics()) && !clause.derives() && !clause.has(Role.WHY) && clause.limit() == null
                && prospects.matcher(clause.text().toLowerCase(Locale.ROOT)).find();
    }

    /** @param last what was asked before: "will she make her quota?" is about the rep it was narrowed to */
    Slots slots(Clause clause, @Nullable Plan last) {
        var said = times.of(clause, null);
        boolean who = clause.dimensions().isEmpty() && clause.filters().isEmpty() && (clause.has(Role.WHICH) || clause.has(Role.WHICH_ONE));
        var filters = clause.filters().isEmpty() && clause.has(Role.PRONOUN) && last != null ? reps(last.slots()) : clause.filters();
        var grain = clause.dimensions().stream().filter(GRAINS::contains).findFirst();
        var dimensions = clause.dimensions().stream().filter(name -> !GRAINS.contains(name)).toList();
        // "make the quarter" is the running one
        var period = said.period() == null && said.horizon() == null && grain.isPresent() ? "this " + grain.get() : MetricSlots.name(said.period());
        var slots = Slots.EMPTY.withDimensions(who ? List.of(REP) : dimensions).withFilters(filters).withPeriod(period)
                .withCompareTo(MetricSlots.name(said.compareTo())).withHorizon(said.horizon());
        return inPeriod(slots);
    }

    /** Steps ahead as the period they cover: the tool takes no other. */
    static Slots inPeriod(Slots slots) {
        var ahead = slots.horizon();
        if (ahead == null) {
            return slots;
        }
        var steps = ahead.steps() == 1 ? "next " + ahead.grain().word() : "next " + ahead.steps() + " " + ahead.grain().word() + "s";
        return slots.withHorizon(null).withPeriod(steps);
    }

    private static List<Filter> reps(Slots slots) {
        return slots.filters().stream().filter(filter -> REP.equals(filter.dimension()) && !Slots.isExclusion(filter)).toList();
    }
}
