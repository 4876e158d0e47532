package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.salesconsultant.sales.UserError;

class CalendarRegressionTest {
    private static final LocalDate MONDAY = LocalDate.of(2023, 1, 2);

    /** 100 a day, doubling each year, Sundays a tenth, Decembers half as much again, a promotion a third more. */
    @Test
    void findsTheFactorsThatASeriesWasMadeOf() {
        var promotion = new double[900];
        Arrays.setAll(promotion, day -> day % 50 < 9 ? 1 : 0);
        var values = new double[900];
        Arrays.setAll(values, day -> value(MONDAY.plusDays(day), day, promotion[day]));
        var fit = CalendarRegression.fit(MONDAY, values, Map.of("promotion", promotion));
        assertEquals(1, fit.growth(), 1e-4);
        assertEquals(4.0 / 3, Objects.requireNonNull(fit.drivers().get("promotion")), 1e-4);
        // six days of 1 and one of 0.1: mean 6.1 / 7; eleven months of 1 and one of 1.5: mean 12.5 / 12
        assertEquals(0.1 * 7 / 6.1, Objects.requireNonNull(fit.weekdays().get(DayOfWeek.SUNDAY)), 1e-4);
        assertEquals(7 / 6.1, Objects.requireNonNull(fit.weekdays().get(DayOfWeek.MONDAY)), 1e-4);
        assertEquals(1.5 * 12 / 12.5, Objects.requireNonNull(fit.months().get(Month.DECEMBER)), 1e-4);
        var next = MONDAY.plusDays(900);
        assertEquals(value(next, 900, 1), fit.expected(next, 1), value(next, 900, 1) * 1e-3);
    }

    /**
     * Sundays, four weeks of them with a driver and four without, all else as usual: 130 ± 10 against 100 ± 10. The coefficient is
     * the logarithm of 1.3; the variance of a mean of four is taken relative to its level: 100 / 4 / 130² + 100 / 4 / 100², once
     * robustly by week; the interval is as wide as that or wider.
     */
    @Test
    void boundsAnEffectByHowMuchWeeksDiffer() {
        var driver = new double[56];
        var values = new double[56];
        for (int day = 0; day < 56; day++) {
            boolean sunday = day % 7 == 6;
            driver[day] = sunday && day / 7 % 4 >= 2 ? 1 : 0;
            values[day] = sunday ? (driver[day] > 0 ? 130 : 100) + (day / 7 % 2 == 0 ? 10 : -10) : 100;
        }
        var effect = Objects.requireNonNull(CalendarRegression.fit(MONDAY, values, Map.of("promotion", driver)).effects().get("promotion"));
        assertEquals(Math.log(1.3), effect.coefficient(), 0.01);
        double robust = Math.sqrt(100 / 4.0 / (130 * 130) + 100 / 4.0 / (100 * 100));
        assertTrue(effect.error() >= 0.9 * robust && effect.error() < 2 * robust, effect.toString());
        assertTrue(effect.differsFrom(0));
        assertFalse(effect.differsFrom(0.25));
    }

    private static double value(LocalDate day, int since, double promotion) {
        return 100 * Math.pow(2, since / 365.25) * (day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.1 : 1)
                * (day.getMonth() == Month.DECEMBER ? 1.5 : 1) * (promotion > 0 ? 4.0 / 3 : 1);
    }

    @Test
    void expectsNothingOfDaysThatAreAlwaysClosed() {
        var values = new double[60];
        Arrays.setAll(values, day -> day % 7 == 6 ? 0 : 20);
        var fit = CalendarRegression.fit(MONDAY, values, Map.of());
        assertEquals(0, fit.expected(MONDAY.plusDays(62)), 0.01);
        assertEquals(20, fit.expected(MONDAY.plusDays(63)), 0.1);
        assertEquals(1, Objects.requireNonNull(fit.months().get(Month.MAY)));
    }

    @Test
    void refusesWhatHasNoFactors() {
        assertThrows(UserError.class, () -> CalendarRegression.fit(MONDAY, new double[13], Map.of()));
        var returns = new double[30];
        returns[3] = -1;
        assertThrows(UserError.class, () -> CalendarRegression.fit(MONDAY, returns, Map.of()));
    }
}
