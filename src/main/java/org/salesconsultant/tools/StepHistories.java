package org.salesconsultant.tools;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.QueryResult;

/** Reads the histories a forecast learns from through the metric layer, within the viewer's scope. */
final class StepHistories {
    /** Sums of parts may differ so little from the whole, relative to it. */
    private static final double PRECISION = 1e-6;

    private final MetricQueries queries;
    private final ForecastTask task;
    private final ToolContext context;
    private final QueryResult result;

    StepHistories(MetricQueries queries, ForecastTask task, ToolContext context) {
        this.queries = queries;
        this.task = task;
        this.context = context;
        this.result = queries.run(context.warehouse(), new MetricQuery(List.of(task.metric().name()), List.of(grain()), task.filters(), null, null, null),
                context.viewer().scope());
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

    /**
     * The histories a split shows.
     *
     * @param largest by member, those with the most of the metric first; a null name stands for rows that name no member
     * @param others of all other members together, null where there are none
     * @param addUp whether these are together what the total is: an order may have several categories, and counts in each
     */
    record Split(Map<Optional<String>, StepHistory> largest, @Nullable StepHistory others, boolean addUp) {}

    /** @param most members that stand by themselves */
    Split members(Dimension dimension, int most) {
        var query = new MetricQuery(List.of(task.metric().name()), List.of(grain(), dimension.name()), task.filters(), null,
                new MetricQuery.Order(task.metric().name(), true), most, false, true, null);
        Map<Optional<String>, Map<LocalDate, Double>> amounts = new LinkedHashMap<>();
        Map<LocalDate, Double> others = new HashMap<>();
        Map<LocalDate, Double> sums = new HashMap<>();
        for (var row : queries.run(context.warehouse(), query, context.viewer().scope()).rows()) {
            if (row.getFirst() != null) {
                var start = start(row.getFirst());
                var of = row.get(1) instanceof QueryResult.Gathered ? others
                        : amounts.computeIfAbsent(Optional.ofNullable((String) row.get(1)), any -> new HashMap<>());
                of.put(start, amount(row.get(2)));
                sums.merge(start, amount(row.get(2)), Double::sum);
            }
        }
        boolean addUp = result.rows().stream().filter(row -> row.getFirst() != null)
                .allMatch(row -> Math.abs(amount(row.get(1)) - sums.getOrDefault(start(row.getFirst()), 0.0)) < PRECISION * (1 + Math.abs(amount(row.get(1)))));
        Map<Optional<String>, StepHistory> largest = new LinkedHashMap<>();
        amounts.forEach((member, rows) -> largest.put(member, history(rows)));
        return new Split(largest, others.isEmpty() ? null : history(others), addUp);
    }

    private StepHistory history(Map<LocalDate, Double> amounts) {
        return StepHistory.of(amounts, Outlook.learned(task.grain()), context.state());
    }

    private String grain() {
        return Outlook.learned(task.grain()).word();
    }

    /** Days and weeks come as dates, months as {@code 2011-10}. */
    private static LocalDate start(@Nullable Object cell) {
        return cell instanceof LocalDate day ? day : YearMonth.parse(String.valueOf(cell)).atDay(1);
    }

    private static double amount(@Nullable Object cell) {
        return cell instanceof Number amount ? amount.doubleValue() : 0;
    }
}
