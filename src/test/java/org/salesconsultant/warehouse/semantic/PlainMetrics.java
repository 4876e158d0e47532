package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.semantic.RandomStar.PlainLine;

/** The metrics of DESIGN.md over plain lines. */
final class PlainMetrics implements PlainEvaluation.Sums {
    static final List<String> ALL = List.of("revenue", "gross_revenue", "returns_value", "return_rate", "units_sold", "units", "orders",
            "customers", "new_customers", "repeat_customers", "repeat_rate", "orders_per_customer", "average_order_value", "average_price", "gross_margin", "margin_rate", "discount_rate");

    private final Map<String, LocalDate> firstSale = new HashMap<>();

    PlainMetrics(List<PlainLine> all) {
        for (var line : all) {
            if (line.customer() != null && line.kind() == Kind.SALE) {
                firstSale.merge(line.customer(), line.day(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
    }

    @Override
    public List<String> names() {
        return ALL;
    }

    @Override
    public PlainSum sum(String metric, List<? extends PlainRow> rows) {
        var lines = rows.stream().map(PlainLine.class::cast).toList();
        Predicate<PlainLine> sale = line -> line.kind() == Kind.SALE;
        Predicate<PlainLine> back = line -> line.kind() == Kind.RETURN;
        Predicate<PlainLine> costed = sale.or(back).and(line -> line.margin() != null);
        var gross = money(lines, sale, PlainLine::amount);
        var returned = money(lines, back, PlainLine::amount).negate();
        var discount = money(lines, sale, PlainLine::discount);
        var cost = money(lines, costed, PlainLine::amount);
        var orders = count(lines.stream().filter(sale).map(PlainLine::number));
        return switch (metric) {
            case "revenue" -> plain(money(lines, any -> true, PlainLine::amount));
            case "gross_revenue" -> plain(gross);
            case "returns_value" -> plain(returned);
            case "return_rate" -> rate(returned, gross);
            case "units_sold" -> plain(money(lines, sale, PlainLine::quantity));
            case "units" -> plain(money(lines, sale.or(back), PlainLine::quantity));
            case "orders" -> plain(orders);
            case "customers" -> plain(count(lines.stream().filter(sale).map(PlainLine::customer)));
            case "new_customers" -> plain(count(lines.stream().filter(sale).filter(line -> line.customer() != null
                    && line.day().equals(firstSale.get(line.customer()))).map(PlainLine::customer)));
            case "repeat_customers" -> plain(repeat(lines));
            case "repeat_rate" -> rate(repeat(lines), count(lines.stream().filter(sale).map(PlainLine::customer)));
            case "orders_per_customer" -> rate(count(lines.stream().filter(sale).filter(line -> line.customer() != null).map(PlainLine::number)),
                    count(lines.stream().filter(sale).map(PlainLine::customer)));
            case "average_order_value" -> rate(gross, orders);
            case "average_price" -> rate(gross, money(lines, sale, PlainLine::quantity));
            case "gross_margin" -> new PlainSum(margin(lines, costed), null, cost);
            case "margin_rate" -> new PlainSum(margin(lines, costed), cost, cost);
            case "discount_rate" -> rate(discount, gross.add(discount));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    /** Customers with a sale on a later day than their first one ever. */
    private BigDecimal repeat(List<PlainLine> lines) {
        return count(lines.stream().filter(line -> line.kind() == Kind.SALE && line.customer() != null
                && line.day().isAfter(firstSale.getOrDefault(line.customer(), LocalDate.MAX))).map(PlainLine::customer));
    }

    private static PlainSum plain(BigDecimal of) {
        return new PlainSum(of, null, null);
    }

    private static PlainSum rate(BigDecimal of, BigDecimal per) {
        return new PlainSum(of, per, null);
    }

    private static BigDecimal margin(List<PlainLine> lines, Predicate<PlainLine> costed) {
        return money(lines, costed, line -> Objects.requireNonNull(line.margin()));
    }

    private static BigDecimal count(Stream<@Nullable String> things) {
        return BigDecimal.valueOf(things.filter(Objects::nonNull).distinct().count());
    }

    private static BigDecimal money(List<PlainLine> lines, Predicate<PlainLine> which, ToLongFunction<PlainLine> what) {
        return BigDecimal.valueOf(lines.stream().filter(which).mapToLong(what).sum(), 4);
    }
}
