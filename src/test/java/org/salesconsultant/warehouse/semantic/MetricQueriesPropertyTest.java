package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.columns.Columns;

/**
 * Random queries over random stars come to what counting the lines one by one comes to, on every engine.
 * {@code -Dmetric.stars=500} draws more of them, {@code -Dmetric.seed=7} begins elsewhere.
 */
@Order(5)
class MetricQueriesPropertyTest {
    private static final int STARS = Integer.getInteger("metric.stars", 20);
    private static final int FIRST_SEED = Integer.getInteger("metric.seed", 1);
    private static final int QUERIES = 100;

    @TempDir Path folder;

    /** What a filled warehouse needs before it is asked. */
    interface Preparation {
        void prepare(Warehouse warehouse) throws Exception;
    }

    record Engine(String name, Preparation preparation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Engine> engines() {
        return Stream.of(new Engine("SQLite", warehouse -> { }), new Engine("DuckDB", warehouse -> {
            var columns = Columns.keep(warehouse);
            columns.catchUp();
            columns.mark();
        }));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void randomQueriesComeToWhatCountingLinesComesTo(Engine engine) throws Exception {
        var model = SemanticModel.load(new Home(Path.of("")));
        int shown = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + STARS; seed++) {
            var star = new RandomStar(seed);
            try (var warehouse = Warehouse.open(folder.resolve(engine.name() + seed).resolve("star.db"), false)) {
                star.fill(warehouse);
                engine.preparation().prepare(warehouse);
                var queries = new MetricQueries(model, new Members(model));
                var plain = new PlainEvaluation(star.lines(), new PlainMetrics(star.lines()));
                var drawing = new RandomQueries(new Random(seed), RandomQueries.OF_LINES, star.first());
                for (int i = 0; i < QUERIES; i++) {
                    shown += new Comparison(queries, plain, drawing.draw(plain), drawing.scope(), "seed " + seed + " query " + i + ": ").check(warehouse, engine.name());
                }
            }
        }
        assertTrue(shown > STARS * QUERIES, "the queries came to too few rows to say anything: " + shown);
    }
}
