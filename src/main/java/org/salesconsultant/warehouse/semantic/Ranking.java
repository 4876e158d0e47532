package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of a table are shown, and in which order: what the database does where it can, and what is done here where the
 * table is put together from several statements.
 *
 * @param order what to sort by before the keys
 * @param thresholds what shown groups must reach
 * @param fromBelow the metric ranked from below, or null: a member that has none of it is no answer to "the least"
 */
record Ranking(List<Step> order, List<Threshold> thresholds, @Nullable Metric fromBelow) {
    sealed interface Step {}

    record ByMetric(Metric metric, boolean descending) implements Step {}

    record ByMember(Dimension dimension, boolean descending) implements Step {}

    /** Time runs forward, all else starts with the largest. */
    static Ranking of(Asked asked) {
        List<Step> order = new ArrayList<>();
        var by = asked.order();
        if (by != null) {
            order.add(asked.isMetric(by.by()) ? new ByMetric(metric(asked, by.by()), by.descending())
                    : new ByMember(asked.dimensions().stream().filter(dimension -> dimension.name().equals(by.by())).findFirst().orElseThrow(), by.descending()));
        }
        asked.dimensions().stream().filter(Dimension::isTime).forEach(dimension -> order.add(new ByMember(dimension, false)));
        if (!asked.dimensions().isEmpty()) {
            order.add(new ByMetric(asked.metrics().getFirst(), true));
        }
        return new Ranking(List.copyOf(order), asked.thresholds(), fromBelow(asked));
    }

    /** Rates may well be nothing, and a step of time in which nothing was sold is the least. */
    private static @Nullable Metric fromBelow(Asked asked) {
        var by = asked.order();
        if (!asked.isRanking() || by == null || by.descending() || !asked.isMetric(by.by())) {
            return null;
        }
        var metric = metric(asked, by.by());
        return metric.isRatio() ? null : metric;
    }

    private static Metric metric(Asked asked, String name) {
        return asked.metrics().stream().filter(metric -> metric.name().equals(name)).findFirst().orElseThrow();
    }

    boolean shows(Map<Term, Long> sums) {
        return thresholds.stream().allMatch(threshold -> threshold.passes(sums))
                && (fromBelow == null || !Objects.equals(Math.abs(number(fromBelow.raw(sums))), 0.0));
    }

    private static double number(@Nullable Number value) {
        return value == null ? 0 : value.doubleValue();
    }

    /** As the database sorts. */
    Comparator<Group> comparator(List<Dimension> dimensions) {
        Comparator<Group> comparator = (a, b) -> 0;
        for (var step : order) {
            comparator = comparator.thenComparing(switch (step) {
                case ByMetric(var metric, var descending) -> (a, b) -> compare(metric.raw(a.sums()), metric.raw(b.sums()), descending);
                case ByMember(var dimension, var descending) -> {
                    int i = dimensions.indexOf(dimension);
                    yield (a, b) -> compare(member(dimension, a, i), member(dimension, b, i), descending);
                }
            });
        }
        for (int i = 0; i < dimensions.size(); i++) {
            int key = i;
            comparator = comparator.thenComparing((a, b) -> compare(a.keys().get(key), b.keys().get(key), false));
        }
        return comparator;
    }

    /** Time by its key, so that weekdays run from Monday; all else by name. */
    private static @Nullable Object member(Dimension dimension, Group group, int i) {
        return dimension.isTime() ? group.keys().get(i) : group.members().get(i);
    }

    /** Nulls last, whichever way the order runs. */
    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        int order = a instanceof Long one && b instanceof Long other ? Long.compare(one, other)
                : a instanceof Number first && b instanceof Number second ? Double.compare(first.doubleValue(), second.doubleValue())
                : a.toString().compareTo(b.toString());
        return descending ? -order : order;
    }
}
