package org.salesconsultant.warehouse.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.anomalies.UnusualSteps;
import org.salesconsultant.warehouse.sample.Campaigns.Contact;
import org.salesconsultant.warehouse.sample.FeedbackTexts.Feedback;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;
import org.salesconsultant.warehouse.sample.Pipeline.Opportunity;
import org.salesconsultant.warehouse.sample.PlantedEffects.Effect;

/** Each planted effect is found again by plain counting, within its bounds and without knowing how it was planted. */
class PlantedEffectsTest {
    private static final SampleCompany COMPANY = SampleCompany.make();
    private static final Map<LocalDate, List<Order>> BY_DAY = COMPANY.orders().stream().collect(Collectors.groupingBy(Order::day));

    @Test
    void ordersGrowEachYear() {
        check("growth", PlantedEffects.GROWTH, growth());
    }

    @Test
    void weekdaysDiffer() {
        var means = means(DayOfWeek.values(), LocalDate::getDayOfWeek, day -> count(day));
        PlantedEffects.WEEKDAY.forEach((weekday, effect) -> check(weekday, effect, mean(means, weekday)));
    }

    @Test
    void monthsDifferBesideTheTrend() {
        double growth = growth();
        var means = means(Month.values(), LocalDate::getMonth, day -> count(day) / Math.pow(1 + growth, years(day)));
        PlantedEffects.MONTH.forEach((month, effect) -> check(month, effect, mean(means, month)));
    }

    /** Units of the promoted category for each order, against the other days of the same quarter, when prices were the same. */
    @Test
    void promotionsSellMore() {
        double logs = 0;
        for (var campaign : COMPANY.campaigns()) {
            Predicate<LocalDate> sameQuarter = day -> quarter(day).equals(quarter(campaign.start()));
            Predicate<Line> promoted = line -> line.product().category().equals(campaign.category());
            logs += Math.log(unitsAnOrder(sameQuarter.and(campaign::runsOn), promoted) / unitsAnOrder(sameQuarter.and(day -> !campaign.runsOn(day)), promoted));
        }
        check("lift", PlantedEffects.PROMOTION_LIFT, Math.exp(logs / COMPANY.campaigns().size()));
    }

    @Test
    void unitsFollowPricesByCategory() {
        PlantedEffects.ELASTICITY.forEach((category, effect) -> check(category, effect, elasticity(category)));
    }

    @Test
    void pairsAreBoughtTogether() {
        for (var pair : PlantedEffects.PAIRS) {
            var withFirst = COMPANY.orders().stream().filter(order -> has(order, pair.first())).toList();
            double share = share(withFirst, order -> has(order, pair.second()));
            check(pair.first(), pair.share(), share);
            double lift = share / share(COMPANY.orders(), order -> has(order, pair.second()));
            assertTrue(lift >= PlantedEffects.LEAST_LIFT_OF_PAIRS, pair + " lift " + lift);
        }
    }

    /** Over products a café buys at least three of, so that few lines are lost to quantity 0. */
    @Test
    void customerTypesBuyDifferentQuantities() {
        PlantedEffects.UNITS_BY_TYPE.forEach((type, effect) -> {
            var ratios = COMPANY.catalogue().products().stream().filter(product -> product.units() >= 3)
                    .mapToDouble(product -> Math.log(meanUnits(type, product.code()) / meanUnits(CustomerType.CAFE, product.code()))).average();
            check(type, effect, Math.exp(ratios.orElseThrow()));
        });
    }

    @Test
    void leaversFallSilentLongerThanTheirRhythmExplains() {
        var leavers = COMPANY.customers().stream().filter(customer -> customer.left() != null).toList();
        assertEquals(PlantedEffects.LEAVERS, leavers.size());
        var days = COMPANY.orders().stream().collect(Collectors.groupingBy(Order::customer, Collectors.mapping(Order::day, Collectors.toList())));
        leavers.forEach(leaver -> assertTrue(days.getOrDefault(leaver, List.of()).stream().allMatch(leaver::buysOn), leaver.name()));
        assertTrue(share(leavers, leaver -> silent(days.getOrDefault(leaver, List.of()))) >= 0.85);
        var stayers = COMPANY.customers().stream().filter(customer -> customer.left() == null && days.getOrDefault(customer, List.of()).size() >= 10).toList();
        assertTrue(share(stayers, stayer -> silent(days.getOrDefault(stayer, List.of()))) <= 0.08);
    }

