package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
