package org.salesconsultant.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;

/** Copies of one order that several runs bring: one stands, and taking it back puts the one beneath in force. */
class OrderCopiesTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final long ONE = 10_000;

    @TempDir Path folder;
    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    /** One run with one order of as many lines of 1 as said. */
    private void load(long run, String number, String customer, String product, int lines) throws SQLException {
        load(run, null, number, customer, product, lines);
    }

    private void load(long run, @Nullable Long mends, String number, String customer, String product, int lines) throws SQLException {
        warehouse.database().write(handle -> {
            handle.execute("INSERT INTO import_run VALUES (?, '', '', '', ?, 'orders', 'file', '{}', '{}', 0, 0, 0, NULL)", run, "sha" + run);
            try (var star = new StarWriter(handle, run, mends)) {
                long who = star.customer(new NewCustomer(customer, null, null, null, null, null, null, null));
                long what = star.product(new NewProduct(product, null, null, false, null, null));
                var order = star.order(new NewOrder("file", number, MONDAY.plusDays(run), who, star.country(customer + "land"), null, null, null, null, run), null);
                for (int i = 0; i < lines; i++) {
                    star.line(order, new NewLine(what, Kind.SALE, ONE, ONE, 0, ONE, null, "Thing of run " + run));
                }
                star.finish(null, null, name -> false);
            }
            return null;
        });
    }

    private void takeBack(long run) throws SQLException {
        warehouse.database().write(handle -> {
            new TakingBack(handle).run(run, name -> false);
            handle.execute("DELETE FROM import_run WHERE run_key = ?", run);
            return null;
        });
    }

    private String state() {
        return warehouse.database().read(handle -> String.join("; ", handle.createQuery("""
                SELECT orders.number || ' of ' || customer.code || ' in ' || country.name || ': ' || orders.lines || ' lines of ' || product.code || ' '
                  || product.name || ', ' || count(*) || ' there, ' || (sum(line.amount) / 10000)
                FROM orders JOIN line USING (order_key) JOIN customer ON customer.customer_key = line.customer_key
                JOIN country ON country.country_key = line.country_key JOIN product USING (product_key)
                GROUP BY order_key ORDER BY orders.number, order_key""").mapTo(String.class).list()));
    }

    private List<Long> counts(String... tables) {
        return warehouse.database().read(handle -> List.of(tables).stream()
                .map(table -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one()).toList());
    }

    @Test
    void aNewerCopyStandsAndTheOlderComesBackWithAllItSaid() throws SQLException {
        load(1, "7", "A", "P", 2);
        var first = state();
        assertEquals("7 of A in Aland: 2 lines of P Thing of run 1, 2 there, 2", first);
        load(2, "7", "B", "P", 3);
        assertEquals("7 of B in Bland: 3 lines of P Thing of run 2, 3 there, 3", state());
        assertEquals(3, warehouse.state().lines());
        takeBack(2);
        assertEquals(first, state());
        assertEquals(List.of(1L, 1L, 1L, 0L, 0L, 1L), counts("customer", "country", "product", "replaced_orders", "replaced_line", "calendar"));
        assertEquals(LocalDate.of(2024, 1, 2), warehouse.state().newestDay());
        assertEquals(2, warehouse.state().lines());
    }

    @Test
    void takingACopyAwayFromBeneathChangesNothingToSee() throws SQLException {
        load(1, "7", "A", "P", 2);
        load(2, "7", "B", "Q", 3);
        load(3, "7", "C", "R", 4);
        var newest = state();
        takeBack(2);
        assertEquals(newest, state());
        takeBack(3);
        assertEquals("7 of A in Aland: 2 lines of P Thing of run 1, 2 there, 2", state());
        takeBack(1);
        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L), counts("orders", "line", "customer", "product", "country", "product_description", "calendar"));
        assertEquals(null, warehouse.state().newestDay());
    }

    /** The mended row is the third line of run 1's copy; a copy of run 3 replaces all three, and gives all three back. */
    @Test
    void aMendedRowJoinsTheCopyThatLackedIt() throws SQLException {
        load(1, "7", "A", "P", 2);
        load(2, 1L, "7", "A", "P", 1);
        var mended = state();
        assertEquals(3, warehouse.state().lines());
        assertEquals(List.of(2L, 1L), counts("orders", "(SELECT DISTINCT number_key FROM orders)"));
        load(3, "7", "B", "Q", 5);
        assertEquals(5, warehouse.state().lines());
        takeBack(3);
        assertEquals(mended, state());
        takeBack(2);
        assertEquals(2, warehouse.state().lines());
    }
}
