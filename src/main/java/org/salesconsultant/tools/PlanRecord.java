package org.salesconsultant.tools;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;

/**
 * How far past quotas were from what came, beside forecasts made as each period began.
 *
 * @param periods compared
 * @param plan the quotas' errors as a share of the revenue
 * @param forecast the forecasts', from nothing but the months before
 */
record PlanRecord(int periods, double plan, double forecast) {
    private static final int MOST = 4;
    private static final int FEWEST_MONTHS = 12;

    /** Of periods as long as the one read, just before it; null where none of them has a quota and enough history before it. */
    static @Nullable PlanRecord of(QuotaReading reading, KeptForecasts forecasts) {
        var period = reading.period();
        int months = (int) java.time.temporal.ChronoUnit.MONTHS.between(period.from(), period.end());
        var history = reading.histories(null, Grain.MONTH).total();
        if (history == null || months == 0 || period.from().getDayOfMonth() != 1 || period.end().getDayOfMonth() != 1) {
            return null;
        }
        int compared = 0;
        double plan = 0;
        double forecast = 0;
        double volume = 0;
        for (int back = 1; back <= MOST; back++) {
            var from = period.from().minusMonths((long) back * months);
            var before = new Period("", from, from.plusMonths(months), false);
            double quota = history.covers(before.from(), before.end()) ? reading.of(before).quota() : 0;
            var earlier = history.until(from);
            if (quota == 0 || earlier.values().length < FEWEST_MONTHS) {
                continue;
            }
            double actual = history.sum(before.from(), before.end());
            boolean notNegative = Arrays.stream(earlier.values()).allMatch(value -> value >= 0);
            var weights = new double[months];
            Arrays.fill(weights, 1);
            var made = forecasts.forecast(earlier.values(), Grain.MONTH.season(), months, notNegative).forecast().sum(weights);
            compared++;
            plan += Math.abs(quota - actual);
            forecast += Math.abs(made.point() - actual);
            volume += Math.abs(actual);
        }
        return compared == 0 || volume == 0 ? null : new PlanRecord(compared, plan / volume, forecast / volume);
    }
}
