package org.salesconsultant.warehouse.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;

/**
 * A question to the metric layer: which metrics, split by which dimensions, over which rows.
 *
 * @param metrics names from {@code config/metrics.yaml}, at least one
 * @param dimensions names from there too, time grains ({@code day} … {@code year}, {@code weekday}) among them; may be empty
 * @param filters all must hold; one that names a metric keeps the groups that reach a value
 * @param period null for all data
 * @param order null: time dimensions ascending, else the first metric descending
 * @param limit rows to give at most; null: a bound that keeps memory safe. With {@code others}: members of the first dimension
 *     that is no time
 * @param share whether each metric's share of the whole stands beside it: of all rows that match the filters, not of those
 *     shown; with two dimensions also of the first one's member; without any, of what there is without the filters
 * @param others whether everything beyond the limit stands in a row of its own, so that the table adds up
 * @param running values that run along the query's time dimension, or null
 */
public record MetricQuery(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable Period period,
                          @Nullable Order order, @Nullable Integer limit, boolean share, boolean others, @Nullable Running running) {
    public MetricQuery(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable Period period, @Nullable Order order,
                       @Nullable Integer limit) {
        this(metrics, dimensions, filters, period, order, limit, false, false, null);
    }

    /** @param by a metric or dimension of the query */
    public record Order(String by, boolean descending) {}

    /**
     * Beside each metric, its value up to a step of time or over the last ones.
     *
     * @param window steps of a moving value: an average of sums and counts, the rate of the steps together; of no meaning else
     * @param eachYear whether a cumulative value begins anew with every year
     */
    public record Running(Kind kind, int window, boolean eachYear) {
        public enum Kind { CUMULATIVE, MOVING }

        public static Running cumulative() {
            return new Running(Kind.CUMULATIVE, 0, false);
        }

        public static Running moving(int window) {
            return new Running(Kind.MOVING, window, false);
        }
    }
}
