package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

/** What customers send back: credit notes a few days after the order, at the price paid. */
final class Returns {
    private static final double SHARE_OF_LINES = 0.034;
    private static final double SHARE_OF_FRAGILE_LINES = 0.22;
    private static final int FIRST_DAY_AFTER = 3;
    private static final int LAST_DAY_AFTER = 24;

    private Returns() {}

    /** In order of their days. */
    static List<Order> of(List<Order> orders, Draw draw) {
        List<Order> credits = new ArrayList<>();
        for (var order : orders) {
            var back = order.lines().stream().filter(line -> draw.chance(share(line))).map(line -> back(line, draw)).toList();
            var day = order.day().plusDays(draw.whole(FIRST_DAY_AFTER, LAST_DAY_AFTER));
            if (!back.isEmpty() && !day.isAfter(PlantedEffects.NEWEST_DAY)) {
                credits.add(credit(order, day, back, draw));
            }
        }
        credits.sort(Comparator.comparing(Order::day));
        return credits;
    }

    private static double share(Line line) {
        return line.product().code().equals(PlantedEffects.FRAGILE_PRODUCT) ? SHARE_OF_FRAGILE_LINES : SHARE_OF_LINES;
    }

    private static Line back(Line line, Draw draw) {
        long quantity = Math.max(1, draw.rounded(line.quantity() * draw.between(0.3, 1.0)));
        long pricePaid = line.unitPrice() - line.discount() / line.quantity();
        return new Line(line.product(), -Math.min(quantity, line.quantity()), pricePaid, 0);
    }

    private static Order credit(Order order, LocalDate day, List<Line> lines, Draw draw) {
        return new Order("CR" + order.number().substring(2), day, draw.whole(9 * 60, 17 * 60), order.customer(), order.channel(), null, lines,
                List.of());
    }
}
