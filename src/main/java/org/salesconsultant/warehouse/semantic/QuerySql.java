package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as one SQL statement that reads the same on SQLite, DuckDB and PostgreSQL: rows are grouped by keys, then named;
 * ratios are taken from the groups' sums.
 */
final class QuerySql {
    static final String ROWS_BOUND = "most";

    private final QueryPlan plan;
    private final List<Metric> metrics;
    private final GroupSql groups;
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder names = new StringBuilder();

    /** @param metrics those of the plan's fact; their formulas stand beside the sums */
    QuerySql(QueryPlan plan, List<Metric> metrics) {
        this.plan = plan;
        this.metrics = metrics;
        this.groups = new GroupSql(plan);
        members();
        plan.terms().forEach(term -> columns.add("q." + plan.column(term)));
        metrics.stream().filter(metric -> !isColumn(metric)).forEach(metric -> columns.add(formula(metric) + " AS " + metric.name()));
        columns.add("q.n");
    }

    /** All groups, in no order. */
    String unordered() {
        return "SELECT " + String.join(", ", columns) + from() + "\nLIMIT :" + ROWS_BOUND;
    }

    /**
     * The first groups of an order. Beside the asked columns each row has the number of groups ({@code all_rows}), of fact rows
     * ({@code all_read}) and the totals of additive metrics, so that one statement sees one state.
     */
    String ordered(Ranking ranking) {
        metrics.stream().filter(Metric::isAdditive).forEach(metric -> columns.add("SUM(" + formula(metric) + ") OVER () AS " + totalColumn(metric)));
        if (plan.counts(Measure.GROSS_MARGIN)) {
            columns.add("SUM(q.costed_amount) OVER () AS costed");
            columns.add("SUM(q.gross_revenue - q.returns_value) OVER () AS costable");
        }
        columns.add("COUNT(*) OVER () AS all_rows");
        columns.add("SUM(q.n) OVER () AS all_read");
        var bounds = new StringBuilder();
        ranking.thresholds().forEach(threshold -> bounds.append(" AND ").append(threshold.sql(formula(threshold.metric()), plan.bindings())));
        if (ranking.fromBelow() instanceof Metric ranked) {
            bounds.append(" AND ").append(formula(ranked)).append(" <> 0");
        }
        return "SELECT " + String.join(", ", columns) + from() + bounds + "\n" + order(ranking) + "LIMIT :" + ROWS_BOUND;
    }

    boolean gathers() {
        return groups.gathers();
    }

    static String memberColumn(int dimension) {
        return "member" + dimension;
    }

    static String codeColumn(int dimension) {
        return "code" + dimension;
    }

    static String totalColumn(Metric metric) {
        return "total_" + metric.name();
    }

    private String from() {
        return "\nFROM (" + groups.text() + ") q\n" + names + "WHERE q.n > 0";
    }

    private void members() {
        if (groups.gathers()) {
            columns.add("q.gathered");
        }
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            var source = plan.dimensions().get(i - 1).members();
            columns.add("q.k" + i);
            if (!source.isKeyed()) {
                continue;
            }
            names.append("LEFT JOIN ").append(source.table()).append(" d").append(i)
                    .append(" ON d").append(i).append('.').append(source.key()).append(" = q.k").append(i).append('\n');
            columns.add("d" + i + "." + source.column() + " AS " + memberColumn(i));
            if (source.hasCode()) {
                columns.add("d" + i + ".code AS " + codeColumn(i));
            }
        }
    }

    /** Whether a metric is one of the sums under its own name. */
    private boolean isColumn(Metric metric) {
        return formula(metric).equals("q." + metric.name());
    }

    /** A ratio is computed in floating point at the very end, from exact sums; a division by nothing is NULL on every engine. */
    private String formula(Metric metric) {
        var of = sum(metric.formula().of());
        if (!metric.isRatio()) {
            return of;
        }
        var per = sum(metric.formula().per());
        return "CASE WHEN " + per + " <> 0 THEN CAST(" + of + " AS DOUBLE PRECISION) / " + per + " END";
    }

    private String sum(List<Term> terms) {
        var sum = terms.stream().map(this::value).collect(Collectors.joining(" + "));
        return terms.size() == 1 ? sum : "(" + sum + ")";
    }

    private String value(Term term) {
        var sum = "q." + plan.column(term);
        return term.guard() instanceof Term guard ? "CASE WHEN q." + plan.column(guard) + " <> 0 THEN " + sum + " END" : sum;
    }

    private String order(Ranking ranking) {
        List<String> terms = new ArrayList<>();
        for (var step : ranking.order()) {
            terms.add(switch (step) {
                case Ranking.ByMetric(var metric, var descending) -> formula(metric) + direction(descending);
                case Ranking.ByMember(var dimension, var descending) -> member(dimension) + direction(descending);
            });
        }
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            terms.add("q.k" + i + direction(false));
        }
        return terms.isEmpty() ? "" : "ORDER BY " + String.join(", ", terms) + "\n";
    }

    private String member(Dimension dimension) {
        int i = plan.dimensions().indexOf(dimension) + 1;
        var source = dimension.members();
        return source.isKeyed() ? source.hasCode() ? "COALESCE(d" + i + "." + source.column() + ", d" + i + ".code)" : "d" + i + "." + source.column() : "q.k" + i;
    }

    private static String direction(boolean descending) {
        return (descending ? " DESC" : " ASC") + " NULLS LAST";
    }
}
