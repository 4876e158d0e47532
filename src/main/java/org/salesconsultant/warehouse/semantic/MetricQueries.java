package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;

/**
 * Answers metric queries from a warehouse. What needs no product is read from the orders' own sums, all else from the lines.
 * Safe for many threads.
 */
public final class MetricQueries {
    /** Rows given at most, whatever the query asks. */
    public static final int MOST_ROWS = 10_000;

    private final SemanticModel model;
    private final Members members;
    private final Conditions conditions;

    public MetricQueries(SemanticModel model, Members members) {
        this.model = model;
        this.members = members;
        this.conditions = new Conditions(model, members);
    }

    public SemanticModel model() {
        return model;
    }

    public Members members() {
        return members;
    }

    /**
     * Which rows of a fact a viewer's filters and period select, for statements of other readers.
     *
     * @throws UserError when a filter's dimension or operator does not fit
     * @throws UnknownMember when a filter names what the viewer's data does not have
     * @throws MissingData when a filter's dimension has no members at all
     */
    public SqlCondition condition(Warehouse warehouse, Fact fact, List<Filter> filters, @Nullable Period period, RowScope scope) {
        return warehouse.database().read(handle -> conditions.of(handle, warehouse, fact, filters, period, scope));
    }

    /**
     * Runs a query. No row means that nothing matches.
     *
     * @throws UserError when a metric, dimension or operator does not exist or they do not go together
     * @throws UnknownMember when a filter names what the viewer's data does not have
     * @throws MissingData when the warehouse has no data for a metric or dimension
     */
    public QueryResult run(Warehouse warehouse, MetricQuery query, RowScope scope) {
        var metrics = query.metrics().stream().map(model::metric).distinct().toList();
        var dimensions = query.dimensions().stream().map(model::dimension).distinct().toList();
        if (metrics.isEmpty()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The query names no metric.",
                    "Metrics: " + model.metrics().stream().map(Metric::name).collect(Collectors.joining(", ")) + ".");
        }
        if (query.limit() != null && query.limit() < 1) {
            throw new UserError(UserError.Category.BAD_INPUT, "The limit is " + query.limit() + ".", "Use 1 or more.");
        }
        var order = order(query.order(), metrics, dimensions);
        return warehouse.facts(facts -> run(facts, warehouse, query, metrics, dimensions, order, scope));
    }

    private MetricQuery.@Nullable Order order(MetricQuery.@Nullable Order asked, List<Metric> metrics, List<Dimension> dimensions) {
        if (asked == null) {
            return null;
        }
        var by = model.hasMetric(asked.by()) ? asked.by()
                : model.dimensions().stream().anyMatch(one -> one.name().equals(asked.by())) ? asked.by() : model.metric(asked.by()).name();
        if (metrics.stream().noneMatch(one -> one.name().equals(by)) && dimensions.stream().noneMatch(one -> one.name().equals(by))) {
            throw new UserError(UserError.Category.BAD_INPUT, "The query cannot be ordered by \"" + by + "\", which it does not ask for.",
                    "Order by one of its metrics or dimensions.");
        }
        return new MetricQuery.Order(by, asked.descending());
    }

    private QueryResult run(Facts facts, Warehouse warehouse, MetricQuery query, List<Metric> metrics, List<Dimension> dimensions,
                            MetricQuery.@Nullable Order order, RowScope scope) {
        var handle = facts.stored();
        var availability = new Availability(model, facts.rows());
        Map<Subject, List<Metric>> bySubject = metrics.stream()
                .collect(Collectors.groupingBy(Metric::subject, LinkedHashMap::new, Collectors.toList()));
        boolean one = bySubject.size() == 1;
        int limit = Math.min(query.limit() == null ? MOST_ROWS : query.limit(), MOST_ROWS);
        boolean ranking = dimensions.stream().anyMatch(dimension -> !dimension.isTime())
                && (query.limit() != null || order != null && model.hasMetric(order.by()));
        List<QueryPlan> plans = new ArrayList<>();
        List<ResultTable> tables = new ArrayList<>();
        for (var asked : bySubject.values()) {
            var fact = fact(asked, dimensions, query.filters());
            checkMembers(handle, warehouse, dimensions);
            var condition = conditions.of(handle, warehouse, fact, query.filters(), query.period(), scope);
            var terms = one ? QueryPlan.order(asked, dimensions, order) : List.<QueryPlan.Term>of();
            var plan = new QueryPlan(fact, asked, dimensions, condition, ranking, terms, one ? limit : MOST_ROWS);
            var table = ResultTable.read(facts.rows(), plan);
            availability.check(plan, table);
            plans.add(plan);
            tables.add(table);
        }
        var table = one ? tables.getFirst() : Merge.of(tables, QueryPlan.order(metrics, dimensions, order), metrics, dimensions, limit);
        return new QueryResult(columns(metrics, dimensions, warehouse.state(handle).currency()), cells(table, metrics), table.groups() - table.rows().size(),
                table.totals(), table.costShare(), metrics.stream().map(metric -> new Provenance.MetricDefinition(metric.name(), metric.definition().en())).toList(),
                plans.getFirst().condition().filters(), plans.getFirst().condition().resolved(),
                table.sql(), facts.engine(), table.read(), availability.notes(plans, table));
    }

    private void checkMembers(Handle handle, Warehouse warehouse, List<Dimension> dimensions) {
        for (var dimension : dimensions) {
            if (!dimension.isTime() && members.of(handle, warehouse, dimension, new RowScope.All()).isEmpty()) {
                throw new MissingData(dimension.label());
            }
        }
    }

    /** The cheapest fact that has everything. */
    private Fact fact(List<Metric> metrics, List<Dimension> dimensions, List<Filter> filters) {
        var asked = new ArrayList<>(dimensions);
        filters.forEach(filter -> asked.add(model.dimension(filter.dimension())));
        var facts = metrics.getFirst().subject().facts();
        return facts.stream().filter(fact -> asked.stream().allMatch(dimension -> dimension.members().reaches(fact))).findFirst()
                .orElseThrow(() -> {
                    var wrong = asked.stream().filter(dimension -> facts.stream().noneMatch(dimension.members()::reaches)).findFirst().orElseThrow();
                    return new UserError(UserError.Category.BAD_INPUT,
                            "\"" + metrics.getFirst().name() + "\" cannot be split or narrowed by \"" + wrong.name() + "\".",
                            "Dimensions for it: " + model.dimensions().stream().filter(dimension -> facts.stream().anyMatch(dimension.members()::reaches))
                                    .map(Dimension::name).collect(Collectors.joining(", ")) + ".");
                });
    }

    private static List<Finding.Column> columns(List<Metric> metrics, List<Dimension> dimensions, @Nullable String currency) {
        List<Finding.Column> columns = new ArrayList<>();
        for (var dimension : dimensions) {
            boolean date = dimension.members() == Source.DAY || dimension.members() == Source.WEEK;
            columns.add(Finding.Column.of(dimension.name(), date ? Finding.Type.DATE : Finding.Type.TEXT));
        }
        metrics.forEach(metric -> columns.add(new Finding.Column(metric.name(), metric.type(),
                metric.type() == Finding.Type.MONEY ? currency : null)));
        return columns;
    }

    private static List<List<@Nullable Object>> cells(ResultTable table, List<Metric> metrics) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (var row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(row.members());
            metrics.forEach(metric -> cells.add(row.values().get(metric.name())));
            rows.add(cells);
        }
        return rows;
    }
}
