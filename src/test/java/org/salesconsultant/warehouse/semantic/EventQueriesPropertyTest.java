package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.MetricQueriesPropertyTest.Engine;
import org.salesconsultant.warehouse.semantic.RandomEvents.Table;

/**
 * Random queries over what happens beside orders come to what counting rows one by one comes to, on every engine: each table by
 * itself in every form, and two side by side. {@code -Dmetric.events=200} draws more stars, {@code -Dmetric.seed=7} begins elsewhere.
 */
@Order(5)
class EventQueriesPropertyTest {
    private static final int STARS = Integer.getInteger("metric.events", 8);
    private static final int FIRST_SEED = Integer.getInteger("metric.seed", 1);
    private static final int QUERIES = 30;

    @TempDir Path folder;

    static Stream<Engine> engines() {
        return MetricQueriesPropertyTest.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void randomQueriesComeToWhatCountingRowsComesTo(Engine engine) throws Exception {
        var model = SemanticModel.load(new Home(Path.of("")));
        int shown = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + STARS; seed++) {
            var events = new RandomEvents(seed);
            try (var warehouse = Warehouse.open(folder.resolve(engine.name() + seed).resolve("star.db"), false)) {
                events.fill(warehouse);
                engine.preparation().prepare(warehouse);
                var queries = new MetricQueries(model, new Members(model));
                var random = new Random(seed);
                for (var table : Table.values()) {
                    var plain = events.plain(table);
                    var drawing = new RandomQueries(random, table.dimensions(), events.first());
                    for (int i = 0; i < QUERIES; i++) {
                        shown += new Comparison(queries, plain, drawing.draw(plain), drawing.scope(), "seed " + seed + " " + table + " query " + i + ": ").check(warehouse, engine.name());
                    }
                    for (var other : Table.values()) {
                        shown += table == other ? 0 : together(queries, warehouse, events, table, other, random);
                    }
                }
            }
        }
        assertTrue(shown > STARS * QUERIES * Table.values().length, "the queries came to too few rows to say anything: " + shown);
    }

    /** Rows of two tables stand in one where their members are the same. */
    private static int together(MetricQueries queries, Warehouse warehouse, RandomEvents events, Table one, Table other, Random random) {
        var first = events.plain(one);
        var second = events.plain(other);
        var shared = one.dimensions().stream().filter(other.dimensions()::contains).toList();
        var drawing = new RandomQueries(random, shared, events.first());
        var drawn = drawing.draw(first);
        var scope = drawing.scope();
        var filters = drawn.filters().stream().filter(filter -> shared.contains(filter.dimension())).toList();
        var left = new MetricQuery(List.of(one.metrics().getFirst()), drawn.dimensions(), filters, drawn.period(), null, null);
        var right = new MetricQuery(List.of(other.metrics().getLast()), drawn.dimensions(), filters, drawn.period(), null, null);
        var both = new MetricQuery(List.of(left.metrics().getFirst(), right.metrics().getFirst()), drawn.dimensions(), filters, drawn.period(), null, null);
        Map<List<@Nullable Object>, PlainEvaluation.Row> expected = new HashMap<>();
        first.run(left, List.of(), scope, false, null).forEach((key, row) -> expected.put(key, new PlainEvaluation.Row(row.lines(), pair(row.cells().getFirst(), null))));
        second.run(right, List.of(), scope, false, null).forEach((key, row) -> expected.merge(key, new PlainEvaluation.Row(row.lines(), pair(null, row.cells().getFirst())),
                (known, added) -> new PlainEvaluation.Row(known.lines(), pair(known.cells().getFirst(), added.cells().getLast()))));
        var result = queries.run(warehouse, both, scope);
        assertEquals(expected.size(), result.rows().size(), () -> both + " " + scope + "\n" + result.sql());
        Comparison.same(both, expected, result, () -> both + " " + scope + "\n" + result.sql());
        return result.rows().size();
    }

    private static List<@Nullable Double> pair(@Nullable Double one, @Nullable Double other) {
        List<@Nullable Double> pair = new ArrayList<>();
        pair.add(one);
        pair.add(other);
        return pair;
    }
}
