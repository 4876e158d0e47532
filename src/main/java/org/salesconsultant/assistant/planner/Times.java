package org.salesconsultant.assistant.planner;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.sales.UserError;

/** What the times of a sentence say: a period, what it is compared with, or how far a forecast reaches. */
final class Times {
    private static final int YEAR_MONTHS = 12;
    /** A month, quarter or half without a year or a word that counts from now. */
    private static final Pattern PART_OF_A_YEAR = Pattern.compile("(?:the )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?|[QH][1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)"
            + "|第?[一二三四1-4]季度?|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> STEPS = Set.of("day", "week", "month", "quarter");

    private final Periods periods;
    private final Sentences sentences;

    Times(Periods periods, Sentences sentences) {
        this.periods = periods;
        this.sentences = sentences;
    }

    /** Each null where the sentence does not say it. */
    record Said(@Nullable Period period, @Nullable Period compareTo, Slots.@Nullable Horizon horizon) {}

    /**
     * @param base the period spoken of before, for "compared with last year"; null where there was none
     * @throws Refusal when the times can be read in several ways
     */
    Said of(Clause clause, @Nullable Period base) {
        return of(clause, base, clause.times());
    }

    /** The same in a change of what was asked before: a month or quarter without a year is one of the year spoken of. */
    Said ofChange(Clause clause, @Nullable Period base) {
        var times = clause.times().stream().map(time -> inYearOf(base, clause, time)).toList();
        return stepsInRow(clause) != null && times.getFirst() instanceof TimeMention.Named first && times.getLast() instanceof TimeMention.Named second
                ? new Said(periods.between(first.period().from(), second.period().lastDay()), null, null) : of(clause, base, times);
    }

    /** "And July and August?": steps in a row beside each other, where nothing compares them. */
    static @Nullable String stepsInRow(Clause clause) {
        var times = clause.times();
        return times.size() == 2 && !clause.has(Role.VERSUS) && !isChange(clause) && times.getFirst() instanceof TimeMention.Named first
                && times.getLast() instanceof TimeMention.Named second && first.period().end().equals(second.period().from())
                ? References.grain(first.period(), second.period()) : null;
    }

    private TimeMention inYearOf(@Nullable Period base, Clause clause, TimeMention time) {
        if (base == null || !(time instanceof TimeMention.Named named) || base.lastDay().getYear() >= periods.now().getYear()
                || base.from().getYear() != base.lastDay().getYear()) {
            return time;
        }
        var words = clause.reading().text().substring(named.start(), named.end());
        var then = new Periods(periods.firstDay(), base.from().withDayOfYear(base.from().lengthOfYear())).find(words);
        return PART_OF_A_YEAR.matcher(words).matches() && then.size() == 1 && then.getFirst() instanceof TimeMention.Named one
                ? new TimeMention.Named(named.start(), named.end(), one.period(), one.parts()) : time;
    }

    private Said of(Clause clause, @Nullable Period base, List<TimeMention> times) {
        List<Period> named = new ArrayList<>();
        TimeMention.@Nullable Shift shift = null;
        Slots.@Nullable Horizon horizon = null;
        for (var time : times) {
            switch (time) {
                case TimeMention.Named one -> {
                    if (isChange(clause) && !one.parts().isEmpty()) {
                        named.addAll(one.parts());
                    } else {
                        named.add(one.period());
                    }
                }
                case TimeMention.Ahead ahead -> horizon = new Slots.Horizon(ahead.grain(), ahead.steps());
                case TimeMention.Relative relative -> shift = relative.shift();
                case TimeMention.Ambiguous ambiguous -> throw sentences.ambiguousDate(clause.reading(), ambiguous);
            }
        }
        if (named.size() == 2 && shift != null && isThatFar(shift, named)) {
            shift = null; // "Q3 compared with the quarter before, Q2"
        }
        if (named.size() > 2 && isRow(named) && clause.dimensions().stream().anyMatch(STEPS::contains)) {
            return new Said(periods.between(named.getFirst().from(), named.getLast().lastDay()), null, horizon); // "September, October and November by month"
        }
        if (named.size() > 2 || named.size() == 2 && clause.metrics().size() > 1 && !clause.has(Role.VERSUS) || named.size() == 2 && shift != null) {
            throw sentences.clarify(sentences.say("unreadable_time"), List.of());
        }
        if (named.size() == 2 && clause.dimensions().stream().anyMatch(STEPS::contains) && !clause.has(Role.VERSUS) && !isChange(clause)
                && named.getFirst().end().equals(named.getLast().from())) {
            return new Said(periods.between(named.getFirst().from(), named.getLast().lastDay()), null, horizon); // "April and May by month"
        }
        if (named.size() == 2) {
            return pair(clause, named, horizon);
        }
        var period = named.isEmpty() ? null : named.getFirst();
        if (shift != null) {
            return shifted(clause, shift, period, base, horizon);
        }
        if (period != null && period.from().isAfter(periods.now()) && horizon == null) {
            return new Said(null, null, reaching(period));
        }
        if (period != null && (base == null || clause.namesMetric()) && clause.has(Role.VERSUS) && horizon == null && clause.joined().isEmpty()) {
            return againstRunning(period);
        }
        if (period != null && base != null && clause.has(Role.VERSUS) && !clause.namesMetric()) {
            return new Said(base, alike(base, period), null);
        }
        return new Said(period, null, horizon);
    }

    private static boolean isRow(List<Period> named) {
        return IntStream.range(1, named.size()).allMatch(i -> named.get(i - 1).end().equals(named.get(i).from()));
    }

    /** "Revenue against last year": of the running year. Against any other period it is not said what stands. */
    private Said againstRunning(Period before) {
        for (var grain : Grain.values()) {
            var running = grain.start(periods.now());
            if (before.end().equals(running) && grain.start(before.from()).equals(before.from()) && grain.plus(before.from(), 1).equals(running)) {
                return new Said(periods.between(running, periods.now()), periods.shift(new TimeMention.Shift(grain == Grain.YEAR, grain), periods.between(running, periods.now())), null);
            }
        }
        throw sentences.clarify(sentences.say("unreadable_time"), List.of());
    }

    private boolean isThatFar(TimeMention.Shift shift, List<Period> named) {
        var later = named.stream().max(Comparator.comparing(Period::from)).orElseThrow();
        return named.contains(periods.shift(shift, later));
    }

    /** "October with September": the first is asked about; in "from September to October" the later is. */
    private static Said pair(Clause clause, List<Period> named, Slots.@Nullable Horizon horizon) {
        var later = named.stream().max(Comparator.comparing(Period::from)).orElseThrow();
        var earlier = later == named.getFirst() ? named.getLast() : named.getFirst();
        return clause.has(Role.VERSUS) && !isChange(clause) ? new Said(named.getFirst(), named.getLast(), horizon) : new Said(later, earlier, horizon);
    }

    private Said shifted(Clause clause, TimeMention.Shift shift, @Nullable Period period, @Nullable Period base, Slots.@Nullable Horizon horizon) {
        try {
            if (period != null) {
                return new Said(period, periods.shift(shift, period), horizon);
            }
            if (base != null && !clause.namesMetric() && (clause.has(Role.VERSUS) || isChange(clause) || shift.grain() == null)) {
                return new Said(base, periods.shift(shift, base), horizon);
            }
            return new Said(periods.shift(shift, clause.namesMetric() ? null : base), null, horizon);
        } catch (UserError e) {
            throw sentences.clarify(sentences.say("unreadable_time"), List.of());
        }
    }

    /** Compared with last year, a quarter is compared with its counterpart there. */
    private Period alike(Period base, Period other) {
        boolean isYear = other.from().getDayOfYear() == 1 && other.from().plusYears(1).equals(other.end());
        long years = (long) base.from().getYear() - other.from().getYear();
        if (!isYear || years <= 0 || !base.end().isBefore(base.from().plusYears(1))) {
            return other;
        }
        return periods.between(base.from().minusYears(years), base.end().minusYears(years).minusDays(1));
    }

    /** A period that lies ahead, as whole steps after the running one up to its end. */
    private Slots.Horizon reaching(Period period) {
        boolean isQuarters = period.from().getDayOfMonth() == 1 && Grain.QUARTER.start(period.from()).equals(period.from())
                && Grain.QUARTER.start(period.end()).equals(period.end());
        boolean isMonths = period.from().getDayOfMonth() == 1 && period.end().getDayOfMonth() == 1;
        var grain = isQuarters && period.from().plusMonths(3).equals(period.end()) ? Grain.QUARTER : isMonths ? Grain.MONTH : Grain.DAY;
        var next = grain.plus(grain.start(periods.now()), 1);
        long steps = switch (grain) {
            case QUARTER -> ChronoUnit.MONTHS.between(next, period.end()) / 3;
            case MONTH -> ChronoUnit.MONTHS.between(next, period.end());
            case DAY, WEEK, YEAR -> ChronoUnit.DAYS.between(next, period.end());
        };
        return new Slots.Horizon(grain, (int) Math.max(1, Math.min(steps, 10L * YEAR_MONTHS)));
    }

    private static boolean isChange(Clause clause) {
        return clause.has(Role.CHANGE) || clause.has(Role.WHY) || clause.has(Role.GROWTH);
    }
}
