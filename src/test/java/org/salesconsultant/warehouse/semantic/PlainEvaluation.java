package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.semantic.RandomStar.PlainLine;

/** DESIGN.md's definitions, line by line, in the slowest and most obvious way. */
final class PlainEvaluation {
    private final List<PlainLine> all;
    private final Map<String, LocalDate> firstSale = new HashMap<>();

    PlainEvaluation(List<PlainLine> all) {
        this.all = all;
        for (var line : all) {
            if (line.customer() != null && line.kind() == Kind.SALE) {
                firstSale.merge(line.customer(), line.day(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
    }

    /** The metrics of each group, by the group's members; without a limit. @param ranking see {@link QueryPlan} */
    Map<List<@Nullable Object>, List<@Nullable Double>> run(MetricQuery query, RowScope scope, boolean ranking) {
        boolean product = query.dimensions().contains("product") || query.dimensions().contains("category");
        boolean named = query.filters().stream().anyMatch(filter -> "product".equals(filter.dimension()));
        Map<List<@Nullable Object>, List<PlainLine>> groups = new LinkedHashMap<>();
        for (var line : all) {
            boolean left = ranking && (product && !named && (line.fee() || line.kind() == Kind.ADJUSTMENT)
                    || query.dimensions().contains("customer") && line.customer() == null);
            boolean seen = !(scope instanceof RowScope.OfRep(String rep)) || line.rep().equals(rep);
            boolean inPeriod = query.period() == null || query.period().contains(line.day());
            if (!left && seen && inPeriod && query.filters().stream().allMatch(filter -> passes(filter, line))) {
                List<@Nullable Object> key = new ArrayList<>();
                query.dimensions().forEach(dimension -> key.add(!ranking && line.fee() && ("product".equals(dimension) || "category".equals(dimension))
                        ? "fees" : member(dimension, line)));
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
            }
        }
        Map<List<@Nullable Object>, List<@Nullable Double>> values = new LinkedHashMap<>();
        groups.forEach((key, lines) -> {
            List<@Nullable Double> cells = new ArrayList<>();
            query.metrics().forEach(metric -> cells.add(metric(metric, lines)));
            values.put(key, cells);
        });
        return values;
    }

    private static boolean passes(Filter filter, PlainLine line) {
        var member = member(filter.dimension(), line);
        var text = member == null ? null : "product".equals(filter.dimension()) || "customer".equals(filter.dimension())
                ? member.toString().toLowerCase(Locale.ROOT) : member.toString();
        return switch (filter.op()) {
            case IS, IN -> filter.values().stream().anyMatch(value -> Objects.equals(text, same(filter, value)));
            case IS_NOT -> filter.values().stream().noneMatch(value -> Objects.equals(text, same(filter, value)));
            case CONTAINS -> text != null && text.toLowerCase(Locale.ROOT).contains(filter.values().getFirst().toLowerCase(Locale.ROOT));
            case BETWEEN -> text != null && text.compareTo(filter.values().getFirst()) >= 0 && text.compareTo(filter.values().getLast()) <= 0;
            case AT_LEAST -> text != null && text.compareTo(filter.values().getFirst()) >= 0;
            case AT_MOST -> text != null && text.compareTo(filter.values().getFirst()) <= 0;
        };
    }

    private static String same(Filter filter, String value) {
        return "product".equals(filter.dimension()) || "customer".equals(filter.dimension()) ? value.toLowerCase(Locale.ROOT) : value;
    }

    static @Nullable Object member(String dimension, PlainLine line) {
        var day = line.day();
        return switch (dimension) {
            case "day" -> day;
            case "week" -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case "month" -> day.toString().substring(0, 7);
            case "quarter" -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case "year" -> Integer.toString(day.getYear());
            case "weekday" -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "product" -> "Name of " + line.product();
            case "category" -> line.category();
            case "country" -> line.country();
            case "region" -> line.region();
            case "rep" -> line.rep();
            case "channel" -> line.channel();
            case "customer" -> line.customer() == null ? null : "Shop " + line.customer();
            case "customer_type" -> line.type();
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private @Nullable Double metric(String metric, List<PlainLine> lines) {
        Predicate<PlainLine> sale = line -> line.kind() == Kind.SALE;
        Predicate<PlainLine> back = line -> line.kind() == Kind.RETURN;
        Predicate<PlainLine> costed = sale.or(back).and(line -> line.margin() != null);
        double gross = sum(lines, sale, PlainLine::amount);
        double returned = -sum(lines, back, PlainLine::amount);
        double orders = lines.stream().filter(sale).map(PlainLine::number).distinct().count();
        return switch (metric) {
            case "revenue" -> sum(lines, any -> true, PlainLine::amount);
            case "gross_revenue" -> gross;
            case "returns_value" -> returned;
            case "return_rate" -> ratio(returned, gross);
            case "units_sold" -> sum(lines, sale, PlainLine::quantity);
            case "units" -> sum(lines, sale.or(back), PlainLine::quantity);
            case "orders" -> orders;
            case "customers" -> (double) customers(lines.stream().filter(sale));
            case "new_customers" -> (double) customers(lines.stream().filter(sale).filter(line -> line.customer() != null
                    && line.day().equals(firstSale.get(line.customer()))));
            case "average_order_value" -> ratio(gross, orders);
            case "average_price" -> ratio(gross, sum(lines, sale, PlainLine::quantity));
            case "gross_margin" -> sum(lines, costed, PlainLine::amount) == 0 ? null : (Double) margin(lines, costed);
            case "margin_rate" -> ratio(margin(lines, costed), sum(lines, costed, PlainLine::amount));
            case "discount_rate" -> ratio(sum(lines, sale, PlainLine::discount), gross + sum(lines, sale, PlainLine::discount));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double margin(List<PlainLine> lines, Predicate<PlainLine> costed) {
        return sum(lines, costed, line -> Objects.requireNonNull(line.margin()));
    }

    private static long customers(Stream<PlainLine> lines) {
        return lines.map(PlainLine::customer).filter(Objects::nonNull).distinct().count();
    }

    private static double sum(List<PlainLine> lines, Predicate<PlainLine> which, ToLongFunction<PlainLine> what) {
        return lines.stream().filter(which).mapToLong(what).sum() / 10_000.0;
    }

    private static @Nullable Double ratio(double of, double per) {
        return per == 0 ? null : (Double) (of / per);
    }
}
