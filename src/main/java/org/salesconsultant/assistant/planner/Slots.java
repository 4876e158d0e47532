package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.semantic.Filter;

/**
 * What a question fixes, whatever tool answers it; {@link Arguments} writes it as a tool's arguments.
 *
 * @param period,compareTo names that {@code Periods} reads, or null where none is named
 * @param order null: the tool's own order
 * @param limit rows wanted, or groups for a segmentation
 * @param horizon how far a forecast reaches
 * @param by what customers are ranked by
 * @param text the question itself, for a search
 * @param extras shares, others and running values
 * @param scenario what is supposed to be otherwise, or null
 */
record Slots(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable String period, @Nullable String compareTo,
             @Nullable Order order, @Nullable Integer limit, @Nullable Horizon horizon, @Nullable String by, @Nullable String text,
             Extras extras, @Nullable Scenario scenario) {
    static final Slots EMPTY = new Slots(List.of(), List.of(), List.of(), null, null, null, null, null, null, null, Extras.NONE, null);

    /** @param by a metric or a dimension */
    record Order(String by, boolean descending) {}

    record Horizon(Grain grain, int steps) {}

    /** @param change relative for a price, the share of days for a promotion; null where none is said */
    record Scenario(String driver, @Nullable Double change) {}

    Slots withScenario(Scenario value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, limit, horizon, by, text, extras, value);
    }

    /**
     * What stands beside the numbers.
     *
     * @param running {@code cumulative}, {@code moving} or null
     * @param window steps of a moving average, null where none is said
     */
    record Extras(boolean share, boolean others, @Nullable String running, @Nullable Integer window) {
        static final Extras NONE = new Extras(false, false, null, null);
    }

    Slots withExtras(Extras value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, limit, horizon, by, text, value, scenario);
    }

    Slots withMetrics(List<String> values) {
        var moved = order != null && !values.isEmpty() && metrics.contains(order.by()) ? new Order(values.getFirst(), order.descending()) : order;
        return new Slots(List.copyOf(values), dimensions, filters, period, compareTo, moved, limit, horizon, by, text, extras, scenario);
    }

    Slots withDimensions(List<String> values) {
        return new Slots(metrics, List.copyOf(values), filters, period, compareTo, order, limit, horizon, by, text, extras, scenario);
    }

    Slots withFilters(List<Filter> values) {
        return new Slots(metrics, dimensions, List.copyOf(values), period, compareTo, order, limit, horizon, by, text, extras, scenario);
    }

    Slots withPeriod(@Nullable String value) {
        return new Slots(metrics, dimensions, filters, value, compareTo, order, limit, horizon, by, text, extras, scenario);
    }

    Slots withCompareTo(@Nullable String value) {
        return new Slots(metrics, dimensions, filters, period, value, order, limit, horizon, by, text, extras, scenario);
    }

    Slots withOrder(@Nullable Order value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, value, limit, horizon, by, text, extras, scenario);
    }

    Slots withLimit(@Nullable Integer value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, value, horizon, by, text, extras, scenario);
    }

    Slots withHorizon(@Nullable Horizon value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, limit, value, by, text, extras, scenario);
    }

    Slots withBy(@Nullable String value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, limit, horizon, value, text, extras, scenario);
    }

    Slots withText(@Nullable String value) {
        return new Slots(metrics, dimensions, filters, period, compareTo, order, limit, horizon, by, value, extras, scenario);
    }

    /** New members take the place of the old ones of their dimension; an exclusion stands beside. */
    Slots replacingFilters(List<Filter> changed) {
        List<Filter> kept = new ArrayList<>(filters);
        for (var filter : changed) {
            kept.removeIf(old -> old.dimension().equals(filter.dimension()) && (!isExclusion(filter) || isExclusion(old)));
        }
        kept.addAll(changed);
        return withFilters(kept);
    }

    /** The members a dimension is narrowed to; empty where it is not. */
    List<String> members(String dimension) {
        return filters.stream().filter(filter -> filter.dimension().equals(dimension) && !isExclusion(filter))
                .flatMap(filter -> filter.values().stream()).toList();
    }

    static boolean isExclusion(Filter filter) {
        return filter.op() == Filter.Operator.IS_NOT;
    }
}
