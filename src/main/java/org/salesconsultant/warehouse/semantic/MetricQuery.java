package org.salesconsultant.warehouse.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;

/**
 * A question to the metric layer: which metrics, split by which dimensions, over which rows.
 *
 * @param metrics names from {@code config/metrics.yaml}, at least one
 * @param dimensions names from there too, time grains ({@code day} … {@code year}, {@code weekday}) among them; may be empty
 * @param period null for all data
 * @param order null: time dimensions ascending, else the first metric descending
 * @param limit rows to give at most; null: a bound that keeps memory safe
 */
public record MetricQuery(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable Period period,
                          @Nullable Order order, @Nullable Integer limit) {
    /** @param by a metric or dimension of the query */
    public record Order(String by, boolean descending) {}
}
