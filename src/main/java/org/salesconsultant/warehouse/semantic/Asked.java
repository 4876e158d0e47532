package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.UserError;

/**
 * A query with its names looked up and held to what goes together.
 *
 * @param metrics as asked, and behind them those that only a threshold names
 * @param filters on dimensions
 * @param thresholds on groups
 * @param limit rows at most, or members with {@code others}; null where none is asked
 */
record Asked(List<Metric> metrics, List<Dimension> dimensions, List<Filter> filters, List<Threshold> thresholds, @Nullable Period period,
             MetricQuery.@Nullable Order order, @Nullable Integer limit, boolean share, boolean others, MetricQuery.@Nullable Running running) {
    /** Members shown beside the others where no limit says how many. */
    private static final int USUAL_MEMBERS = 10;
    private static final int LONGEST_WINDOW = 1_000;

    /** @throws UserError when a name does not exist or things do not go together */
    static Asked of(SemanticModel model, MetricQuery query) {
        List<Filter> filters = new ArrayList<>();
        List<Threshold> thresholds = new ArrayList<>();
        for (var filter : query.filters()) {
            filter.check();
            if (isOfMetric(model, filter)) {
                thresholds.add(Threshold.of(model.metric(filter.dimension()), filter));
            } else {
                filters.add(filter);
            }
        }
        var metrics = Stream.concat(query.metrics().stream().map(model::metric), Threshold.metrics(thresholds).stream()).distinct().toList();
        var dimensions = query.dimensions().stream().map(model::dimension).distinct().toList();
        if (query.metrics().isEmpty()) {
            throw wrong("The query names no metric.", "Metrics: " + model.metrics().stream().map(Metric::name).collect(Collectors.joining(", ")) + ".");
        }
        var asked = new Asked(metrics, dimensions, filters, thresholds, query.period(), order(model, query.order(), metrics, dimensions), query.limit(),
                query.share(), query.others(), query.running());
        asked.check();
        return asked;
    }

    private static boolean isOfMetric(SemanticModel model, Filter filter) {
        return model.hasMetric(filter.dimension()) && (filter.op().isOrdering() || !model.hasDimension(filter.dimension()));
    }

    private void check() {
        if (limit != null && limit < 1) {
            throw wrong("The limit is " + limit + ".", "Use 1 or more.");
        }
        if (!thresholds.isEmpty() && dimensions.isEmpty()) {
            throw wrong("A bound on \"" + thresholds.getFirst().metric().name() + "\" needs groups to hold against it.", "Name a dimension, e.g. customer.");
        }
        if (others && member().isEmpty()) {
            throw wrong("Only members can be gathered as others.", "Name a dimension that is no time, e.g. country.");
        }
        if (share && metrics.stream().allMatch(Metric::isRatio)) {
            throw wrong("\"" + metrics.getFirst().name() + "\" is a rate: it has no shares.", "Ask for the shares of a sum or a count, e.g. revenue.");
        }
        if (running != null) {
            checkRunning(running);
        }
    }

    private void checkRunning(MetricQuery.Running asked) {
        if (grain().isEmpty()) {
            throw wrong("A running value needs steps of time to run along.", "Add one of day, week, month, quarter and year to the dimensions.");
        }
        if (dimensions.stream().filter(Dimension::isTime).count() > 1) {
            throw wrong("A running value runs along one time dimension.", "Name one of them only.");
        }
        if (!thresholds.isEmpty() || share) {
            throw wrong("A running value cannot stand beside shares or a bound on a metric.", "Ask for one of them.");
        }
        if (asked.kind() == MetricQuery.Running.Kind.MOVING && (asked.window() < 2 || asked.window() > LONGEST_WINDOW)) {
            throw wrong("A moving value over " + asked.window() + " steps is none.", "Use a window of 2 to " + LONGEST_WINDOW + " steps.");
        }
    }

    private static MetricQuery.@Nullable Order order(SemanticModel model, MetricQuery.@Nullable Order asked, List<Metric> metrics, List<Dimension> dimensions) {
        if (asked == null) {
            return null;
        }
        var by = model.hasMetric(asked.by()) || model.hasDimension(asked.by()) ? asked.by() : model.metric(asked.by()).name();
        if (metrics.stream().noneMatch(one -> one.name().equals(by)) && dimensions.stream().noneMatch(one -> one.name().equals(by))) {
            throw wrong("The query cannot be ordered by \"" + by + "\", which it does not ask for.", "Order by one of its metrics or dimensions.");
        }
        return new MetricQuery.Order(by, asked.descending());
    }

    private static UserError wrong(String what, String next) {
        return new UserError(UserError.Category.BAD_INPUT, what, next);
    }

    /** Whether the best or worst members are asked for rather than a full split. */
    boolean isRanking() {
        return member().isPresent() && (limit != null || order != null && isMetric(order.by()) || !thresholds.isEmpty());
    }

    boolean isMetric(String name) {
        return metrics.stream().anyMatch(metric -> metric.name().equals(name));
    }

    /** The first dimension that is no time. */
    Optional<Dimension> member() {
        return dimensions.stream().filter(dimension -> !dimension.isTime()).findFirst();
    }

    /** The first dimension that time runs through. */
    Optional<Dimension> grain() {
        return dimensions.stream().filter(dimension -> dimension.members().isGrain()).findFirst();
    }

    /** Whether the rows are the steps of one time dimension and nothing else. */
    boolean isSeries() {
        return dimensions.size() == 1 && dimensions.getFirst().isTime();
    }

    /** The members to be told from the others. */
    Asked leaders() {
        var first = member().orElseThrow();
        var by = order != null && isMetric(order.by()) ? order : null;
        return new Asked(metrics, List.of(first), filters, thresholds, period, by, limit == null ? Integer.valueOf(USUAL_MEMBERS) : limit, false, false, null);
    }

    /** What shares are of: nothing left out, nothing bounded; where nothing is split, what there is whatever the members. */
    Asked whole(SemanticModel model, List<Dimension> parts) {
        var kept = dimensions.isEmpty() ? filters.stream().filter(filter -> model.dimension(filter.dimension()).isTime()).toList() : filters;
        return new Asked(sharable(), parts, kept, List.of(), period, null, null, false, false, null);
    }

    /** The metrics that have shares. */
    List<Metric> sharable() {
        return metrics.stream().filter(metric -> !metric.isRatio()).toList();
    }
}