    @Test
    void anomalousDaysStandOutAmongTheSameWeekdaysAround() {
        PlantedEffects.ANOMALIES.forEach((day, effect) -> check(day, effect, count(day) / around(day).mapToDouble(PlantedEffectsTest::count).average().orElseThrow()));
    }

    /** All of them, with at most one false alarm in 100 days. */
    @Test
    void anomalousDaysAreFoundByTheirSeriesAlone() {
        var first = LocalDate.of(2023, 1, 2);
        var days = first.datesUntil(LocalDate.of(2025, 12, 12)).toList();
        var found = UnusualSteps.of(days.stream().mapToDouble(PlantedEffectsTest::count).toArray(), 7).steps().stream().map(step -> days.get(step.step())).toList();
        assertTrue(found.containsAll(PlantedEffects.ANOMALIES.keySet()), found.toString());
        assertTrue(found.size() - PlantedEffects.ANOMALIES.size() <= days.size() / 100, found.toString());
    }

    @Test
    void theBulkOrderStandsOutInRevenue() {
        var day = PlantedEffects.BULK_ORDER_DAY;
        double usual = around(day).mapToDouble(PlantedEffectsTest::revenue).average().orElseThrow();
        assertTrue(revenue(day) >= PlantedEffects.LEAST_BULK_FACTOR * usual);
    }

    @Test
    void customersReturnMostOfWhatBreaks() {
        check("all", PlantedEffects.RETURN_RATE, returnRate(line -> true));
        check("fragile", PlantedEffects.FRAGILE_RETURN_RATE, returnRate(line -> line.product().code().equals(PlantedEffects.FRAGILE_PRODUCT)));
        var ratings = COMPANY.feedback().stream().collect(Collectors.partitioningBy(
                feedback -> feedback.product().code().equals(PlantedEffects.FRAGILE_PRODUCT), Collectors.averagingInt(Feedback::rating)));
        check("rating", PlantedEffects.FRAGILE_RATING, Objects.requireNonNull(ratings.get(true)));
        assertTrue(Objects.requireNonNull(ratings.get(false)) > 3.8);
    }

    @Test
    void campaignsAreAnsweredMoreThanSilence() {
        var arms = COMPANY.contacts().stream().collect(Collectors.groupingBy(Contact::arm));
        check("offer", PlantedEffects.RESPONSE_RATE, share(arms.getOrDefault("offer", List.of()), Contact::responded));
        check("control", PlantedEffects.CONTROL_RESPONSE_RATE, share(arms.getOrDefault("control", List.of()), Contact::responded));
    }

    @Test
    void repsCloseDifferently() {
        check("all", PlantedEffects.WIN_RATE, winRate(opportunity -> true));
        check("best", PlantedEffects.BEST_WIN_RATE, winRate(opportunity -> opportunity.customer().rep().equals(PlantedEffects.BEST_CLOSER)));
        check("weakest", PlantedEffects.WEAKEST_WIN_RATE, winRate(opportunity -> opportunity.customer().rep().equals(PlantedEffects.WEAKEST_CLOSER)));
    }

    private static void check(Object what, Effect planted, double measured) {
        assertTrue(planted.recoveredBy(measured), what + ": planted " + planted + ", measured " + measured);
    }

    private static double count(LocalDate day) {
        return BY_DAY.getOrDefault(day, List.of()).size();
    }

    private static double revenue(LocalDate day) {
        return BY_DAY.getOrDefault(day, List.of()).stream().flatMap(order -> order.lines().stream()).mapToLong(Line::amount).sum();
    }

    private static Stream<LocalDate> days() {
        return PlantedEffects.FIRST_DAY.datesUntil(PlantedEffects.NEWEST_DAY.plusDays(1));
    }

