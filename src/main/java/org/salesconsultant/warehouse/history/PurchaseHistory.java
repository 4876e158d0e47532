package org.salesconsultant.warehouse.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.SqlCondition;

/**
 * Reads what customers bought out of one warehouse. Each method is one transaction; the viewer's scope and any filter come in
 * as a condition on the rows. Safe for many threads.
 */
public final class PurchaseHistory {
    private static final int DAYS_OF_A_YEAR = 365;
    private static final String SALE = "f.kind = 0";
    private static final String PRODUCT_SALE = SALE + " AND f.fee = 0";
    private static final String FROM_ORDERS = """
            SELECT f.customer_key, f.day, f.number_key, f.sale_lines, f.revenue, f.gross_revenue, f.returns_value
            FROM orders f WHERE (%s) AND f.customer_key IS NOT NULL
            ORDER BY f.customer_key, f.day, f.order_key""";
    private static final String FROM_LINES = """
            SELECT f.customer_key, f.day, o.number_key, SUM(CASE WHEN f.kind = 0 THEN 1 ELSE 0 END), SUM(f.amount),
              SUM(CASE WHEN f.kind = 0 THEN f.amount ELSE 0 END), -SUM(CASE WHEN f.kind = 1 THEN f.amount ELSE 0 END)
            FROM line f JOIN orders o ON o.order_key = f.order_key WHERE (%s) AND f.customer_key IS NOT NULL
            GROUP BY f.customer_key, f.day, f.order_key, o.number_key ORDER BY f.customer_key, f.day, f.order_key""";

    private final Warehouse warehouse;
    private final long mostLines;

    /** @param histories by key @param rowsRead orders, or parts of orders where lines were read */
    public record Customers(List<CustomerHistory> histories, long rowsRead, String sql) {}

    /** @param mostLines how many sale lines {@link #purchases} takes at most, the newest days' */
    public PurchaseHistory(Warehouse warehouse, long mostLines) {
        this.warehouse = warehouse;
        this.mostLines = mostLines;
    }

    /** The customers of the orders that fit. @param condition on orders */
    public Customers customersOfOrders(SqlCondition condition) {
        return customers(FROM_ORDERS, condition);
    }

    /** The customers of the lines that fit, with sums over those lines alone. @param condition on lines */
    public Customers customersOfLines(SqlCondition condition) {
        return customers(FROM_LINES, condition);
    }

    private Customers customers(String template, SqlCondition condition) {
        var sql = template.formatted(condition.sql());
        return warehouse.database().read(handle -> {
            var newest = warehouse.state(handle).newestDay();
            int lastYear = newest == null ? 0 : (int) newest.toEpochDay() - DAYS_OF_A_YEAR + 1;
            return handle.createQuery(sql).bindMap(condition.values())
                    .scanResultSet((rows, context) -> histories(rows.get(), lastYear, sql));
        });
    }

    private static Customers histories(ResultSet rows, int lastYear, String sql) throws SQLException {
        List<CustomerHistory> histories = new ArrayList<>();
        long read = 0;
        Sums sums = null;
        while (rows.next()) {
            long customer = rows.getLong(1);
            if (sums == null || sums.customer != customer) {
                if (sums != null) {
                    histories.add(sums.history());
                }
                sums = new Sums(customer);
            }
            int day = rows.getInt(2);
            sums.add(day, rows.getLong(3), rows.getLong(4) > 0, rows.getLong(5), day >= lastYear);
            sums.grossRevenue += rows.getLong(6);
            sums.returnsValue += rows.getLong(7);
            read++;
        }
        if (sums != null) {
            histories.add(sums.history());
        }
        return new Customers(histories, read, sql);
    }

    /** One customer's rows as they come, by day. */
    private static final class Sums {
        private final long customer;
        private final List<Integer> saleDays = new ArrayList<>();
        private final Set<Long> orders = new HashSet<>();
        private long revenue;
        private long grossRevenue;
        private long returnsValue;
        private long revenueLastYear;

        private Sums(long customer) {
            this.customer = customer;
        }

        private void add(int day, long number, boolean sale, long amount, boolean lastYear) {
            if (sale) {
                orders.add(number);
                if (saleDays.isEmpty() || saleDays.getLast() != day) {
                    saleDays.add(day);
                }
            }
            revenue += amount;
            revenueLastYear += lastYear ? amount : 0;
        }

