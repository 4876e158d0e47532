package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.sample.CustomerBase.Rep;
import org.salesconsultant.warehouse.sample.OrderBook.Fee;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

/** What the sample company asks of its reps: each quarter what they sold in the same one a year before, and some more. */
final class Quotas {
    private static final long ROUNDED_TO = 500_0000;

    private Quotas() {}

    /** @param amount ten-thousandths */
    record Quota(String rep, LocalDate first, LocalDate lastDay, long amount) {}

    /** From the second year up to the running quarter. @param orders of sales and of returns */
    static List<Quota> make(List<Rep> reps, List<Order> orders, List<Order> credits) {
        Map<String, Map<LocalDate, Long>> sold = new HashMap<>();
        Stream.concat(orders.stream(), credits.stream()).forEach(order -> sold.computeIfAbsent(order.customer().rep(), any -> new HashMap<>())
                .merge(Grain.QUARTER.start(order.day()), amount(order), Long::sum));
        List<Quota> quotas = new ArrayList<>();
        var end = Grain.QUARTER.plus(Grain.QUARTER.start(PlantedEffects.NEWEST_DAY), 1);
        for (var first = Grain.QUARTER.start(PlantedEffects.FIRST_DAY).plusYears(1); first.isBefore(end); first = Grain.QUARTER.plus(first, 1)) {
            for (var rep : reps) {
                long before = sold.getOrDefault(rep.name(), Map.of()).getOrDefault(first.minusYears(1), 0L);
                long raised = Pence.share(before, 1 + PlantedEffects.QUOTA_RISE);
                quotas.add(new Quota(rep.name(), first, Grain.QUARTER.plus(first, 1).minusDays(1), (raised + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO));
            }
        }
        return quotas;
    }

    private static long amount(Order order) {
        return order.lines().stream().mapToLong(Line::amount).sum() + order.fees().stream().mapToLong(Fee::amount).sum();
    }
}
