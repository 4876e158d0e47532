package org.salesconsultant.warehouse.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.SqlCondition;

/** Two customers, one sale of nobody known, a return, a fee. */
class PurchaseHistoryTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 4);
    private static final LocalDate NEWEST = LocalDate.of(2011, 12, 9);
    private static final long ONE = 10_000;
    private static final SqlCondition EVERYTHING = new SqlCondition("1 = 1", Map.of(), List.of(), List.of());

    @TempDir Path folder;
    private Warehouse warehouse;

    @BeforeEach
    void fill() throws SQLException {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long anna = star.customer(new NewCustomer("A", "Anna", null, null, null, null, null, null));
                long bob = star.customer(new NewCustomer("B", null, null, null, null, null, null, null));
                long cup = star.product(new NewProduct("CUP", "Cup", null, false, null, null));
                long lid = star.product(new NewProduct("LID", "Lid", null, false, null, null));
                long postage = star.product(new NewProduct("POST", "Postage", null, true, null, null));
                line(star, "1", LONG_AGO, anna, cup, Kind.SALE, 4);
                line(star, "2", NEWEST, anna, cup, Kind.SALE, 3);
                line(star, "2", NEWEST, anna, lid, Kind.SALE, 2);
                line(star, "2", NEWEST, anna, postage, Kind.SALE, 1);
                line(star, "3", NEWEST, anna, cup, Kind.RETURN, -1);
                line(star, "4", NEWEST, bob, lid, Kind.RETURN, -1);
                line(star, "5", NEWEST.minusDays(1), null, lid, Kind.SALE, 1);
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    private static void line(StarWriter star, String number, LocalDate date, @Nullable Long customer, long product, Kind kind, long quantity)
            throws SQLException {
        var order = star.order(new NewOrder("test", number, date, customer, null, null, null, null, null, null), null);
        star.line(order, new NewLine(product, kind, quantity * ONE, ONE, 0, quantity * ONE, null, null));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void sumsWhatACustomerBoughtFromOrdersAndFromLinesAlike() {
        var history = new PurchaseHistory(warehouse, 100);
        for (var customers : List.of(history.customersOfOrders(EVERYTHING), history.customersOfLines(EVERYTHING))) {
            var anna = customers.histories().getFirst();
            var bob = customers.histories().getLast();

            // 4 + 3 + 2 + 1 sold, 1 returned; all but the first 4 within the last year
            assertEquals(2, customers.histories().size());
            assertEquals(2, anna.orders());
            assertArrayEquals(new int[] {(int) LONG_AGO.toEpochDay(), (int) NEWEST.toEpochDay()}, anna.saleDays());
            assertEquals(9 * ONE, anna.revenue());
            assertEquals(10 * ONE, anna.grossRevenue());
            assertEquals(ONE, anna.returnsValue());
            assertEquals(5 * ONE, anna.revenueLastYear());
            assertEquals(false, bob.hasBought());
            assertEquals(4, customers.rowsRead());
        }
    }

    @Test
    void groupsProductsByCustomerAndByOrderWithoutFeesAndReturns() {
        var purchases = new PurchaseHistory(warehouse, 100).purchases(EVERYTHING);

        assertEquals(List.of("CUP", "LID"), purchases.products().stream().map(ProductCard::code).toList());
        assertEquals(List.of("[0, 1]"), Arrays.stream(purchases.byCustomer()).map(Arrays::toString).toList());
        assertEquals(List.of("[0, 1]", "[0]", "[1]"), Arrays.stream(purchases.byOrder()).map(Arrays::toString).sorted().toList());
        assertArrayEquals(new int[] {(int) NEWEST.toEpochDay(), (int) NEWEST.toEpochDay()}, purchases.lastSaleDay());
        assertEquals(4, purchases.lines());
        assertNull(purchases.since());
    }

    @Test
    void readsTheNewestDaysOnlyWhereThereIsTooMuch() {
        // the newest day has 3 sale lines, the day before one more, the oldest the fifth
        var purchases = new PurchaseHistory(warehouse, 4).purchases(EVERYTHING);

        assertEquals(LONG_AGO.plusDays(1), purchases.since());
        assertEquals(3, purchases.lines());
    }

    @Test
    void listsWhatACustomerBoughtByAmount() {
        var history = new PurchaseHistory(warehouse, 100);
        var anna = history.card("a").orElseThrow();

        // cups for 4 + 3, lids for 2
        assertEquals(List.of("CUP", "LID"), history.boughtBy(anna.key(), EVERYTHING).stream().map(ProductCard::code).toList());
        assertEquals("Anna", anna.label());
        assertEquals("B", history.card("b").orElseThrow().label());
    }
}
