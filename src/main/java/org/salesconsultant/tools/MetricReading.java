package org.salesconsultant.tools;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.QueryResult;

/**
 * A metric query with what it came to: what the table and the sentences of a finding are made from.
 *
 * @param before the period beside it, or null
 * @param earlier the result over that period
 * @param asked whether that comparison was asked for
 */
record MetricReading(ToolContext context, Periods periods, List<Metric> metrics, List<Dimension> dimensions, MetricQuery query,
                     QueryResult result, @Nullable Period before, @Nullable QueryResult earlier, boolean asked) {
    /** What kind of table it is. */
    enum Shape { NUMBER, SERIES, MEMBERS, CROSSED }

    Shape shape() {
        if (dimensions.isEmpty()) {
            return Shape.NUMBER;
        }
        if (dimensions.size() > 1) {
            return Shape.CROSSED;
        }
        return dimensions.getFirst().isTime() ? Shape.SERIES : Shape.MEMBERS;
    }

    Period period() {
        var period = query.period();
        return period == null ? periods.all() : period;
    }

    boolean isAllData() {
        return query.period() == null;
    }

    /** The metric that sentences are about. */
    Metric metric() {
        return metrics.getFirst();
    }

    String label() {
        return metric().label().in(context.language());
    }

    /** All metrics' labels, as a list. */
    String labels() {
        return metrics.stream().map(metric -> metric.label().in(context.language())).collect(Collectors.collectingAndThen(Collectors.toList(), context.spoken()::list));
    }

    /** Where the cells of the first metric stand in {@link #result}. */
    int column() {
        return dimensions.size();
    }

    /** The first metric's cells. */
    List<@Nullable Number> values() {
        return result.rows().stream().<@Nullable Number>map(row -> (Number) row.get(column())).toList();
    }

    /** Where a column stands in {@link #result}, or -1. @param name as the metric layer names it */
    int at(String name) {
        return result.columns().stream().map(Finding.Column::name).toList().indexOf(name);
    }

    /** Whether shares were asked for where a table would not have them by itself. */
    boolean asksShares() {
        return query.share() && (dimensions.size() != 1 || metrics.size() > 1 || !metric().isAdditive());
    }

    /** Whether the best or worst members were asked for. */
    boolean isRanking() {
        return shape() == Shape.MEMBERS && metrics.size() == 1 && (query.limit() != null || query.order() != null && query.order().by().equals(metric().name()));
    }

    /** Whether the data has no dates at all. */
    boolean isUndated() {
        return context.state().newestDay() == null;
    }

    /** Whether no metric has a value: rows were read, but they hold nothing of what was asked. */
    boolean isBlank() {
        return result.rows().stream().allMatch(row -> row.subList(column(), column() + metrics.size()).stream().allMatch(Objects::isNull));
    }

    String spoken(Number value) {
        return spoken(metric(), value);
    }

    String spoken(Metric metric, Number value) {
        return spoken(context, metric, value);
    }

    static String spoken(ToolContext context, Metric metric, Number value) {
        return switch (metric.type()) {
            case MONEY -> context.spoken().money(value);
            case PERCENT -> context.spoken().percent(value.doubleValue());
            case TEXT, DATE, NUMBER, INTEGER -> context.spoken().number(value);
        };
    }

    /** The relative change, or null where it says nothing: from nothing, or of a rate. */
    static @Nullable Double change(Metric metric, @Nullable Number value, @Nullable Number before) {
        if (metric.type() == Finding.Type.PERCENT || value == null || before == null || before.doubleValue() == 0) {
            return null;
        }
        return (value.doubleValue() - before.doubleValue()) / Math.abs(before.doubleValue());
    }
}
