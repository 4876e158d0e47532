package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.MissingData;

/** What may have driven sales, by day, as far as the warehouse tells: days with a promotion, and how dear things were. */
final class SalesDrivers {
    /** Products whose prices are followed, those with the most revenue. */
    private static final int PRODUCTS = 50;
    /** A campaign makes these sales cheaper where it takes at least this part of what the deepest one takes off beyond the usual. */
    private static final double CHEAPER = 1 / 3.0;

    private final MetricQueries queries;
    private final ToolContext context;
    private final List<Filter> filters;

    SalesDrivers(MetricQueries queries, ToolContext context, List<Filter> filters) {
        this.queries = queries;
        this.context = context;
        this.filters = filters;
    }

    /** Days on which orders were part of a campaign that made these sales cheaper; empty where no order names one. */
    Set<LocalDate> promotionDays() {
        try {
            var promoting = promoting();
            Set<LocalDate> days = new HashSet<>();
            for (var row : run(List.of("orders"), List.of("day", "campaign"), filters, null, null)) {
                if (row.getFirst() instanceof LocalDate day && row.get(1) instanceof String campaign && promoting.getOrDefault(campaign, true) && QuotaReading.amount(row.get(2)) > 0) {
                    days.add(day);
                }
            }
            return days;
        } catch (MissingData none) {
            return Set.of();
        }
    }

    /** By campaign whether it makes these sales cheaper; empty where the data has no discounts to tell by. */
    private Map<String, Boolean> promoting() {
        Map<String, Boolean> promoting = new HashMap<>();
        try {
            var rows = run(List.of("discount_rate"), List.of("campaign"), filters, null, null);
            double usual = rows.stream().filter(row -> row.getFirst() == null).mapToDouble(row -> QuotaReading.amount(row.get(1))).findFirst().orElse(0);
            double deepest = rows.stream().mapToDouble(row -> QuotaReading.amount(row.get(1)) - usual).max().orElse(0);
            rows.stream().filter(row -> row.getFirst() instanceof String)
                    .forEach(row -> promoting.put((String) row.getFirst(), QuotaReading.amount(row.get(1)) - usual >= CHEAPER * deepest));
        } catch (MissingData noDiscounts) {
            return Map.of();
        }
        return promoting;
    }

    /**
     * The logarithm of prices paid relative to each product's usual one, by day: the mean over the products with the most revenue,
     * each with its revenue's weight, so that selling more of what is dear makes no price higher (a geometric Laspeyres index).
     * Prices are those of the day's week, or of the last one with sales.
     *
     * @return null where no product has a price in at least two weeks
     */
    double @Nullable [] prices(LocalDate first, int days) {
        var weights = new LinkedHashMap<String, Double>();
        run(List.of("gross_revenue"), List.of("product"), filters, new MetricQuery.Order("gross_revenue", true), PRODUCTS).stream()
                .filter(row -> row.getFirst() instanceof String && QuotaReading.amount(row.get(1)) > 0).forEach(row -> weights.put((String) row.getFirst(), QuotaReading.amount(row.get(1))));
        if (weights.isEmpty()) {
            return null;
        }
        int weeks = (int) (java.time.temporal.ChronoUnit.DAYS.between(Grain.WEEK.start(first), first.plusDays(days)) / 7) + 1;
        var byProduct = weekly(weights.keySet(), Grain.WEEK.start(first), weeks);
        var sums = new double[weeks];
        double total = 0;
        for (var entry : byProduct.entrySet()) {
            var prices = entry.getValue();
            var known = Arrays.stream(prices).filter(price -> price > 0).sorted().toArray();
            double weight = weights.getOrDefault(entry.getKey(), 0.0);
            if (known.length < 2 || weight == 0) {
                continue;
            }
            double usual = known[known.length / 2];
            double paid = Arrays.stream(prices).filter(price -> price > 0).findFirst().orElse(usual);
            total += weight;
            for (int week = 0; week < weeks; week++) {
                paid = prices[week] > 0 ? prices[week] : paid;
                sums[week] += weight * Math.log(paid / usual);
            }
        }
        if (total == 0) {
            return null;
        }
        double all = total;
        var daily = new double[days];
        int offset = first.getDayOfWeek().getValue() - 1;
        Arrays.setAll(daily, day -> sums[(day + offset) / 7] / all);
        return daily;
    }

    /** What was paid for a unit of each product in each week, 0 where none was sold. */
    private Map<String, double[]> weekly(Set<String> products, LocalDate start, int weeks) {
        int most = Math.max(1, (MetricQueries.MOST_ROWS - 1) / weeks);
        var names = products.stream().limit(most).toList();
        var narrowed = new ArrayList<>(filters);
        narrowed.removeIf(filter -> filter.dimension().equals("product"));
        narrowed.add(new Filter("product", Filter.Operator.IN, names.stream().map(this::code).toList()));
        Map<String, double[]> prices = new HashMap<>();
        for (var row : run(List.of("average_price"), List.of("week", "product"), narrowed, null, null)) {
            if (row.getFirst() instanceof LocalDate week && row.get(1) instanceof String product) {
                int at = (int) (java.time.temporal.ChronoUnit.DAYS.between(start, week) / 7);
                if (at >= 0 && at < weeks) {
                    prices.computeIfAbsent(product, any -> new double[weeks])[at] = QuotaReading.amount(row.get(2));
                }
            }
        }
        return prices;
    }

    /** Where products share a name the metric layer writes {@code name (code)}; a filter wants the code then. */
    private String code(String cell) {
        int open = cell.lastIndexOf(" (");
        return open > 0 && cell.endsWith(")") && queries.members().of(context.warehouse(), queries.model().dimension("product"), context.viewer().scope()).stream()
                .anyMatch(member -> cell.equals(member.name() + " (" + member.code() + ")")) ? cell.substring(open + 2, cell.length() - 1) : cell;
    }

    private List<List<@Nullable Object>> run(List<String> metrics, List<String> dimensions, List<Filter> narrowed, MetricQuery.@Nullable Order order, @Nullable Integer limit) {
        return queries.run(context.warehouse(), new MetricQuery(metrics, dimensions, narrowed, null, order, limit), context.viewer().scope()).rows();
    }
}
