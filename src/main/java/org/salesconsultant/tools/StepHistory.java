package org.salesconsultant.tools;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.DataState;

/**
 * A metric that adds up over time, cut into whole steps, oldest first; a step in which nothing happened is zero. The step that
 * still runs at the newest date stands apart, since it is no measure of a whole one.
 */
final class StepHistory {
    /** A first step that lacks no more than this of its days counts as whole. */
    private static final double MOST_MISSING = 0.05;

    private final Grain grain;
    private final LocalDate from;
    private final LocalDate until;
    private final LocalDate newest;
    private final double[] values;
    private final double booked;
    private final boolean firstLeftOut;

    private StepHistory(Grain grain, LocalDate from, LocalDate until, LocalDate newest, double[] values, double booked,
                        boolean firstLeftOut) {
        this.grain = grain;
        this.from = from;
        this.until = until;
        this.newest = newest;
        this.values = values;
        this.booked = booked;
        this.firstLeftOut = firstLeftOut;
    }

    /**
     * @param grain day, week or month
     * @param rows first day of a step and the metric's value in it; at least one
     */
    static StepHistory of(Map<LocalDate, Double> rows, Grain grain, DataState state) {
        var amounts = new TreeMap<>(rows);
        var newest = state.now();
        var running = grain.start(newest);
        var until = grain.plus(running, 1).minusDays(1).isAfter(newest) ? running : grain.plus(running, 1);
        var first = amounts.firstKey();
        boolean leftOut = isCutOff(first, grain, state.firstDay());
        var from = leftOut ? grain.plus(first, 1) : first;
        int length = 0;
        while (grain.plus(from, length).isBefore(until)) {
            length++;
        }
        var values = new double[length];
        Arrays.setAll(values, step -> amounts.getOrDefault(grain.plus(from, step), 0.0));
        double booked = until.isAfter(running) ? 0 : amounts.getOrDefault(running, 0.0);
        return new StepHistory(grain, from, until, newest, values, booked, leftOut);
    }

    /** The whole steps before a day. @param end the first day of a step, after {@link #from} */
    StepHistory until(LocalDate end) {
        int length = 0;
        while (length < values.length && grain.plus(from, length).isBefore(end)) {
            length++;
        }
        return new StepHistory(grain, from, end, end.minusDays(1), Arrays.copyOf(values, length), 0, firstLeftOut);
    }

    /** Both together. @param other of the same data and grain */
    StepHistory plus(StepHistory other) {
        var earlier = from.isBefore(other.from) ? this : other;
        var later = earlier == this ? other : this;
        var sums = earlier.values.clone();
        for (int step = 0; step < later.values.length; step++) {
            sums[sums.length - later.values.length + step] += later.values[step];
        }
        return new StepHistory(grain, earlier.from, until, newest, sums, booked + other.booked, firstLeftOut || other.firstLeftOut);
    }

    /** The same with steps of zero before it, so that it begins with another. @param other of the same data and grain, not shorter */
    StepHistory from(StepHistory other) {
        var longer = new double[other.values.length];
        System.arraycopy(values, 0, longer, longer.length - values.length, values.length);
        return new StepHistory(grain, other.from, until, newest, longer, booked, other.firstLeftOut);
    }

    Grain grain() {
        return grain;
    }

    /** The first day of the first whole step. */
    LocalDate from() {
        return from;
    }

    /** The first day after the last whole step: that of the running step where there is one. */
    LocalDate until() {
        return until;
    }

    LocalDate newest() {
        return newest;
    }

    double[] values() {
        return values;
    }

    /** Whether the data begins within a step, which is then no part of this. */
    boolean isFirstLeftOut() {
        return firstLeftOut;
    }

    boolean isRunning() {
        return !until.isAfter(newest);
    }

    /** The share of the running step's days that are still to come. */
    double remaining() {
        var end = grain.plus(until, 1);
        return (double) ChronoUnit.DAYS.between(newest, end.minusDays(1)) / ChronoUnit.DAYS.between(until, end);
    }

    /** Whether all steps from one day up to another are whole and known. */
    boolean covers(LocalDate start, LocalDate end) {
        return !start.isBefore(from) && !end.isAfter(until);
    }

    /** What is known of the days from {@code start} up to {@code end}; a running step that begins there counts with what it has. */
    double sum(LocalDate start, LocalDate end) {
        double sum = 0;
        for (int step = 0; step < values.length; step++) {
            var day = grain.plus(from, step);
            sum += day.isBefore(start) || !day.isBefore(end) ? 0 : values[step];
        }
        return isRunning() && !until.isBefore(start) && until.isBefore(end) ? sum + booked : sum;
    }

    private static boolean isCutOff(LocalDate first, Grain grain, @Nullable LocalDate firstDay) {
        if (firstDay == null || !firstDay.isAfter(first)) {
            return false;
        }
        double missing = ChronoUnit.DAYS.between(first, firstDay);
        return missing / ChronoUnit.DAYS.between(first, grain.plus(first, 1)) > MOST_MISSING;
    }
}