        private CustomerHistory history() {
            return new CustomerHistory(customer, saleDays.stream().mapToInt(Integer::intValue).toArray(), orders.size(), revenue,
                    grossRevenue, returnsValue, revenueLastYear);
        }
    }

    /** Who bought what, and what was bought together. @param condition on lines */
    public Purchases purchases(SqlCondition condition) {
        return warehouse.database().read(handle -> {
            var products = products(handle);
            Map<Long, Integer> places = new HashMap<>();
            products.forEach(product -> places.put(product.key(), places.size()));
            var since = since(handle);
            var sql = "SELECT f.product_key, f.customer_key, o.number_key, f.day FROM line f JOIN orders o ON o.order_key = f.order_key"
                    + " WHERE (" + condition.sql() + ") AND " + PRODUCT_SALE + (since == null ? "" : " AND f.day >= :since_day");
            var query = handle.createQuery(sql).bindMap(condition.values());
            if (since != null) {
                query.bind("since_day", since.toEpochDay());
            }
            return query.scanResultSet((rows, context) -> gather(rows.get(), products, places, since));
        });
    }

    private static Purchases gather(ResultSet rows, List<ProductCard> products, Map<Long, Integer> places, @Nullable LocalDate since)
            throws SQLException {
        var byCustomer = new Groups();
        var byOrder = new Groups();
        var lastSaleDay = new int[products.size()];
        long lines = 0;
        while (rows.next()) {
            int product = places.getOrDefault(rows.getLong(1), -1);
            long customer = rows.getLong(2);
            if (!rows.wasNull()) {
                byCustomer.add(customer, product);
            }
            byOrder.add(rows.getLong(3), product);
            lastSaleDay[product] = Math.max(lastSaleDay[product], rows.getInt(4));
            lines++;
        }
        return new Purchases(products, byCustomer.distinct(), byOrder.distinct(), lastSaleDay, lines, since);
    }

    /** The first of the newest days that hold as many sale lines as may be read; null where all may. */
    private @Nullable LocalDate since(Handle handle) {
        return handle.createQuery("SELECT day, SUM(sale_lines) FROM orders GROUP BY day ORDER BY day DESC")
                .scanResultSet((rows, context) -> {
                    var days = rows.get(); // each call runs the query anew
                    long lines = 0;
                    while (days.next()) {
                        lines += days.getLong(2);
                        if (lines > mostLines) {
                            return LocalDate.ofEpochDay(days.getLong(1) + 1);
                        }
                    }
                    return null;
                });
    }

    /** What one customer bought, by the amount of its sale lines, descending; fees left out. @param condition on lines */
    public List<ProductCard> boughtBy(long customer, SqlCondition condition) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT p.product_key, p.code, p.name FROM line f"
                        + " JOIN product p ON p.product_key = f.product_key"
                        + " WHERE f.order_key IN (SELECT order_key FROM orders WHERE customer_key = :customer) AND (" + condition.sql()
                        + ") AND " + PRODUCT_SALE + " GROUP BY p.product_key, p.code, p.name ORDER BY SUM(f.amount) DESC, p.product_key")
                .bindMap(condition.values()).bind("customer", customer).map((row, context) -> product(row)).list());
    }

    /** The customers of these keys, in no order. */
    public List<CustomerCard> cards(Collection<Long> keys) {
        return keys.isEmpty() ? List.of() : cards("customer_key IN (<values>)", List.copyOf(keys));
    }

    /** @param code folded */
    public Optional<CustomerCard> card(String code) {
        return cards("code_folded IN (<values>)", List.of(code)).stream().findFirst();
    }

    private List<CustomerCard> cards(String test, List<?> values) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT c.customer_key, c.code, c.name, c.type, c.city,"
                        + " n.name, g.name, r.name FROM customer c LEFT JOIN country n ON n.country_key = c.country_key"
                        + " LEFT JOIN region g ON g.region_key = c.region_key LEFT JOIN rep r ON r.rep_key = c.rep_key WHERE c." + test)
                .bindList("values", values).map((row, context) -> new CustomerCard(row.getLong(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8))).list());
    }

    private static List<ProductCard> products(Handle handle) {
        return handle.createQuery("SELECT product_key, code, name FROM product WHERE item = 'product' ORDER BY product_key")
                .map((row, context) -> product(row)).list();
    }

    private static ProductCard product(ResultSet row) throws SQLException {
        return new ProductCard(row.getLong(1), row.getString(2), row.getString(3));
    }
}
