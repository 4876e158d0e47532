package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.ForecastSelection;
import org.salesconsultant.analytics.forecast.Interval;
import org.salesconsultant.sales.Grain;

/**
 * A metric's recent past and its forecast, in the steps that were asked for. Quarters and years are sums of months: few
 * histories have enough of them to learn from.
 */
final class Outlook {
    private final StepHistory history;
    private final ForecastSelection.Selected selected;
    private final Grain grain;
    private final LocalDate first;
    private final int horizon;

    private Outlook(StepHistory history, ForecastSelection.Selected selected, Grain grain, LocalDate first, int horizon) {
        this.history = history;
        this.selected = selected;
        this.grain = grain;
        this.first = first;
        this.horizon = horizon;
    }

    /** The steps a grain is learned from. */
    static Grain learned(Grain grain) {
        return switch (grain) {
            case DAY, WEEK, MONTH -> grain;
            case QUARTER, YEAR -> Grain.MONTH;
        };
    }

    /**
     * @param history in steps of {@link #learned}
     * @param horizon whole steps of {@code grain} after the one that holds the newest date
     * @throws org.salesconsultant.sales.UserError when the history is too short
     */
    static Outlook of(StepHistory history, Grain grain, int horizon, KeptForecasts forecasts) {
        var first = grain.plus(grain.start(history.newest()), 1);
        var end = grain.plus(first, horizon);
        int steps = 0;
        while (history.grain().plus(history.until(), steps).isBefore(end)) {
            steps++;
        }
        boolean notNegative = Arrays.stream(history.values()).allMatch(value -> value >= 0);
        var selected = forecasts.forecast(history.values(), history.grain().season(), steps, notNegative);
        return new Outlook(history, selected, grain, first, horizon);
    }

    StepHistory history() {
        return history;
    }

    ForecastSelection.Selected selected() {
        return selected;
    }

    Grain grain() {
        return grain;
    }

    int horizon() {
        return horizon;
    }

    /** The first day of the forecast steps. */
    LocalDate first() {
        return first;
    }

    /** The first day after them. */
    LocalDate end() {
        return grain.plus(first, horizon);
    }

    /** The first day of the step that still runs, or null where the data ends with a step. */
    @Nullable LocalDate running() {
        var running = grain.plus(first, -1);
        return first.minusDays(1).isAfter(history.newest()) ? running : null;
    }

    /** First days of the last whole steps before the running one. @param most how many at most */
    List<LocalDate> past(int most) {
        List<LocalDate> past = new ArrayList<>();
        var end = running() instanceof LocalDate running ? running : first;
        for (int back = most; back >= 1; back--) {
            var start = grain.plus(end, -back);
            if (history.covers(start, grain.plus(start, 1))) {
                past.add(start);
            }
        }
        return past;
    }

    double actual(LocalDate start) {
        return history.sum(start, grain.plus(start, 1));
    }

    /** What is expected from one step's first day up to another's: what is there already and what is forecast to come. */
    Interval expected(LocalDate start, LocalDate end) {
        var weights = new double[selected.forecast().horizon()];
        for (int step = 0; step < weights.length; step++) {
            var day = history.grain().plus(history.until(), step);
            boolean inside = !day.isBefore(start) && day.isBefore(end);
            weights[step] = !inside ? 0 : step == 0 && history.isRunning() ? history.remaining() : 1;
        }
        double known = history.sum(start, end);
        var coming = selected.forecast().sum(weights);
        return new Interval(known + coming.point(), known + coming.low(), known + coming.high());
    }

    /** What the same steps came to a year before, or null where the history does not reach back so far. */
    @Nullable Double yearBefore() {
        var start = yearEarlier(first);
        var end = yearEarlier(end());
        return history.covers(start, end) ? history.sum(start, end) : null;
    }

    /** What as many whole steps before the running one came to, or null where there are not so many. */
    @Nullable Double stepsBefore() {
        var end = running() instanceof LocalDate running ? running : first;
        var start = grain.plus(end, -horizon);
        return history.covers(start, end) ? history.sum(start, end) : null;
    }

    /** On the same weekday, so that weeks fall on weeks. */
    private LocalDate yearEarlier(LocalDate day) {
        return switch (grain) {
            case DAY, WEEK -> day.minusWeeks(52);
            case MONTH, QUARTER, YEAR -> day.minusYears(1);
        };
    }
}
