package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** How many orders a day brings: trend × weekday × month × whatever befell that day. */
final class Demand {
    /** Orders on a mean day at the first day's level. */
    private static final double LEVEL = 24.2;
    private static final double DAYS_A_YEAR = 365.25;

    private Demand() {}

    static double expectedOrders(LocalDate day) {
        var anomaly = PlantedEffects.ANOMALIES.get(day);
        return usualOrders(day) * (anomaly == null ? 1 : anomaly.size());
    }

    /** What the day would bring if nothing befell it. */
    static double usualOrders(LocalDate day) {
        double years = ChronoUnit.DAYS.between(PlantedEffects.FIRST_DAY, day) / DAYS_A_YEAR;
        return LEVEL * StrictMath.pow(1 + PlantedEffects.GROWTH.size(), years)
                * Objects.requireNonNull(PlantedEffects.WEEKDAY.get(day.getDayOfWeek())).size()
                * Objects.requireNonNull(PlantedEffects.MONTH.get(day.getMonth())).size();
    }
}
