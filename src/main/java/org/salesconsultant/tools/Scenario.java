package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.salesconsultant.analytics.forecast.CalendarRegression.Effect;

/**
 * What is supposed otherwise, and what the history tells of it.
 *
 * @param change of a price: relative; of a promotion: the share of days that have one
 * @param effect on the logarithm of what is sold: of the logarithm of the price (the elasticity), or of a day with a promotion
 * @param money whether the forecast is of money, which a price multiplies besides
 * @param from the first of the days learned from
 * @param days how many
 * @param promotionDays of these, those with a promotion
 * @param promotions all days with one
 * @param drivers all that were fitted together
 */
record Scenario(String driver, double change, Effect effect, boolean money, LocalDate from, int days, int promotionDays, Set<LocalDate> promotions,
                List<String> drivers) {
    private static final int WEEKS = 52;

    boolean isPrice() {
        return driver.equals(WhatIf.PRICE);
    }

    /** Whether the interval of the effect leaves out that there is none. */
    boolean isTold() {
        return effect.differsFrom(0);
    }

    /** What multiplies the baseline of the days from {@code start} up to {@code end}. @param coefficient the effect, or a bound of it */
    double factor(LocalDate start, LocalDate end, double coefficient) {
        return isPrice() ? Math.exp((coefficient + (money ? 1 : 0)) * Math.log1p(change))
                : (1 + change * Math.expm1(coefficient)) / (1 + planned(start, end) * Math.expm1(coefficient));
    }

    /** The share of days that would have a promotion if it goes as a year before, on the same weekdays. */
    double planned(LocalDate start, LocalDate end) {
        return start.datesUntil(end).mapToInt(day -> promotions.contains(day.minusWeeks(WEEKS)) ? 1 : 0).average().orElse(0);
    }
}
