package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.baskets.Baskets;
import org.salesconsultant.analytics.churn.PurchaseDays;
import org.salesconsultant.analytics.churn.PurchaseRhythm;
import org.salesconsultant.analytics.churn.RhythmBacktest;
import org.salesconsultant.analytics.recommend.ItemNeighbours;
import org.salesconsultant.analytics.segments.Rfm;
import org.salesconsultant.analytics.segments.Segmentation;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.history.CustomerHistory;
import org.salesconsultant.warehouse.history.PurchaseHistory;
import org.salesconsultant.warehouse.history.Purchases;
import org.salesconsultant.warehouse.semantic.Fact;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.Segments;
import org.salesconsultant.warehouse.semantic.SqlCondition;

/**
 * The models of customers and products, learned from the rows a viewer may see when first asked for and kept while the data
 * stands. Safe for many threads.
 */
public final class CustomerModels implements Segments {
    static final double TEN_THOUSANDTHS = 1e4;
    /** About 200 MB while they are read. */
    private static final long MOST_LINES = 3_000_000;
    private static final int KEPT_WHOLE = 4;
    private static final int KEPT_QUESTIONS = 50;
    private static final int HORIZON = 90;
    /** Rules of more products than this nobody reads. */
    private static final int ITEMS_OF_A_RULE = 3;

    private final MetricQueries queries;
    private final Kept<Population> populations = new Kept<>(KEPT_QUESTIONS);
    private final Kept<Segmentation> segmentations = new Kept<>(KEPT_QUESTIONS);
    private final Kept<Optional<String>> assigned = new Kept<>(KEPT_WHOLE);
    private final Kept<Churn> churns = new Kept<>(KEPT_WHOLE);
    private final Kept<Assortment> assortments = new Kept<>(KEPT_WHOLE);
    private final Kept<Baskets.Mined> mined = new Kept<>(KEPT_QUESTIONS);

    public CustomerModels(MetricQueries queries) {
        this.queries = queries;
    }

    /** @param customers with at least one sale, by key @param filters as a person reads them */
    record Population(List<CustomerHistory> customers, List<String> filters, List<Filter> resolved, long rowsRead, String sql) {
        long revenue() {
            return customers.stream().mapToLong(CustomerHistory::revenue).sum();
        }
    }

    /** @param backtest null where the past is too short for one */
    record Churn(PurchaseRhythm rhythm, @Nullable RhythmBacktest backtest, int now) {
        double risk(CustomerHistory customer) {
            return rhythm.risk(new PurchaseDays(customer.saleDays()), now);
        }

        /** In days. */
        double usualGap(CustomerHistory customer) {
            return rhythm.usualGap(new PurchaseDays(customer.saleDays()));
        }

        int silence(CustomerHistory customer) {
            return now - customer.lastSaleDay();
        }
    }

    /** @param neighbours learned from {@code purchases}; products are known by their place there */
    record Assortment(Purchases purchases, ItemNeighbours neighbours, Baskets baskets, List<String> filters) {}

    MetricQueries queries() {
        return queries;
    }

    PurchaseHistory history(ToolContext context) {
        return new PurchaseHistory(context.warehouse(), MOST_LINES);
    }

    /** The rows of lines this viewer may see. */
    SqlCondition visibleLines(ToolContext context) {
        return queries.condition(context.warehouse(), Fact.LINES, List.of(), null, context.viewer().scope());
    }

    /**
     * The customers that fit; with filters, what they bought of what fits.
     *
     * <p>Throws as {@link MetricQueries#condition}.
     */
    Population population(ToolContext context, List<Filter> filters) {
        return population(Sight.of(context), filters);
    }

    private Population population(Sight sight, List<Filter> filters) {
        return populations.get(sight, filters, () -> {
            // what needs no product is read from the orders' own sums
            var fact = filters.isEmpty() ? Fact.ORDERS : Fact.LINES;
            var condition = queries.condition(sight.warehouse(), fact, filters, null, sight.scope());
            var history = new PurchaseHistory(sight.warehouse(), MOST_LINES);
            var read = filters.isEmpty() ? history.customersOfOrders(condition) : history.customersOfLines(condition);
            return new Population(read.histories().stream().filter(CustomerHistory::hasBought).toList(), condition.filters(),
                    condition.resolved(), read.rowsRead(), read.sql());
        });
    }

    /** @throws IllegalArgumentException where there are too few customers to group */
    Segmentation segmentation(ToolContext context, List<Filter> filters, @Nullable Integer k) {
        return segmentation(Sight.of(context), filters, k);
    }

    private Segmentation segmentation(Sight sight, List<Filter> filters, @Nullable Integer k) {
        record Question(List<Filter> filters, @Nullable Integer k) {}
        int now = (int) sight.state().now().toEpochDay();
        return segmentations.get(sight, new Question(filters, k), () -> Segmentation.fit(population(sight, filters).customers().stream()
                .map(customer -> new Rfm(now - customer.lastSaleDay(), customer.orders(), customer.revenue() / TEN_THOUSANDTHS)).toList(), k));
    }

    /** What the metric layer needs to count by segments: those of {@code segment_customers}, of one name together. */
    @Override
    public Optional<String> of(Warehouse warehouse, RowScope scope) {
        var sight = new Sight(warehouse, warehouse.state(), scope);
        if (sight.state().isEmpty()) {
            return Optional.empty();
        }
        return assigned.get(sight, "assigned", () -> {
            try {
                var segmentation = segmentation(sight, List.of(), null);
                var customers = population(sight, List.of()).customers();
                return Optional.of(IntStream.range(0, customers.size()).<String>mapToObj(i -> "\"" + customers.get(i).customer() + "\":"
                        + segmentation.segments().get(segmentation.segmentOf()[i]).name().ordinal()).collect(Collectors.joining(",", "{", "}")));
            } catch (IllegalArgumentException tooFew) {
                return Optional.empty();
            }
        });
    }

    /** Learned from all customers the viewer may see. */
    Churn churn(ToolContext context) {
        return churns.get(context, "churn", () -> {
            int now = now(context);
            var days = population(context, List.of()).customers().stream().map(customer -> new PurchaseDays(customer.saleDays())).toList();
            int span = days.stream().mapToInt(customer -> now - customer.days()[0]).max().orElse(0);
            return new Churn(PurchaseRhythm.fit(days, now), RhythmBacktest.run(days, now, Math.min(HORIZON, span / 4)), now);
        });
    }

    Assortment assortment(ToolContext context) {
        return assortments.get(context, "assortment", () -> {
            var condition = visibleLines(context);
            var purchases = history(context).purchases(condition);
            int products = purchases.products().size();
            return new Assortment(purchases, ItemNeighbours.fit(products, purchases.byCustomer()),
                    new Baskets(products, purchases.byOrder()), condition.filters());
        });
    }

    Baskets.Mined rules(ToolContext context, int minimumCount, double minimumConfidence) {
        record Question(int count, double confidence) {}
        return mined.get(context, new Question(minimumCount, minimumConfidence),
                () -> assortment(context).baskets().rules(minimumCount, minimumConfidence, ITEMS_OF_A_RULE));
    }

    static int now(ToolContext context) {
        return (int) context.state().now().toEpochDay();
    }

    /** The customers of one population that are in another too. */
    static List<CustomerHistory> among(Population all, Population some) {
        var keys = some.customers().stream().map(CustomerHistory::customer).collect(Collectors.toSet());
        List<CustomerHistory> both = new ArrayList<>(all.customers());
        both.removeIf(customer -> !keys.contains(customer.customer()));
        return both;
    }
}
