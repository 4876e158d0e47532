package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;

/** Random queries over random stars come to what counting the lines one by one comes to. */
class MetricQueriesPropertyTest {
    private static final int STARS = 3;
    private static final int QUERIES = 150;
    private static final double TOLERANCE = 1e-9;
    private static final List<String> METRICS = List.of("revenue", "gross_revenue", "returns_value", "return_rate", "units_sold", "units", "orders",
            "customers", "new_customers", "average_order_value", "average_price", "gross_margin", "margin_rate", "discount_rate");
    private static final List<String> DIMENSIONS = List.of("day", "week", "month", "quarter", "year", "weekday", "product", "category", "country",
            "region", "rep", "channel", "customer", "customer_type");
    private static final Set<String> TIMES = Set.of("day", "week", "month", "quarter", "year", "weekday");

    @TempDir Path folder;

    @Test
    void randomQueriesComeToWhatCountingLinesComesTo() throws SQLException {
        var model = SemanticModel.load(new Home(Path.of("")));
        for (int seed = 1; seed <= STARS; seed++) {
            var star = new RandomStar(seed);
            try (var warehouse = Warehouse.open(folder.resolve("star" + seed + ".db"), false)) {
                star.fill(warehouse);
                var queries = new MetricQueries(model, new Members(model));
                var plain = new PlainEvaluation(star.lines());
                var random = new Random(seed);
                for (int i = 0; i < QUERIES; i++) {
                    var query = draw(random, star.lines());
                    RowScope scope = random.nextInt(3) == 0 ? new RowScope.OfRep("Rep " + random.nextInt(3)) : new RowScope.All();
                    check(queries, warehouse, plain, query, scope);
                }
            }
        }
    }

    private static void check(MetricQueries queries, Warehouse warehouse, PlainEvaluation plain, MetricQuery query, RowScope scope) {
        boolean ranking = query.dimensions().stream().anyMatch(dimension -> !TIMES.contains(dimension))
                && (query.limit() != null || query.order() != null && METRICS.contains(query.order().by()));
        var expected = plain.run(query, scope, ranking);
        var result = queries.run(warehouse, query, scope);
        var said = query + " " + scope + "\n" + result.sql();
        if (ranking && query.order() != null && !query.order().descending()) {
            // the least of a sum or count: members that have none of it are left out
            int by = query.metrics().indexOf(query.order().by());
            if (by >= 0 && !queries.model().metric(query.order().by()).isRatio()) {
                expected.values().removeIf(values -> values.get(by) == null || values.get(by) == 0);
            }
        }
        int rows = query.limit() == null ? expected.size() : Math.min(query.limit(), expected.size());
        assertEquals(rows, result.rows().size(), said);
        assertEquals(expected.size() - rows, result.omitted(), said);
        for (var row : result.rows()) {
            var members = row.subList(0, query.dimensions().size());
            var values = expected.get(members);
            assertNotNull(values, members + " is no group of " + said);
            for (int i = 0; i < values.size(); i++) {
                same(values.get(i), row.get(members.size() + i), said + " " + members + " " + query.metrics().get(i));
            }
        }
        ordered(query, result, new ArrayList<>(expected.values()), said);
    }

    /** The column ordered by runs the right way, and what the limit leaves out belongs behind it. */
    private static void ordered(MetricQuery query, QueryResult result, List<List<@Nullable Double>> expected, String said) {
        boolean timed = query.dimensions().stream().anyMatch(TIMES::contains);
        var by = query.order() != null ? query.order().by() : timed || query.dimensions().isEmpty() ? null : query.metrics().getFirst();
        int metric = by == null ? -1 : query.metrics().indexOf(by);
        if (metric < 0) {
            return;
        }
        boolean descending = query.order() == null || query.order().descending();
        List<@Nullable Double> sorted = new ArrayList<>();
        expected.forEach(values -> sorted.add(values.get(metric)));
        sorted.sort((a, b) -> a == null || b == null ? Boolean.compare(a == null, b == null) : descending ? Double.compare(b, a) : Double.compare(a, b));
        for (int i = 0; i < result.rows().size(); i++) {
            same(sorted.get(i), result.rows().get(i).get(query.dimensions().size() + metric), said + " row " + i);
        }
    }

    private static void same(@Nullable Double expected, @Nullable Object actual, String said) {
        if (expected == null) {
            assertNull(actual, said);
        } else {
            assertTrue(actual instanceof Number number && Math.abs(number.doubleValue() - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)),
                    () -> "expected " + expected + ", got " + actual + ": " + said);
        }
    }

    private static MetricQuery draw(Random random, List<RandomStar.PlainLine> lines) {
        var metrics = some(METRICS, 1 + random.nextInt(3), random);
        var dimensions = some(DIMENSIONS, random.nextInt(3), random);
        List<Filter> filters = new ArrayList<>();
        for (var dimension : some(DIMENSIONS, random.nextInt(3), random)) {
            var filter = filter(dimension, lines, random);
            if (filter != null) {
                filters.add(filter);
            }
        }
        var from = RandomStar.FIRST.plusDays(random.nextInt(200));
        var period = random.nextBoolean() ? null : new Period("drawn", from, from.plusDays(1 + random.nextInt(120)), false);
        var by = random.nextBoolean() || dimensions.isEmpty() ? null : random.nextBoolean() ? metrics.getFirst() : dimensions.getFirst();
        return new MetricQuery(metrics, dimensions, filters, period, by == null ? null : new MetricQuery.Order(by, random.nextBoolean()),
                random.nextInt(3) == 0 ? (Integer) (1 + random.nextInt(6)) : null);
    }

    /** Values are those of a drawn line. Customers are left out: a rep must not know another's, which has a test of its own. */
    private static @Nullable Filter filter(String dimension, List<RandomStar.PlainLine> lines, Random random) {
        var value = value(dimension, lines.get(random.nextInt(lines.size())));
        var other = value(dimension, lines.get(random.nextInt(lines.size())));
        if (value == null || other == null || Set.of("customer", "rep").contains(dimension)) {
            return null;
        }
        boolean dated = TIMES.contains(dimension) && !"weekday".equals(dimension);
        return switch (random.nextInt(dated ? 6 : 4)) {
            case 0 -> new Filter(dimension, Filter.Operator.IS, List.of(value));
            case 1 -> new Filter(dimension, Filter.Operator.IN, List.of(value, other));
            case 2 -> new Filter(dimension, Filter.Operator.IS_NOT, List.of(value));
            case 3 -> dated ? new Filter(dimension, Filter.Operator.AT_MOST, List.of(value))
                    : "weekday".equals(dimension) ? new Filter(dimension, Filter.Operator.IS_NOT, List.of(value, other))
                    : new Filter(dimension, Filter.Operator.CONTAINS, List.of(value.substring(value.length() / 2)));
            case 4 -> new Filter(dimension, Filter.Operator.AT_LEAST, List.of(value));
            default -> value.compareTo(other) <= 0 ? new Filter(dimension, Filter.Operator.BETWEEN, List.of(value, other))
                    : new Filter(dimension, Filter.Operator.BETWEEN, List.of(other, value));
        };
    }

    private static @Nullable String value(String dimension, RandomStar.PlainLine line) {
        var member = PlainEvaluation.member(dimension, line);
        return member instanceof LocalDate day ? day.toString() : (String) member;
    }

    private static List<String> some(List<String> all, int count, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
