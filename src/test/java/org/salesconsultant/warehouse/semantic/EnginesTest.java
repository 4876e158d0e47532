package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.columns.Columns;

/** Where engines are known to differ, both give the one right answer. */
class EnginesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2011, 12, 9);
    private static final long ONE = 10_000;

    @TempDir Path folder;
    private final SemanticModel model = SemanticModel.load(new Home(Path.of("")));
    private Warehouse own;
    private Warehouse copied;

    @BeforeEach
    void open() {
        own = Warehouse.open(folder.resolve("warehouse.db"), false);
        copied = Warehouse.open(folder.resolve("warehouse.db"), false);
    }

    @AfterEach
    void close() {
        own.close();
        copied.close();
    }

    private record Sale(@Nullable String region, String product, Kind kind, long quantity, long amount) {}

    private void load(Sale... sales) throws Exception {
        own.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                for (var sale : sales) {
                    write(star, sale);
                }
                star.finish(null, null, name -> false);
            }
            return null;
        });
        Columns.keep(copied).catchUp();
    }

    private static void write(StarWriter star, Sale sale) throws SQLException {
        var order = star.order(new NewOrder("test", "1", FRIDAY, null, null, sale.region() == null ? null : (Long) star.region(sale.region()),
                null, null, null, null), null);
        star.line(order, new NewLine(star.product(new NewProduct(sale.product(), null, null, false, null, null)), sale.kind(), sale.quantity(),
                ONE, 0, sale.amount(), null, sale.product()));
    }

    private List<List<@Nullable Object>> ask(MetricQuery query) {
        var queries = new MetricQueries(model, new Members(model));
        var first = queries.run(own, query, new RowScope.All());
        var second = queries.run(copied, query, new RowScope.All());
        assertEquals(List.of("SQLite", "DuckDB"), List.of(first.engine(), second.engine()));
        assertEquals(first.sql(), second.sql());
        assertEquals(first.rows(), second.rows());
        assertEquals(first.totals(), second.totals());
        return first.rows();
    }

    private static MetricQuery query(String metric, String dimension, MetricQuery.@Nullable Order order, Filter... filters) {
        return new MetricQuery(List.of(metric), List.of(dimension), List.of(filters), null, order, null);
    }

    @Test
    void rowsWithoutAMemberComeLastWhicheverWayTheOrderRuns() throws Exception {
        load(new Sale(null, "A", Kind.SALE, ONE, 3 * ONE), new Sale("Zürich", "A", Kind.SALE, ONE, 2 * ONE), new Sale("Ähtäri", "A", Kind.SALE, ONE, ONE));
        assertEquals(Arrays.asList("Zürich", "Ähtäri", null), ask(query("revenue", "region", new MetricQuery.Order("region", false))).stream().map(List::getFirst).toList());
        assertEquals(Arrays.asList("Ähtäri", "Zürich", null), ask(query("revenue", "region", new MetricQuery.Order("region", true))).stream().map(List::getFirst).toList());
    }

    @Test
    void namesBeyondAsciiAreFoundHoweverTheyAreWritten() throws Exception {
        load(new Sale("ÎLE-DE-FRANCE", "Crème", Kind.SALE, ONE, ONE), new Sale("上海", "咖啡", Kind.SALE, ONE, 2 * ONE));
        assertEquals(List.of(List.of("ÎLE-DE-FRANCE", new BigDecimal("1.00"))),
                ask(query("revenue", "region", null, new Filter("region", Filter.Operator.IS, List.of("île-de-france")))));
        assertEquals(List.of(List.of("上海", new BigDecimal("2.00"))),
                ask(query("revenue", "region", null, new Filter("product", Filter.Operator.CONTAINS, List.of("咖")))));
    }

    @Test
    void aDivisionIsExactAndOneByNothingIsEmpty() throws Exception {
        load(new Sale("North", "A", Kind.SALE, 2 * ONE, 7 * ONE), new Sale("South", "A", Kind.RETURN, -ONE, -ONE));
        assertEquals(List.of(List.of("North", BigDecimal.valueOf(3.5)), Arrays.asList("South", null)),
                ask(query("average_price", "region", new MetricQuery.Order("region", false))));
    }

    @Test
    void segmentsAreReadFromTheSameTextOnBoth() throws Exception {
        load(new Sale("North", "A", Kind.SALE, ONE, ONE));
        var queries = new MetricQueries(model, new Members(model));
        queries.members().segmentBy((any, scope) -> Optional.of("{\"7\":3}"));
        var query = new MetricQuery(List.of("revenue"), List.of("segment"), List.of(), null, null, null);
        for (var warehouse : List.of(own, copied)) {
            var result = queries.run(warehouse, query, new RowScope.All());
            assertEquals(warehouse == own ? "SQLite" : "DuckDB", result.engine());
            assertEquals(List.of(Arrays.asList(null, new BigDecimal("1.00"))), result.rows());
        }
    }

    /** Two lines of 5 × 10^18 ten-thousandths fit 64 bits each and not together. */
    @Test
    void aSumBeyondSixtyFourBitsIsRefusedNotCutOff() throws Exception {
        long half = 5_000_000_000_000_000_000L;
        load(new Sale("North", "A", Kind.SALE, ONE, half), new Sale("South", "A", Kind.SALE, ONE, -half), new Sale("East", "B", Kind.SALE, ONE, half));
        assertEquals(List.of(List.of("A", new BigDecimal("0.00"))),
                ask(query("revenue", "product", null, new Filter("product", Filter.Operator.IS, List.of("A")))));
        var queries = new MetricQueries(model, new Members(model));
        var all = query("gross_revenue", "year", null, new Filter("region", Filter.Operator.IS_NOT, List.of("South")));
        for (var warehouse : List.of(own, copied)) {
            assertEquals(UserError.Category.TOO_LARGE, assertThrows(UserError.class, () -> queries.run(warehouse, all, new RowScope.All())).category());
        }
    }
}
