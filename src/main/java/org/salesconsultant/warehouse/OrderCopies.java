package org.salesconsultant.warehouse;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * The copies that runs brought of one order number: one of them stands, with all its rows and lines; those it replaced lie
 * beneath it, the one replaced last on top, without the freight that a header adds. Taking the standing one away puts that one in force again. Works on sets of orders
 * within one write transaction; after it what is derived has to be brought up to date.
 */
final class OrderCopies {
    private static final String LEAVING = "SELECT order_key FROM leaving_order";
    private static final String RETURNING = "SELECT order_key FROM returning_order";

    private final Handle handle;
    private final StarDerived derived;
    private final StarChanges changes;

    OrderCopies(Handle handle, StarDerived derived, StarChanges changes) {
        this.handle = handle;
        this.derived = derived;
        this.changes = changes;
        for (var table : new String[] {"leaving_order", "returning_order"}) {
            handle.execute("CREATE TEMP TABLE IF NOT EXISTS " + table + " (order_key INTEGER PRIMARY KEY)");
            handle.execute("DELETE FROM " + table);
        }
    }

    /**
     * Lays copies that stood beneath newer ones. A row that mends a copy joins it instead.
     *
     * @param lastOld orders above this key are the newer ones
     * @param several whether copies of one order may be among them
     */
    void replace(long lastOld, boolean several) {
        handle.createUpdate("""
                INSERT OR IGNORE INTO leaving_order
                SELECT standing.order_key FROM orders AS coming
                JOIN orders AS standing ON standing.source = coming.source AND standing.number = coming.number
                WHERE coming.order_key > :last AND standing.order_key <= :last
                  AND coalesce(standing.copy_run, standing.run_key, 0) <> coalesce(coming.copy_run, coming.run_key, 0)""").bind("last", lastOld).execute();
        if (several) {
            handle.createUpdate("""
                    INSERT OR IGNORE INTO leaving_order
                    SELECT older.order_key FROM orders AS older JOIN orders AS newer ON newer.source = older.source AND newer.number = older.number
                    WHERE older.order_key > :last AND newer.order_key > :last
                      AND coalesce(older.copy_run, older.run_key) < coalesce(newer.copy_run, newer.run_key)""").bind("last", lastOld).execute();
        }
        handle.execute("INSERT INTO replaced_orders SELECT * FROM orders WHERE order_key IN (" + LEAVING + ") ORDER BY order_key");
        handle.execute("INSERT INTO replaced_line SELECT * FROM line WHERE made IS NOT 2 AND order_key IN (" + LEAVING + ")");
        leave();
    }

    /**
     * Takes all copies of a run away, those that stand and those beneath; where none is left standing the topmost beneath comes back.
     *
     * @param others a query of the keys of standing orders that go too
     */
    void takeAway(long run, String others) throws SQLException {
        handle.execute("DELETE FROM replaced_line WHERE order_key IN (SELECT order_key FROM replaced_orders WHERE run_key = ?)", run);
        handle.execute("DELETE FROM replaced_orders WHERE run_key = ?", run);
        handle.execute("INSERT INTO leaving_order SELECT order_key FROM orders WHERE run_key = ? UNION " + others, run);
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS left_number (number_key INTEGER PRIMARY KEY)");
        handle.execute("DELETE FROM left_number");
        handle.execute("INSERT INTO left_number SELECT DISTINCT number_key FROM orders WHERE order_key IN (" + LEAVING + ")");
        leave();
        handle.execute("""
                INSERT INTO returning_order
                SELECT copy.order_key FROM (
                  SELECT number_key, coalesce(copy_run, run_key) AS run, max(rowid) FROM replaced_orders
                  WHERE number_key IN (SELECT number_key FROM left_number) AND number_key NOT IN (SELECT number_key FROM orders)
                  GROUP BY number_key) AS topmost
                JOIN replaced_orders AS copy ON copy.number_key = topmost.number_key AND coalesce(copy.copy_run, copy.run_key) = topmost.run""");
        CalendarDays.put(handle, "SELECT DISTINCT day FROM replaced_orders WHERE order_key IN (" + RETURNING + ")");
        handle.execute("INSERT INTO orders SELECT * FROM replaced_orders WHERE order_key IN (" + RETURNING + ")");
        handle.execute("INSERT INTO line SELECT * FROM replaced_line WHERE order_key IN (" + RETURNING + ")");
        handle.execute("DELETE FROM replaced_line WHERE order_key IN (" + RETURNING + ")");
        handle.execute("DELETE FROM replaced_orders WHERE order_key IN (" + RETURNING + ")");
        changed(1, RETURNING);
    }

    private void leave() {
        changed(-1, LEAVING);
        handle.execute("DELETE FROM line WHERE order_key IN (" + LEAVING + ")");
        handle.execute("DELETE FROM orders WHERE order_key IN (" + LEAVING + ")");
    }

    private void changed(int sign, String orders) {
        ProductDescriptions.recount(handle, sign, "line", orders);
        derived.touchCustomers("SELECT customer_key FROM orders WHERE order_key IN (" + orders + ")");
        changes.orders(orders);
    }
}
