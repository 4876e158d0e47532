package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as one SQL statement that reads the same on SQLite, DuckDB and PostgreSQL: rows are grouped by keys, then named;
 * ratios are taken from the groups' sums. Beside the asked columns each row has the number of groups ({@code all_rows}), of
 * fact rows ({@code all_read}) and the totals of additive metrics, so that one statement sees one state.
 */
final class QuerySql {
    private final QueryPlan plan;

    QuerySql(QueryPlan plan) {
        this.plan = plan;
    }

    String text() {
        List<String> columns = new ArrayList<>();
        var names = new StringBuilder();
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            var dimension = plan.dimensions().get(i - 1);
            columns.add("q.k" + i);
            columns.add(label(dimension, i) + " AS " + dimension.name());
            if (dimension.members().isKeyed()) {
                var source = dimension.members();
                names.append("LEFT JOIN ").append(source.table()).append(" d").append(i)
                        .append(" ON d").append(i).append('.').append(source.key()).append(" = q.k").append(i).append('\n');
                if (source.hasCode()) {
                    columns.add("d" + i + ".code AS " + codeColumn(dimension));
                }
            }
        }
        plan.metrics().forEach(metric -> columns.add(formula(metric) + " AS " + metric.name()));
        plan.metrics().stream().filter(Metric::isAdditive).forEach(metric ->
                columns.add("SUM(" + formula(metric) + ") OVER () AS " + totalColumn(metric)));
        if (plan.needsCost()) {
            columns.add("SUM(q.costed_amount) OVER () AS costed");
            columns.add("SUM(q.gross_revenue - q.returns_value) OVER () AS costable");
        }
        columns.add("COUNT(*) OVER () AS all_rows");
        columns.add("SUM(q.n) OVER () AS all_read");
        return "SELECT " + String.join(", ", columns) + "\nFROM (" + groups() + ") q\n" + names + "WHERE q.n > 0" + some() + "\n" + order() + "LIMIT :most";
    }

    private String some() {
        var ranked = plan.rankedFromBelow();
        return ranked == null ? "" : " AND " + formula(ranked) + " <> 0";
    }

    static String codeColumn(Dimension dimension) {
        return dimension.name() + "_code";
    }

    static String totalColumn(Metric metric) {
        return "total_" + metric.name();
    }

    /** In a full split by product the fees are a branch of their own, so that the products are still read along their index. */
    private String groups() {
        return plan.gathersFees() ? groups(" AND f.fee = 0", false) + "\n  UNION ALL" + groups(" AND f.fee = 1", true) : groups("", false);
    }

    private String groups(String test, boolean fees) {
        Set<Source.Join> joins = EnumSet.noneOf(Source.Join.class);
        List<String> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (var dimension : plan.dimensions()) {
            var column = " AS k" + (columns.size() + 1);
            if (fees && dimension.members().isOfProduct()) {
                columns.add((dimension.members() == Source.CATEGORY ? "'" + QueryResult.FEES + "'" : "NULL") + column);
                continue;
            }
            var path = dimension.members().path(plan.fact());
            if (path.join() != null) {
                joins.add(path.join());
            }
            keys.add(path.expression());
            columns.add(path.expression() + column);
        }
        var measures = plan.measures();
        if (measures.contains(Measure.NEW_CUSTOMERS)) {
            joins.add(Source.Join.CUSTOMER);
        }
        if (measures.contains(Measure.ORDERS) && plan.fact() == Fact.LINES) {
            joins.add(Source.Join.ORDERS);
        }
        measures.forEach(measure -> columns.add(measure.sql(plan.fact()) + " AS " + measure.word()));
        columns.add("COUNT(*) AS n");
        return "\n  SELECT " + String.join(", ", columns) + "\n  FROM " + plan.fact().table()
                + joins.stream().map(join -> "\n  " + join.sql(plan.fact())).collect(Collectors.joining())
                + "\n  WHERE " + String.join(" AND ", tests()) + test
                + (keys.isEmpty() ? "" : "\n  GROUP BY " + String.join(", ", keys));
    }

    private List<String> tests() {
        List<String> tests = new ArrayList<>(List.of(plan.condition().sql()));
        if (plan.leavesFeesOut()) {
            tests.add("f.fee = 0 AND f.kind <> 2");
        }
        if (plan.leavesUnknownCustomersOut()) {
            tests.add("f.customer_key IS NOT NULL");
        }
        return tests;
    }

    private String label(Dimension dimension, int i) {
        var source = dimension.members();
        if (!source.isKeyed()) {
            return "q.k" + i;
        }
        var name = "d" + i + "." + source.column();
        if (source == Source.PRODUCT && plan.gathersFees()) {
            return "COALESCE(" + name + ", '" + QueryResult.FEES + "')";
        }
        return source == Source.CUSTOMER ? "COALESCE(" + name + ", d" + i + ".code)" : name;
    }

    /** A ratio is computed in floating point at the very end, from exact sums; a division by nothing is NULL on every engine. */
    private static String formula(Metric metric) {
        var of = sum(metric.formula().of());
        if (!metric.isRatio()) {
            return of;
        }
        var per = sum(metric.formula().per());
        return "CASE WHEN " + per + " <> 0 THEN CAST(" + of + " AS DOUBLE PRECISION) / " + per + " END";
    }

    private static String sum(List<Measure> measures) {
        var sum = measures.stream().map(measure -> "q." + measure.word()).collect(Collectors.joining(" + "));
        return measures.size() == 1 ? sum : "(" + sum + ")";
    }

    private String order() {
        var terms = plan.order().stream().map(term -> term.column() + (term.descending() ? " DESC" : " ASC") + " NULLS LAST")
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            terms.add("q.k" + i + " ASC NULLS LAST");
        }
        return terms.isEmpty() ? "" : "ORDER BY " + String.join(", ", terms) + "\n";
    }
}
