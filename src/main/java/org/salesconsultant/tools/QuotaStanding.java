package org.salesconsultant.tools;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.Interval;
import org.salesconsultant.analytics.forecast.Reconciliation;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;

/**
 * Where one quota stands. A few weeks left are forecast day by day: on the days of quarters past that was nearer to what came than
 * a share of a forecast month, and its bounds rather too wide than too narrow. Months see the seasons of the year, which count
 * further ahead.
 *
 * @param member whose, or null for all together
 * @param actual revenue of the period so far
 * @param rest what is expected of its days left
 * @param recent revenue a week, of the last eight
 * @param outlook how the rest was forecast
 * @param histories what it was learned from
 */
record QuotaStanding(@Nullable String member, double quota, double actual, Interval rest, double recent, int daysLeft, Outlook outlook, StepHistories histories) {
    private static final int FEWEST_DAYS = 14;
    private static final int FEWEST_MONTHS = 12;
    /** Days left up to which they are forecast one by one. */
    private static final int MOST_DAYS = 45;
    private static final int RECENT_WEEKS = 8;
    private static final int MOST_MEMBERS = 40;
    private static final double WEEK = 7;

    /** Of all together; null where the history is too short. */
    static @Nullable QuotaStanding of(QuotaReading reading, KeptForecasts forecasts) {
        return of(reading, null, null, reading.quota(), forecasts);
    }

    /** By member, the likeliest to fall short first; where they are all there is, what is expected of them adds up to the total. */
    static List<QuotaStanding> members(QuotaReading reading, QuotaStanding total, Dimension dimension, KeptForecasts forecasts) {
        List<QuotaStanding> standings = new ArrayList<>();
        reading.by(dimension).entrySet().stream().limit(MOST_MEMBERS).forEach(entry -> {
            var filter = new Filter(dimension.name(), Filter.Operator.IS, List.of(entry.getKey()));
            var standing = of(reading, entry.getKey(), filter, entry.getValue(), forecasts);
            if (standing != null) {
                standings.add(standing);
            }
        });
        double actual = standings.stream().mapToDouble(QuotaStanding::actual).sum();
        double quota = standings.stream().mapToDouble(QuotaStanding::quota).sum();
        boolean all = !standings.isEmpty() && Math.abs(actual - total.actual) < 1 && Math.abs(quota - total.quota) < 1;
        var rests = standings.stream().map(QuotaStanding::rest).toList();
        var fitting = all ? Reconciliation.of(total.rest.point(), rests, rests.stream().allMatch(rest -> rest.low() >= 0)) : rests;
        return IntStream.range(0, standings.size()).mapToObj(i -> standings.get(i).withRest(fitting.get(i)))
                .sorted(Comparator.comparingDouble(QuotaStanding::chance)).toList();
    }

    private static @Nullable QuotaStanding of(QuotaReading reading, @Nullable String member, @Nullable Filter filter, double quota, KeptForecasts forecasts) {
        var histories = reading.histories(filter, Grain.DAY);
        var history = histories.total();
        if (history == null || history.values().length < FEWEST_DAYS) {
            return null;
        }
        var period = reading.period();
        var ahead = outlook(reading, filter, history, forecasts);
        double actual = history.sum(period.from(), period.end());
        var expected = ahead.expected(period.from(), period.end());
        var rest = new Interval(expected.point() - actual, expected.low() - actual, expected.high() - actual);
        double recent = Arrays.stream(history.values()).skip(Math.max(0, history.values().length - RECENT_WEEKS * (long) WEEK)).average().orElse(0) * WEEK;
        return new QuotaStanding(member, quota, actual, rest, recent, reading.daysLeft(), ahead, histories);
    }

    private static Outlook outlook(QuotaReading reading, @Nullable Filter filter, StepHistory days, KeptForecasts forecasts) {
        var period = reading.period();
        int left = (int) ChronoUnit.DAYS.between(reading.now(), period.lastDay());
        boolean ofMonths = period.from().getDayOfMonth() == 1 && period.end().getDayOfMonth() == 1;
        var months = left > MOST_DAYS && ofMonths ? reading.histories(filter, Grain.MONTH).total() : null;
        if (months == null || months.values().length < FEWEST_MONTHS) {
            return Outlook.of(days, Grain.DAY, left, forecasts);
        }
        int steps = (int) ChronoUnit.MONTHS.between(Grain.MONTH.start(reading.now()), period.end());
        return Outlook.of(months, Grain.MONTH, Math.max(1, steps - 1), forecasts);
    }

    private QuotaStanding withRest(Interval other) {
        return new QuotaStanding(member, quota, actual, other, recent, daysLeft, outlook, histories);
    }

    /** What the whole period is expected to come to. */
    Interval expected() {
        return new Interval(actual + rest.point(), actual + rest.low(), actual + rest.high());
    }

    /** Of reaching the quota, 0 … 1. */
    double chance() {
        return expected().probabilityOfReaching(quota);
    }

    boolean isReached() {
        return actual >= quota;
    }

    /** Below zero where it falls short. */
    double gap() {
        return expected().point() - quota;
    }

    /** What each week left has to bring; zero where the quota is reached. */
    double needed() {
        return Math.max(0, quota - actual) / (daysLeft / WEEK);
    }
}
