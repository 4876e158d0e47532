package org.salesconsultant.tools;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.QueryResult;

/** Reads the histories a forecast learns from through the metric layer, within the viewer's scope. */
final class StepHistories {
    private final MetricQueries queries;
    private final ForecastTask task;
    private final ToolContext context;
    private final QueryResult result;

    StepHistories(MetricQueries queries, ForecastTask task, ToolContext context) {
        this.queries = queries;
        this.task = task;
        this.context = context;
        this.result = run(List.of(grain()), task.filters(), null, null);
    }

    /** Of the total. */
    QueryResult result() {
        return result;
    }

    /** @return null where no row matches */
    @Nullable StepHistory total() {
        Map<LocalDate, Double> amounts = new HashMap<>();
        // steps before the first with anything are no history of what is asked
        result.rows().stream().filter(row -> row.getFirst() != null).dropWhile(row -> amount(row.get(1)) == 0).forEach(row -> amounts.put(start(row.getFirst()), amount(row.get(1))));
        return amounts.isEmpty() ? null : StepHistory.of(amounts, Outlook.learned(task.grain()), context.state());
    }

    /** By member, those with the most of the metric first. */
    Map<String, StepHistory> largest(Dimension dimension, int most) {
        var ranking = run(List.of(dimension.name()), task.filters(), new MetricQuery.Order(task.metric().name(), true), most);
        List<String> names = new ArrayList<>();
        ranking.rows().forEach(row -> {
            if (row.getFirst() instanceof String name) {
                names.add(name);
            }
        });
        var filters = new ArrayList<>(task.filters());
        filters.add(new Filter(dimension.name(), Filter.Operator.IN, names.stream().map(name -> value(dimension, name)).toList()));
        Map<String, Map<LocalDate, Double>> amounts = new HashMap<>();
        for (var row : run(List.of(grain(), dimension.name()), filters, null, null).rows()) {
            if (row.get(1) instanceof String name) {
                amounts.computeIfAbsent(name, any -> new HashMap<>()).put(start(row.getFirst()), amount(row.get(2)));
            }
        }
        Map<String, StepHistory> histories = new LinkedHashMap<>();
        for (var name : names) {
            var rows = amounts.get(name);
            if (rows != null) {
                histories.put(name, StepHistory.of(rows, Outlook.learned(task.grain()), context.state()));
            }
        }
        return histories;
    }

    private QueryResult run(List<String> dimensions, List<Filter> filters, MetricQuery.@Nullable Order order, @Nullable Integer limit) {
        return queries.run(context.warehouse(), new MetricQuery(List.of(task.metric().name()), dimensions, filters, null, order, limit),
                context.viewer().scope());
    }

    private String grain() {
        return Outlook.learned(task.grain()).word();
    }

    /** Where members share a name the metric layer writes {@code name (code)}; a filter wants the code then. */
    private String value(Dimension dimension, String cell) {
        return queries.members().of(context.warehouse(), dimension, context.viewer().scope()).stream()
                .filter(member -> cell.equals(member.name() + " (" + member.code() + ")"))
                .map(member -> member.code()).findFirst().orElse(cell);
    }

    /** Days and weeks come as dates, months as {@code 2011-10}. */
    private static LocalDate start(@Nullable Object cell) {
        return cell instanceof LocalDate day ? day : YearMonth.parse(String.valueOf(cell)).atDay(1);
    }

    private static double amount(@Nullable Object cell) {
        return cell instanceof Number amount ? amount.doubleValue() : 0;
    }
}
