package org.salesconsultant.warehouse;

import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the star repeats or sums up so that queries need not. It is computed from lines, orders and what files say of members,
 * never from what was derived before: rows that come, go or come back leave it as if they had always, or never, been there.
 */
final class StarDerived {
    /** Their bits in {@code from_orders} and {@code from_customer} count up in this order. */
    static final List<String> OF_ORDER_OR_CUSTOMER = List.of("country_key", "region_key", "rep_key");

    /** Where there are no orders, what is known to have happened by some day. */
    private static final String WITHOUT_ORDERS = """
            (SELECT created_day AS day FROM opportunity UNION ALL SELECT closed_day FROM opportunity WHERE outcome <> 'open'
             UNION ALL SELECT day FROM campaign_contact UNION ALL SELECT day FROM feedback UNION ALL SELECT day FROM interaction)""";

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
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS touched_customer (customer_key INTEGER PRIMARY KEY)");
        handle.execute("DELETE FROM touched_customer");
    }

    /** Names products anew, marks those whose name says that they are fees, and the lines of all fees. */
    void products(Predicate<String> feeByName) {
        ProductDescriptions.name(handle);
        var update = handle.prepareBatch("UPDATE product SET item = ?, fee_by_name = ? WHERE product_key = ?");
        handle.createQuery("SELECT product_key, name, fee_by_name FROM product WHERE item = 'product' OR fee_by_name = 1").map((row, context) -> {
            boolean fee = feeByName.test(row.getString(2));
            if (fee != row.getBoolean(3)) {
                update.add(fee ? "fee" : "product", fee ? 1 : 0, row.getLong(1));
            }
            return fee;
        }).forEach(any -> {});
        if (update.size() > 0) {
            update.execute();
        }
        if (fees("line_key <= ?") > 0) {
            changes.any("line");
        }
        fees("line_key > ?");
    }

    private int fees(String which) {
        return handle.execute("UPDATE line SET fee = 1 - fee WHERE " + which
                + " AND fee <> (coalesce(product_key, 0) IN (SELECT product_key FROM product WHERE item = 'fee'))", lastOldLine);
    }

    /** The sums that new orders keep of their lines. */
    void sums() {
        sums("order_key > " + lastOldOrder);
    }

    /** @param which a condition on the keys of orders */
    void sums(String which) {
        handle.createUpdate("""
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
                  FROM line WHERE <which> GROUP BY order_key) AS total
                WHERE orders.order_key = total.order_key""").define("which", which).execute();
    }

    /** Says that these customers have other orders than before, or are told otherwise where they are. @param keys a query */
    void touchCustomers(String keys) {
        handle.execute("INSERT OR IGNORE INTO touched_customer SELECT customer_key FROM (" + keys + ") WHERE customer_key IS NOT NULL");
    }

    /** What touched customers and their orders know of each other. */
    void customersAndOrders() {
        touchCustomers("SELECT DISTINCT customer_key FROM orders WHERE order_key > " + lastOldOrder);
        handle.execute("""
                UPDATE customer SET first_sale_day = sale.first_day, last_sale_day = sale.last_day
                FROM (
                  SELECT customer_key, min(CASE WHEN sale_lines > 0 THEN day END) AS first_day, max(CASE WHEN sale_lines > 0 THEN day END) AS last_day
                  FROM touched_customer LEFT JOIN orders USING (customer_key) GROUP BY customer_key) AS sale
                WHERE customer.customer_key = sale.customer_key""");
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS moved_order (order_key INTEGER PRIMARY KEY, place INTEGER)");
        for (int i = 0; i < OF_ORDER_OR_CUSTOMER.size(); i++) {
            var column = OF_ORDER_OR_CUSTOMER.get(i);
            if (isGiven(column)) {
                place(column, 1 << i);
            }
        }
        territories(1 << OF_ORDER_OR_CUSTOMER.indexOf("region_key"));
    }

    /** An order to which neither its file nor its customer gives a region has its rep's. */
    private void territories(int bit) {
        if (handle.createQuery("SELECT EXISTS (SELECT 1 FROM rep)").mapTo(boolean.class).one()) {
            handle.execute("DELETE FROM moved_order");
            move("region_key", bit, handle.createUpdate("""
                    INSERT INTO moved_order
                    SELECT order_key, rep.region_key FROM orders LEFT JOIN rep USING (rep_key) LEFT JOIN customer USING (customer_key)
                    WHERE (orders.region_key IS NULL OR orders.from_customer & <bit> <> 0) AND customer.region_key IS NULL
                      AND orders.region_key IS NOT rep.region_key""").define("bit", bit).execute());
        }
    }

    private boolean isGiven(String column) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM orders WHERE <column> IS NOT NULL) OR EXISTS (SELECT 1 FROM customer WHERE <column> IS NOT NULL)")
                .define("column", column).mapTo(boolean.class).one();
    }

    /** A customer without a country, region or rep has that of its newest order; an order without one has its customer's. */
    private void place(String column, int bit) {
        handle.createUpdate("""
                UPDATE customer SET <column> = newest.place,
                  from_orders = (from_orders & ~<bit>) | CASE WHEN newest.place IS NULL THEN 0 ELSE <bit> END
                FROM (
                  SELECT customer_key, (
                    SELECT orders.<column> FROM orders
                    WHERE orders.customer_key = customer.customer_key AND orders.<column> IS NOT NULL AND orders.from_customer & <bit> = 0
                    ORDER BY orders.day DESC, orders.minute DESC, orders.number DESC, orders.order_key DESC LIMIT 1) AS place
                  FROM touched_customer JOIN customer USING (customer_key)
                  WHERE customer.<column> IS NULL OR customer.from_orders & <bit> <> 0) AS newest
                WHERE customer.customer_key = newest.customer_key AND customer.<column> IS NOT newest.place""")
                .define("column", column).define("bit", bit).execute();
        handle.execute("DELETE FROM moved_order");
        move(column, bit, handle.createUpdate("""
                INSERT INTO moved_order
                SELECT order_key, customer.<column> FROM touched_customer JOIN orders USING (customer_key) JOIN customer USING (customer_key)
                WHERE (orders.<column> IS NULL OR orders.from_customer & <bit> <> 0) AND orders.<column> IS NOT customer.<column>""")
                .define("column", column).define("bit", bit).execute());
    }

    private void move(String column, int bit, int moved) {
        if (moved > 0) {
            handle.createUpdate("""
                    UPDATE orders SET <column> = moved_order.place,
                      from_customer = (from_customer & ~<bit>) | CASE WHEN moved_order.place IS NULL THEN 0 ELSE <bit> END
                    FROM moved_order WHERE orders.order_key = moved_order.order_key""").define("column", column).define("bit", bit).execute();
            handle.createUpdate("UPDATE line SET <column> = moved_order.place FROM moved_order WHERE line.order_key = moved_order.order_key")
                    .define("column", column).execute();
            changes.orders("SELECT order_key FROM moved_order WHERE order_key <= " + lastOldOrder);
        }
    }

    /** Settings that are read off the facts; the data version grows by one. */
    void settings(@Nullable String currency, @Nullable String company) {
        setting("currency", currency);
        setting("company", company);
        handle.execute("DELETE FROM warehouse_setting WHERE name IN ('first_day', 'newest_day')");
        handle.createUpdate("""
                INSERT OR REPLACE INTO warehouse_setting (name, value)
                SELECT 'first_day', date FROM calendar WHERE day = coalesce((SELECT min(day) FROM orders), (SELECT min(day) FROM <other>)) UNION ALL
                SELECT 'newest_day', date FROM calendar WHERE day = coalesce((SELECT max(day) FROM orders), (SELECT max(day) FROM <other>)) UNION ALL
                SELECT 'lines', CAST(coalesce(sum(lines), 0) AS TEXT) FROM orders""").define("other", WITHOUT_ORDERS).execute();
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
