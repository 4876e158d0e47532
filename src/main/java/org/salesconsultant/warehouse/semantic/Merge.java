package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the tables of several facts on their members: a row for each member that any of them has. */
final class Merge {
    private Merge() {}

    static ResultTable of(List<ResultTable> tables, List<QueryPlan.Term> order, List<Metric> metrics, List<Dimension> dimensions, int limit) {
        Map<List<@Nullable Object>, ResultTable.Row> byKeys = new LinkedHashMap<>();
        Map<String, Number> totals = new HashMap<>();
        for (var table : tables) {
            totals.putAll(table.totals());
            for (var row : table.rows()) {
                byKeys.computeIfAbsent(row.keys(), keys -> new ResultTable.Row(keys, row.members(), new HashMap<>()))
                        .values().putAll(row.values());
            }
        }
        List<ResultTable.Row> rows = new ArrayList<>(byKeys.values());
        rows.sort(comparator(order, metrics, dimensions));
        long hidden = tables.stream().mapToLong(table -> table.groups() - table.rows().size()).max().orElse(0);
        return new ResultTable(rows.subList(0, Math.min(limit, rows.size())), rows.size() + hidden,
                tables.stream().mapToLong(ResultTable::read).sum(), totals,
                tables.stream().map(ResultTable::costShare).filter(share -> share != null).findFirst().orElse(null),
                tables.stream().map(ResultTable::sql).collect(Collectors.joining(";\n\n")));
    }

    private static Comparator<ResultTable.Row> comparator(List<QueryPlan.Term> order, List<Metric> metrics, List<Dimension> dimensions) {
        Comparator<ResultTable.Row> comparator = (a, b) -> 0;
        for (var term : order) {
            boolean metric = metrics.stream().anyMatch(one -> one.name().equals(term.column()));
            comparator = comparator.thenComparing((a, b) -> metric
                    ? compare(a.values().get(term.column()), b.values().get(term.column()), term.descending())
                    : compare(a.members().get(index(dimensions, term.column())), b.members().get(index(dimensions, term.column())), term.descending()));
        }
        for (int i = 0; i < dimensions.size(); i++) {
            int key = i;
            comparator = comparator.thenComparing((a, b) -> compare(a.keys().get(key), b.keys().get(key), false));
        }
        return comparator;
    }

    private static int index(List<Dimension> dimensions, String name) {
        return dimensions.stream().map(Dimension::name).toList().indexOf(name);
    }

    /** Nulls last, whichever way the order runs. */
    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        int order = a instanceof Number first && b instanceof Number second
                ? new java.math.BigDecimal(first.toString()).compareTo(new java.math.BigDecimal(second.toString()))
                : a.toString().compareTo(b.toString());
        return descending ? -order : order;
    }
}
