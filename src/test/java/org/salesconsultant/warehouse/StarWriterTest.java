package org.salesconsultant.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;

class StarWriterTest {
    private static final LocalDate FRIDAY = LocalDate.of(2011, 12, 9);
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

    private interface Filling {
        void into(StarWriter star) throws SQLException;
    }

    private void load(Filling filling) throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                filling.into(star);
                star.finish("GBP", null, name -> name.equalsIgnoreCase("postage"));
            }
            return null;
        });
    }

    private List<Map<String, Object>> rows(String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    private Object cell(String sql) {
        return rows(sql).getFirst().values().iterator().next();
    }

    private static NewCustomer customer(String code) {
        return new NewCustomer(code, null, null, null, null, null, null, null);
    }

    private static NewProduct product(String code) {
        return new NewProduct(code, null, null, false, null, null);
    }

    private static NewOrder order(String number, LocalDate date, @Nullable Long customer, @Nullable Long country) {
        return new NewOrder("file", number, date, customer, country, null, null, null, null, null);
    }

    private static NewLine sale(long product, int quantity, int price, String description) {
        return new NewLine(product, Kind.SALE, quantity * ONE, price * ONE, 0, quantity * price * ONE, null, description);
    }

    /** Sale 3 × 5 = 15, return −1 × 5 = −5, adjustment −4: revenue 6, gross 15, returned 5, units sold 3, units 2. */
    @Test
    void anOrderSumsItsLines() throws SQLException {
        load(star -> {
            long lamp = star.product(product(" lamp1 "));
            var order = star.order(order("1", FRIDAY, null, null), 60);
            star.line(order, new NewLine(lamp, Kind.SALE, 3 * ONE, 5 * ONE, 0, 15 * ONE, 6 * ONE, "Lamp"));
            star.line(order, new NewLine(lamp, Kind.RETURN, -ONE, 5 * ONE, 0, -5 * ONE, null, "Lamp"));
            star.line(order, new NewLine(lamp, Kind.ADJUSTMENT, ONE, -4 * ONE, 0, -4 * ONE, null, null));
        });
        var sums = rows("""
                SELECT lines, sale_lines, return_lines, revenue, gross_revenue, returns_value, units_sold, units, costed_amount, margin
                FROM orders""").getFirst();
        assertEquals(List.of(3, 1, 1, 60_000, 150_000, 50_000, 30_000, 20_000, 150_000, 60_000), List.copyOf(sums.values()));
        assertEquals("LAMP1", cell("SELECT code FROM product"));
    }

    @Test
    void linesOfOneNumberWithTwoCustomersAreOneOrderInTwoRows() throws SQLException {
        load(star -> {
            long lamp = star.product(product("L"));
            star.line(star.order(order("1", FRIDAY, star.customer(customer("A")), null), null), sale(lamp, 1, 1, "Lamp"));
            star.line(star.order(order("1", FRIDAY, star.customer(customer("B")), null), null), sale(lamp, 1, 1, "Lamp"));
        });
        assertEquals(2, cell("SELECT count(*) FROM orders"));
        assertEquals(1, cell("SELECT count(DISTINCT number_key) FROM orders"));
    }

    @Test
    void aProductIsNamedAfterTheDescriptionMostUsedOnSaleLinesOfAllLoads() throws SQLException {
        load(star -> {
            long lamp = star.product(product("L"));
            var order = star.order(order("1", FRIDAY, null, null), null);
            star.line(order, sale(lamp, 1, 1, "Lamp"));
            for (int i = 0; i < 5; i++) {
                star.line(order, new NewLine(lamp, Kind.ADJUSTMENT, -ONE, 0, 0, 0, null, "damaged"));
            }
        });
        assertEquals("Lamp", cell("SELECT name FROM product"));
        load(star -> {
            var order = star.order(order("2", FRIDAY, null, null), null);
            star.line(order, sale(star.product(product("l")), 1, 1, "Red Lamp"));
            star.line(order, sale(star.product(product("l")), 1, 1, "Red Lamp"));
        });
        assertEquals("Red Lamp", cell("SELECT name FROM product"));
        assertEquals("red lamp", cell("SELECT name_folded FROM product"));
    }

    @Test
    void linesOfAFeeKnownByItsNameAreMarked() throws SQLException {
        load(star -> {
            var order = star.order(order("1", FRIDAY, null, null), null);
            star.line(order, sale(star.product(product("P1")), 1, 7, "Postage"));
            star.line(order, sale(star.product(product("L")), 1, 5, "Lamp"));
        });
        assertEquals("fee", cell("SELECT item FROM product WHERE code = 'P1'"));
        assertEquals(70_000, cell("SELECT sum(amount) FROM line WHERE fee = 1"));
    }

    @Test
    void aCustomerTakesTheCountryOfItsNewestOrderAndAnOrderWithoutOneTakesItsCustomers() throws SQLException {
        load(star -> {
            long lamp = star.product(product("L"));
            long ann = star.customer(customer("Ann"));
            star.line(star.order(order("1", FRIDAY.minusDays(9), ann, star.country("France")), null), sale(lamp, 1, 1, "Lamp"));
            star.line(star.order(order("2", FRIDAY, ann, star.country(" SPAIN ")), null), sale(lamp, 1, 1, "Lamp"));
            star.line(star.order(order("3", FRIDAY.plusDays(1), ann, null), null), sale(lamp, 1, 1, "Lamp"));
        });
        assertEquals("SPAIN", cell("SELECT country.name FROM customer JOIN country USING (country_key)"));
        assertEquals(2, cell("SELECT count(*) FROM line JOIN country USING (country_key) WHERE name_folded = 'spain'"));
        assertEquals(FRIDAY.minusDays(9).toEpochDay(), ((Number) cell("SELECT first_sale_day FROM customer")).longValue());
        assertEquals(FRIDAY.plusDays(1).toEpochDay(), ((Number) cell("SELECT last_sale_day FROM customer")).longValue());
    }

    @Test
    void theCalendarHasEveryDayBetweenTheFirstAndTheNewest() throws SQLException {
        load(star -> {
            long lamp = star.product(product("L"));
            star.line(star.order(order("1", LocalDate.of(2010, 12, 1), null, null), null), sale(lamp, 1, 1, "Lamp"));
            star.line(star.order(order("2", FRIDAY, null, null), null), sale(lamp, 1, 1, "Lamp"));
        });
        assertEquals(31 + 343, cell("SELECT count(*) FROM calendar"));
        assertEquals("[{date=2011-01-02, week=2010-12-27, month=2011-01, quarter=2011-Q1, year=2011, weekday=7, month_day=2}]",
                rows("SELECT date, week, month, quarter, year, weekday, month_day FROM calendar WHERE date = '2011-01-02'").toString());
        var state = warehouse.state();
        assertEquals(LocalDate.of(2010, 12, 1), state.firstDay());
        assertEquals(FRIDAY, state.newestDay());
        assertEquals("GBP", state.currency());
        assertEquals(2, state.lines());
        assertEquals(1, state.version());
    }

    @Test
    void aSecondLoadKeepsNumbersMembersAndIndexes() throws SQLException {
        Filling filling = star -> star.line(star.order(order("1", FRIDAY, star.customer(customer("A")), star.country("France")), null),
                sale(star.product(product("L")), 1, 1, "Lamp"));
        var before = cell("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name)");
        load(filling);
        load(filling);
        assertEquals(before, cell("SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name)"));
        assertEquals("[{o=2, n=1, c=1, p=1}]", rows("""
                SELECT count(*) AS o, count(DISTINCT number_key) AS n, (SELECT count(*) FROM customer) AS c,
                  (SELECT count(*) FROM product) AS p FROM orders""").toString());
        assertEquals(2, warehouse.state().version());
    }

    @Test
    void aLoadThatFailsLeavesNothing() {
        assertThrows(IllegalStateException.class, () -> load(star -> {
            star.line(star.order(order("1", FRIDAY, null, null), null), sale(star.product(product("L")), 1, 1, "Lamp"));
            throw new IllegalStateException("the power went");
        }));
        assertEquals(0, cell("SELECT count(*) FROM orders"));
        assertEquals(0L, warehouse.state().version());
        assertEquals(1 + 4, cell("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('orders', 'line') AND sql IS NOT NULL"));
    }
}
