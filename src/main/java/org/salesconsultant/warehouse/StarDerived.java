package org.salesconsultant.warehouse;

import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the star repeats or sums up so that queries need not; computed from lines and orders, at the end of each load. */
final class StarDerived {
    private static final List<String> OF_ORDER_OR_CUSTOMER = List.of("country_key", "region_key", "rep_key");

    private final Handle handle;
    private final long lastOldOrder;
    private final long lastOldLine;
    private final StarChanges changes;

    /**
     * @param lastOldOrder the newest order key before the load; orders above it are new
     * @param lastOldLine the same of lines
     * @param changes told of changes to what is not new
     */
    StarDerived(Handle handle, long lastOldOrder, long lastOldLine, StarChanges changes) {
        this.handle = handle;
        this.lastOldOrder = lastOldOrder;
        this.lastOldLine = lastOldLine;
        this.changes = changes;
    }

    /** Marks products whose name says that they are fees, and the lines of all fees. */
    void fees(Predicate<String> feeByName) {
        var update = handle.prepareBatch("UPDATE product SET item = 'fee' WHERE product_key = ?");
        handle.createQuery("SELECT product_key, name FROM product WHERE item = 'product'")
                .map((row, context) -> feeByName.test(row.getString(2)) ? row.getLong(1) : 0L)
                .filter(key -> key > 0).forEach(update::add);
        if (update.size() > 0) {
            update.execute();
        }
        if (fees("line_key <= ?") > 0) {
            changes.any("line");
        }
        fees("line_key > ?");
    }

    private int fees(String which) {
        return handle.execute("UPDATE line SET fee = 1 WHERE " + which + " AND fee = 0"
                + " AND product_key IN (SELECT product_key FROM product WHERE item = 'fee')", lastOldLine);
    }

    /** The sums that orders keep of their lines. */
    void sums() {
        handle.execute("""
                UPDATE orders SET lines = total.lines, sale_lines = total.sale_lines, return_lines = total.return_lines,
                  revenue = total.revenue, gross_revenue = total.gross_revenue, returns_value = total.returns_value,
                  units_sold = total.units_sold, units = total.units, discount = total.discount,
                  costed_amount = total.costed_amount, margin = total.margin
                FROM (
                  SELECT order_key, count(*) AS lines,
                    sum(kind = 0) AS sale_lines,
                    sum(kind = 1) AS return_lines,
                    sum(amount) AS revenue,
                    sum(CASE WHEN kind = 0 THEN amount ELSE 0 END) AS gross_revenue,
                    sum(CASE WHEN kind = 1 THEN -amount ELSE 0 END) AS returns_value,
                    sum(CASE WHEN kind = 0 THEN quantity ELSE 0 END) AS units_sold,
                    sum(CASE WHEN kind < 2 THEN quantity ELSE 0 END) AS units,
                    sum(CASE WHEN kind = 0 THEN discount ELSE 0 END) AS discount,
                    sum(CASE WHEN kind < 2 AND margin IS NOT NULL THEN amount ELSE 0 END) AS costed_amount,
                    sum(CASE WHEN kind < 2 AND margin IS NOT NULL THEN margin ELSE 0 END) AS margin
                  FROM line WHERE order_key > ? GROUP BY order_key) AS total
                WHERE orders.order_key = total.order_key""", lastOldOrder);
        handle.execute("""
                UPDATE customer SET first_sale_day = sale.first_day, last_sale_day = sale.last_day
                FROM (
                  SELECT customer_key, min(day) AS first_day, max(day) AS last_day
                  FROM orders WHERE sale_lines > 0 AND customer_key IS NOT NULL GROUP BY customer_key) AS sale
                WHERE customer.customer_key = sale.customer_key""");
    }

    /** A customer without a country, region or rep has that of its newest order; an order without one has its customer's. */
    void customersAndOrders() {
        for (var column : OF_ORDER_OR_CUSTOMER) {
            handle.createUpdate("""
                    UPDATE customer SET <column> = (
                      SELECT orders.<column> FROM orders
                      WHERE orders.customer_key = customer.customer_key AND orders.<column> IS NOT NULL
                      ORDER BY orders.day DESC, orders.minute DESC, orders.order_key DESC LIMIT 1)
                    WHERE <column> IS NULL""").define("column", column).execute();
            int changed = handle.createUpdate("""
                    UPDATE orders SET <column> = customer.<column> FROM customer
                    WHERE customer.customer_key = orders.customer_key AND orders.order_key > :last
                      AND orders.<column> IS NULL AND customer.<column> IS NOT NULL""")
                    .define("column", column).bind("last", lastOldOrder).execute();
            if (changed > 0) {
                handle.createUpdate("""
                        UPDATE line SET <column> = orders.<column> FROM orders
                        WHERE orders.order_key = line.order_key AND line.order_key > :last
                          AND line.<column> IS NULL AND orders.<column> IS NOT NULL""")
                        .define("column", column).bind("last", lastOldOrder).execute();
            }
        }
    }

    void settings(@Nullable String currency, @Nullable String company) {
        setting("currency", currency);
        setting("company", company);
        handle.execute("""
                INSERT OR REPLACE INTO warehouse_setting (name, value)
                SELECT 'first_day', date FROM calendar WHERE day = (SELECT min(day) FROM orders) UNION ALL
                SELECT 'newest_day', date FROM calendar WHERE day = (SELECT max(day) FROM orders) UNION ALL
                SELECT 'lines', CAST(coalesce(sum(lines), 0) AS TEXT) FROM orders""");
        handle.execute("""
                INSERT INTO warehouse_setting (name, value) VALUES ('data_version', '1')
                ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)""");
    }

    private void setting(String name, @Nullable String value) {
        if (value != null) {
            handle.execute("INSERT OR REPLACE INTO warehouse_setting (name, value) VALUES (?, ?)", name, value);
        }
    }
}
