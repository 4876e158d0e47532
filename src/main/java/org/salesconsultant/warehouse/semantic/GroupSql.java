package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan's groups as SQL: one row for each, with its keys ({@code k1} …), its sums under their own names and the number of its
 * fact rows ({@code n}). Where fees or others stand in a row together, {@code gathered} says so and the key is empty.
 */
final class GroupSql {
    static final int NOT_GATHERED = 0;
    static final int FEES = 1;
    static final int OTHERS = 2;

    private final QueryPlan plan;
    private final Map<Dimension, Source.Path> paths = new HashMap<>();

    GroupSql(QueryPlan plan) {
        this.plan = plan;
    }

    boolean gathers() {
        return plan.gathersFees() || plan.leaders() != null;
    }

    String text() {
        Set<Join> joins = new LinkedHashSet<>();
        List<String> columns = new ArrayList<>();
        if (gathers()) {
            columns.add(gathered(joins) + " AS gathered");
        }
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            columns.add(key(plan.dimensions().get(i - 1), joins) + " AS k" + i);
        }
        int keys = columns.size();
        var marked = new MarkedCounts(plan);
        for (var term : plan.terms()) {
            if (!marked.counts(term)) {
                joins.addAll(term.measure().joins(plan.fact()));
            }
            columns.add((marked.counts(term) ? marked.sql(term) : aggregate(term).sql()) + " AS " + plan.column(term));
        }
        columns.add("COUNT(*) AS n");
        return "\n  SELECT " + String.join(", ", columns) + from(marked.any() ? MarkedCounts.TABLE : plan.fact().table(), joins) + by(keys);
    }

    /**
     * For a count of distinct things: how many of them are seen for the first time in each step of time, so that the steps add
     * up to the things seen so far.
     *
     * @param grain the number of the dimension that time runs through, from 1
     * @param eachYear whether a thing counts anew in each year
     */
    String firstSeen(Term term, int grain, boolean eachYear) {
        Set<Join> joins = new LinkedHashSet<>(term.measure().joins(plan.fact()));
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        if (gathers()) {
            inner.add(gathered(joins) + " AS gathered");
            outer.add("s.gathered AS gathered");
        }
        for (int i = 1; i <= plan.dimensions().size(); i++) {
            if (i == grain) {
                outer.add("t." + plan.dimensions().get(i - 1).members().column() + " AS k" + i);
            } else {
                inner.add(key(plan.dimensions().get(i - 1), joins) + " AS k" + i);
                outer.add("s.k" + i + " AS k" + i);
            }
        }
        if (eachYear) {
            joins.add(Join.calendar(plan.fact()));
            inner.add("t.year AS of_year");
        }
        var aggregate = aggregate(term);
        inner.add(aggregate.value() + " AS thing");
        int keys = inner.size();
        inner.add("MIN(" + plan.fact().day() + ") AS first_day");
        var seen = "\n  SELECT " + String.join(", ", inner) + from(plan.fact().table(), joins) + " AND " + aggregate.where() + " AND " + aggregate.value() + " IS NOT NULL" + by(keys);
        return "SELECT " + String.join(", ", outer) + ", COUNT(*) AS n\nFROM (" + seen + ") s\nJOIN calendar t ON t.day = s.first_day" + by(outer.size());
    }

    private Aggregate aggregate(Term term) {
        var aggregate = term.measure().aggregate(plan.fact());
        var test = plan.tests().get(term);
        return test == null ? aggregate : aggregate.and(test);
    }

    private String from(String table, Set<Join> joins) {
        return "\n  FROM " + table + joins.stream().map(join -> "\n  " + (plan.fills(join) ? join.inner() : join.left())).collect(Collectors.joining())
                + "\n  WHERE " + Stream.concat(joins.stream().filter(plan::fills).map(Join::test), tests().stream()).collect(Collectors.joining(" AND "));
    }

    /** Columns are named by their places: an expression with a value in it would be another one when written twice. */
    private static String by(int keys) {
        return keys == 0 ? "" : "\n  GROUP BY " + java.util.stream.IntStream.rangeClosed(1, keys).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private String key(Dimension dimension, Set<Join> joins) {
        var path = path(dimension);
        joins.addAll(path.joins());
        var leaders = plan.leaders();
        if (leaders != null && leaders.dimension().equals(dimension)) {
            return "CASE WHEN " + leads(leaders, path.expression()) + " THEN " + path.expression() + " END";
        }
        return plan.gathersFees() && dimension.members().isOfProduct() ? "CASE WHEN f.fee = 0 THEN " + path.expression() + " END" : path.expression();
    }

    /** The same each time, values included. */
    private Source.Path path(Dimension dimension) {
        return paths.computeIfAbsent(dimension, one -> one.path(plan.fact(), plan.bindings()));
    }

    private String gathered(Set<Join> joins) {
        var leaders = plan.leaders();
        if (leaders == null) {
            return "f.fee";
        }
        var path = path(leaders.dimension());
        joins.addAll(path.joins());
        return "CASE WHEN " + leads(leaders, path.expression()) + " THEN " + NOT_GATHERED + " ELSE " + OTHERS + " END";
    }

    /** Of a leading product only what its ranking counted: fees and adjustments are among the others. */
    private String leads(QueryPlan.Leaders leaders, String expression) {
        var known = leaders.keys().stream().filter(Objects::nonNull).toList();
        var among = known.isEmpty() ? "1 = 0" : expression + " IN " + known.stream().map(this::literal).collect(Collectors.joining(", ", "(", ")"));
        var leads = leaders.keys().contains(null) ? "(" + expression + " IS NULL OR " + among + ")" : among;
        return plan.fact() == Fact.LINES && leaders.dimension().members().isOfProduct() && !plan.namesProducts() ? leads + " AND f.fee = 0 AND f.kind <> 2" : leads;
    }

    private String literal(@Nullable Object key) {
        return key instanceof Long number ? number.toString() : plan.bindings().add(Objects.requireNonNull(key));
    }

    private List<String> tests() {
        List<String> tests = new ArrayList<>(List.of(plan.condition().sql()));
        if (plan.leavesFeesOut()) {
            tests.add("f.fee = 0 AND f.kind <> 2");
        }
        if (plan.leavesUnknownCustomersOut()) {
            tests.add("f.customer_key IS NOT NULL");
        }
        if (plan.leavesUnknownProductsOut()) {
            tests.add("f.product_key IS NOT NULL");
        }
        return tests;
    }
}
