package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query with its names looked up: metrics of one subject over one fact.
 *
 * @param ranking whether the best or worst members are asked for rather than a full split
 * @param order what to sort by before the tie-breakers
 * @param limit rows to give at most
 */
record QueryPlan(Fact fact, List<Metric> metrics, List<Dimension> dimensions, SqlCondition condition, boolean ranking,
                 List<Term> order, int limit) {
    /** @param column a metric or dimension of the query */
    record Term(String column, boolean descending) {}

    /** What the query's order comes to: time runs forward, all else starts with the largest. */
    static List<Term> order(List<Metric> metrics, List<Dimension> dimensions, MetricQuery.@Nullable Order asked) {
        List<Term> terms = new ArrayList<>();
        if (asked != null) {
            terms.add(new Term(asked.by(), asked.descending()));
        }
        dimensions.stream().filter(Dimension::isTime).forEach(dimension -> terms.add(new Term(dimension.name(), false)));
        if (!dimensions.isEmpty()) {
            terms.add(new Term(metrics.getFirst().name(), true));
        }
        return List.copyOf(terms);
    }

    /** Every measure the metrics are made of, and for margins those that tell how much of the amount has a known cost. */
    List<Measure> measures() {
        var own = metrics.stream().map(Metric::formula).flatMap(formula -> Stream.concat(formula.of().stream(), formula.per().stream()));
        return Stream.concat(own, needsCost() ? Stream.of(Measure.COSTED_AMOUNT, Measure.GROSS_REVENUE, Measure.RETURNS_VALUE) : Stream.of())
                .distinct().toList();
    }

    boolean needsCost() {
        return metrics.stream().anyMatch(metric -> metric.formula().of().contains(Measure.GROSS_MARGIN));
    }

    /** A ranking of products leaves fees and adjustments out, unless products are named. */
    boolean leavesFeesOut() {
        return ranking && splitsProducts() && condition.resolved().stream().noneMatch(filter -> "product".equals(filter.dimension()));
    }

    /** The metric ranked from below, or null: a member that has none of it is no answer to "the least". Rates may well be nothing. */
    @Nullable Metric rankedFromBelow() {
        var first = order.isEmpty() ? null : order.getFirst();
        return !ranking || first == null || first.descending() ? null
                : metrics.stream().filter(metric -> metric.name().equals(first.column()) && !metric.isRatio()).findFirst().orElse(null);
    }

    /** A full split has one row for all fees. */
    boolean gathersFees() {
        return !ranking && splitsProducts();
    }

    private boolean splitsProducts() {
        return fact == Fact.LINES && dimensions.stream().anyMatch(dimension -> dimension.members().isOfProduct());
    }

    /** A ranking of customers leaves out the rows whose customer is not known. */
    boolean leavesUnknownCustomersOut() {
        return ranking && dimensions.stream().anyMatch(dimension -> dimension.members() == Source.CUSTOMER);
    }
}
