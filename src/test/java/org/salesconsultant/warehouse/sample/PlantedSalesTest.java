package org.salesconsultant.warehouse.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.forecast.CalendarRegression;
import org.salesconsultant.analytics.forecast.ForecastSelection;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

/** The analytics of daily sales find what was planted in the sample company, within its bounds. */
class PlantedSalesTest {
    private static final SampleCompany COMPANY = SampleCompany.make();
    private static final double[] ORDERS = daily(order -> 1.0);

    private interface Amount {
        double of(Order order);
    }

    private static double[] daily(Amount amount) {
        Map<LocalDate, Double> sums = COMPANY.orders().stream().collect(Collectors.groupingBy(Order::day, Collectors.summingDouble(amount::of)));
        return days(day -> sums.getOrDefault(day, 0.0));
    }

    private static double[] days(ToDoubleFunction<LocalDate> of) {
        return PlantedEffects.FIRST_DAY.datesUntil(PlantedEffects.NEWEST_DAY.plusDays(1)).mapToDouble(of).toArray();
    }

    @Test
    void growthWeekdaysAndMonthsAreRecovered() {
        var fit = CalendarRegression.fit(PlantedEffects.FIRST_DAY, ORDERS, Map.of());
        assertTrue(PlantedEffects.GROWTH.recoveredBy(fit.growth()), "growth " + fit.growth());
        PlantedEffects.WEEKDAY.forEach((weekday, effect) -> assertTrue(effect.recoveredBy(Objects.requireNonNull(fit.weekdays().get(weekday))), weekday + " " + fit.weekdays()));
        PlantedEffects.MONTH.forEach((month, effect) -> assertTrue(effect.recoveredBy(Objects.requireNonNull(fit.months().get(month))), month + " " + fit.months()));
    }

    /** Units of a category for each order, with its promotions as the driver. */
    @Test
    void thePromotionsLiftIsRecovered() {
        var lifts = COMPANY.campaigns().stream().map(campaign -> campaign.category()).distinct().mapToDouble(category -> {
            Predicate<Line> promoted = line -> line.product().category().equals(category);
            var units = daily(order -> order.day().equals(PlantedEffects.BULK_ORDER_DAY) ? 0
                    : order.lines().stream().filter(promoted).mapToDouble(Line::quantity).sum());
            var running = days(day -> COMPANY.campaigns().stream().anyMatch(campaign -> campaign.category().equals(category) && campaign.runsOn(day)) ? 1 : 0);
            return Math.log(Objects.requireNonNull(CalendarRegression.fit(PlantedEffects.FIRST_DAY, units, Map.of("promotion", running)).drivers().get("promotion")));
        });
        double lift = Math.exp(lifts.average().orElseThrow());
        assertTrue(PlantedEffects.PROMOTION_LIFT.recoveredBy(lift), "lift " + lift);
    }

    /** The last eight weeks of orders, held back: the true ones lie inside, and weekdays are told apart. */
    @Test
    void theLastWeeksAreForecastFromThoseBefore() {
        int back = 56;
        var before = Arrays.copyOf(ORDERS, ORDERS.length - back);
        var selected = new ForecastSelection().forecast(before, 7, back, true);
        long inside = IntStream.rangeClosed(1, back).filter(step -> selected.forecast().step(step).covers(ORDERS[before.length + step - 1])).count();
        assertTrue(inside >= 0.9 * back, inside + " of " + back);
        double actual = DoubleStream.of(ORDERS).skip(before.length).sum();
        double expected = IntStream.rangeClosed(1, back).mapToDouble(step -> selected.forecast().step(step).point()).sum();
        assertEquals(actual, expected, 0.15 * actual);
    }
}
