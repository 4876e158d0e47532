package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;

/** One query beside its slow evaluation. */
record Comparison(MetricQueries queries, PlainEvaluation plain, MetricQuery query, RowScope scope, String seed) {
    private static final double TOLERANCE = 1e-9;

    int check(Warehouse warehouse, String engine) {
        var result = queries.run(warehouse, query, scope);
        Supplier<String> said = () -> seed + query + " " + scope + "\n" + result.sql();
        assertEquals(engine, result.engine(), said);
        var thresholds = query.filters().stream().filter(filter -> plain.metrics().contains(filter.dimension())).toList();
        var filters = query.filters().stream().filter(filter -> !thresholds.contains(filter)).toList();
        var metrics = new LinkedHashSet<>(query.metrics());
        thresholds.forEach(filter -> metrics.add(filter.dimension()));
        var asked = new MetricQuery(List.copyOf(metrics), query.dimensions(), filters, query.period(), query.order(), query.limit(), query.share(),
                query.others(), query.running());
        if (query.others()) {
            others(asked, thresholds, result, said);
        } else {
            var expected = new HashMap<>(plain.run(asked, thresholds, scope, isRanking(asked, thresholds), null));
            leaveOutWhatHasNone(asked, thresholds, expected.values());
            int rows = query.limit() == null ? expected.size() : Math.min(query.limit(), expected.size());
            assertEquals(rows, result.rows().size(), said);
            assertEquals(expected.size() - rows, result.omitted(), said);
            same(asked, expected, result, said);
            ordered(asked, result, new ArrayList<>(expected.values()), said);
        }
        return result.rows().size();
    }

    private boolean isRanking(MetricQuery asked, List<Filter> thresholds) {
        return asked.dimensions().stream().anyMatch(dimension -> !PlainEvaluation.TIMES.contains(dimension))
                && (asked.limit() != null || !thresholds.isEmpty() || asked.order() != null && plain.metrics().contains(asked.order().by()));
    }

    /** The least of a sum or count among members: those that have none of it are left out. */
    private void leaveOutWhatHasNone(MetricQuery asked, List<Filter> thresholds, java.util.Collection<PlainEvaluation.Row> rows) {
        var order = asked.order();
        int by = order == null || order.descending() || !isRanking(asked, thresholds) ? -1 : asked.metrics().indexOf(order.by());
        if (by >= 0 && !queries.model().metric(asked.metrics().get(by)).isRatio()) {
            rows.removeIf(row -> row.cells().get(by) == null || row.cells().get(by) == 0);
        }
    }

    /** The members shown are leaders by their ranking; whoever of equals was taken, the others are all the rest. */
    private void others(MetricQuery asked, List<Filter> thresholds, QueryResult result, Supplier<String> said) {
        var first = asked.dimensions().stream().filter(dimension -> !PlainEvaluation.TIMES.contains(dimension)).findFirst().orElseThrow();
        int at = asked.dimensions().indexOf(first);
        var order = asked.order() != null && asked.metrics().contains(asked.order().by()) ? asked.order() : null;
        var ranking = new MetricQuery(asked.metrics(), List.of(first), asked.filters(), asked.period(), order, 1);
        var members = new HashMap<>(plain.run(ranking, thresholds, scope, true, null));
        leaveOutWhatHasNone(ranking, thresholds, members.values());
        assertEquals(members.size(), result.groups(), said);
        var known = PlainEvaluation.byWriting(first, members.keySet().stream().map(List::getFirst).toList());
        Set<@Nullable Object> leaders = new LinkedHashSet<>();
        result.rows().stream().map(row -> row.get(at)).filter(member -> member != QueryResult.Gathered.OTHERS)
                .forEach(member -> leaders.add(member == null ? null : known.get(member.toString())));
        assertEquals(Math.min(members.size(), asked.limit() == null ? 10 : asked.limit()), leaders.size(), said);
        int by = order == null ? 0 : asked.metrics().indexOf(order.by());
        var best = sorted(members.values().stream().map(row -> row.cells().get(by)).toList(), order == null || order.descending());
        int i = 0;
        for (var leader : leaders) {
            same(best.get(i++), java.util.Objects.requireNonNull(members.get(java.util.Collections.singletonList(leader)), said).cells().get(by), () -> said.get() + " leader " + leader);
        }
        var expected = plain.run(asked, thresholds, scope, true, new ArrayList<>(leaders));
        assertEquals(expected.size(), result.rows().size(), said);
        same(asked, expected, result, said);
        var last = result.rows().isEmpty() ? null : result.rows().getLast().get(at);
        assertTrue(result.rows().stream().noneMatch(row -> row.get(at) == QueryResult.Gathered.OTHERS) || last == QueryResult.Gathered.OTHERS, said);
    }

    static void same(MetricQuery asked, Map<List<@Nullable Object>, PlainEvaluation.Row> expected, QueryResult result, Supplier<String> said) {
        int dimensions = asked.dimensions().size();
        List<Map<String, Object>> known = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            int at = i;
            known.add(PlainEvaluation.byWriting(asked.dimensions().get(i), expected.keySet().stream().<@Nullable Object>map(key -> key.get(at)).toList()));
        }
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
        for (var row : result.rows()) {
            List<@Nullable Object> key = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                var cell = row.get(i);
                key.add(cell == null ? null : known.get(i).get(cell.toString()));
            }
            assertTrue(seen.add(key), () -> "twice " + key + " in " + said.get());
            var values = expected.get(key);
            assertNotNull(values, () -> row + " is no group of " + said.get());
            assertEquals(values.cells().size(), row.size() - dimensions, said);
            for (int i = 0; i < values.cells().size(); i++) {
                var name = result.columns().get(dimensions + i).name();
                same(values.cells().get(i), row.get(dimensions + i), () -> said.get() + " " + key + " column " + name);
            }
        }
    }

    /** The column ordered by runs the right way, and what the limit leaves out belongs behind it. */
    private static void ordered(MetricQuery asked, QueryResult result, List<PlainEvaluation.Row> expected, Supplier<String> said) {
        boolean timed = asked.dimensions().stream().anyMatch(PlainEvaluation.TIMES::contains);
        var by = asked.order() != null ? asked.order().by() : timed || asked.dimensions().isEmpty() ? null : asked.metrics().getFirst();
        int metric = by == null ? -1 : asked.metrics().indexOf(by);
        if (metric < 0) {
            return;
        }
        var sorted = sorted(expected.stream().map(row -> row.cells().get(metric)).toList(), asked.order() == null || asked.order().descending());
        for (int i = 0; i < result.rows().size(); i++) {
            same(sorted.get(i), result.rows().get(i).get(asked.dimensions().size() + metric), () -> said.get() + " in another order");
        }
    }

    private static List<@Nullable Double> sorted(List<@Nullable Double> values, boolean descending) {
        List<@Nullable Double> sorted = new ArrayList<>(values);
        sorted.sort((a, b) -> a == null || b == null ? Boolean.compare(a == null, b == null) : descending ? Double.compare(b, a) : Double.compare(a, b));
        return sorted;
    }

    private static void same(@Nullable Double expected, @Nullable Object actual, Supplier<String> said) {
        if (expected == null) {
            assertNull(actual, said);
        } else {
            assertTrue(actual instanceof Number number && Math.abs(new BigDecimal(number.toString()).doubleValue() - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)),
                    () -> "expected " + expected + ", got " + actual + ": " + said.get());
        }
    }
}