    private static double years(LocalDate day) {
        return ChronoUnit.DAYS.between(PlantedEffects.FIRST_DAY, day) / 365.25;
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The eight same weekdays nearest to a day. */
    private static Stream<LocalDate> around(LocalDate day) {
        return Stream.of(-4, -3, -2, -1, 1, 2, 3, 4).map(day::plusWeeks).filter(near -> !near.isAfter(PlantedEffects.NEWEST_DAY));
    }

    /** From the same dates of 2023 and 2025, two years apart. */
    private static double growth() {
        var first = days().filter(day -> day.getYear() == 2023 && day.getDayOfYear() <= PlantedEffects.NEWEST_DAY.getDayOfYear());
        var last = days().filter(day -> day.getYear() == 2025 && day.getDayOfYear() >= PlantedEffects.FIRST_DAY.getDayOfYear());
        return Math.sqrt(last.mapToDouble(PlantedEffectsTest::count).sum() / first.mapToDouble(PlantedEffectsTest::count).sum()) - 1;
    }

    /** The mean of a measure by class of days, relative to the mean class. */
    private static <K> Map<K, Double> means(K[] classes, Function<LocalDate, K> of, Function<LocalDate, Double> measure) {
        var means = days().collect(Collectors.groupingBy(of, Collectors.averagingDouble(measure::apply)));
        double mean = Arrays.stream(classes).mapToDouble(each -> mean(means, each)).average().orElseThrow();
        means.replaceAll((each, value) -> value / mean);
        return means;
    }

    private static <K> double mean(Map<K, Double> means, K key) {
        return Objects.requireNonNull(means.get(key));
    }

    private static double unitsAnOrder(Predicate<LocalDate> when, Predicate<Line> which) {
        var orders = COMPANY.orders().stream().filter(order -> when.test(order.day())).toList();
        return (double) orders.stream().flatMap(order -> order.lines().stream()).filter(which).mapToLong(Line::quantity).sum() / orders.size();
    }

    private record Sold(String product, String quarter) {}

    /** Price and units an order as logarithms. */
    private record Point(double weight, double price, double units) {}

    /**
     * The slope of log units an order on log price over the category's products and quarters, each product about its own mean,
     * weighted by units, since a count's logarithm varies with one over the count; days of promotions left out.
     */
    private static double elasticity(String category) {
        var orders = new HashMap<String, Integer>();
        var units = new HashMap<Sold, Long>();
        var prices = new HashMap<Sold, Long>();
        COMPANY.orders().stream().filter(order -> Campaigns.on(order.day(), COMPANY.campaigns()).isEmpty()).forEach(order -> {
            orders.merge(quarter(order.day()), 1, Integer::sum);
            order.lines().stream().filter(line -> line.product().category().equals(category) && !order.day().equals(PlantedEffects.BULK_ORDER_DAY)).forEach(line -> {
                var sold = new Sold(line.product().code(), quarter(order.day()));
                units.merge(sold, line.quantity(), Long::sum);
                prices.put(sold, line.unitPrice());
            });
        });
        double products = 0;
        double squares = 0;
        for (var quarters : units.keySet().stream().collect(Collectors.groupingBy(Sold::product)).values()) {
            List<Point> points = new ArrayList<>();
            quarters.forEach(sold -> points.add(new Point(units.getOrDefault(sold, 0L), Math.log(prices.getOrDefault(sold, 0L)),
                    Math.log((double) units.getOrDefault(sold, 0L) / orders.getOrDefault(sold.quarter(), 0)))));
            double weights = points.stream().mapToDouble(Point::weight).sum();
            double meanPrice = points.stream().mapToDouble(point -> point.weight() * point.price()).sum() / weights;
            double meanUnits = points.stream().mapToDouble(point -> point.weight() * point.units()).sum() / weights;
            for (var point : points) {
                products += point.weight() * (point.price() - meanPrice) * (point.units() - meanUnits);
                squares += point.weight() * (point.price() - meanPrice) * (point.price() - meanPrice);
            }
        }
        return products / squares;
    }

    private static boolean has(Order order, String product) {
        return order.lines().stream().anyMatch(line -> line.product().code().equals(product));
    }

    private static <T> double share(List<T> all, Predicate<T> some) {
        return (double) all.stream().filter(some).count() / all.size();
    }

    private static double meanUnits(CustomerType type, String product) {
        return COMPANY.orders().stream().filter(order -> order.customer().type() == type).flatMap(order -> order.lines().stream())
                .filter(line -> line.product().code().equals(product)).mapToLong(Line::quantity).average().orElseThrow();
    }

    /** Whether the silence at the end is over three times the mean gap between orders. */
    private static boolean silent(List<LocalDate> days) {
        if (days.size() < 2) {
            return false;
        }
        double gap = (double) ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) / (days.size() - 1);
        return ChronoUnit.DAYS.between(days.getLast(), PlantedEffects.NEWEST_DAY) > 3 * gap;
    }

    private static double returnRate(Predicate<Line> which) {
        return -amount(COMPANY.credits(), which) / amount(COMPANY.orders(), which);
    }

    private static double amount(List<Order> orders, Predicate<Line> which) {
        return orders.stream().flatMap(order -> order.lines().stream()).filter(which).mapToLong(Line::amount).sum();
    }

    private static double winRate(Predicate<Opportunity> which) {
        return share(COMPANY.opportunities().stream().filter(opportunity -> opportunity.closed() != null && which.test(opportunity)).toList(),
                opportunity -> opportunity.outcome().equals("won"));
    }
}
