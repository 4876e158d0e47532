package org.salesconsultant.warehouse;

import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/**
 * Keeps orders that were made of headers and details as their headers say now: days, members, returns and freight, in the copies
 * that stand and in those beneath them. Works on sets of orders within one write transaction.
 */
final class HeaderFollowing {
    private static final String FREIGHT = "Freight";
    private static final String MADE_OF_HALVES = "run_key IN (SELECT run_key FROM import_run WHERE kind = 'order_details')";

    /** The standing orders whose headers are renewed. */
    private static final Copies STANDING = new Copies("orders", "line",
            "SELECT order_key FROM renewed_header JOIN orders USING (source, number) WHERE orders." + MADE_OF_HALVES);
    private static final Copies BENEATH = new Copies("replaced_orders", "replaced_line",
            "SELECT order_key FROM replaced_orders WHERE number_key IN (SELECT number_key FROM renewed_header JOIN orders USING (source, number)) AND " + MADE_OF_HALVES);

    private final Handle handle;
    private final StarDerived derived;
    private final StarChanges changes;

    /** @param which a query of the keys of orders */
    private record Copies(String orders, String lines, String which) {}

    HeaderFollowing(Handle handle, StarDerived derived, StarChanges changes) {
        this.handle = handle;
        this.derived = derived;
        this.changes = changes;
    }

    /** Makes room for headers that are renewed, by source and number, and forgets those of earlier loads. */
    static void forget(Handle handle) {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS renewed_header (source TEXT, number TEXT, PRIMARY KEY (source, number)) WITHOUT ROWID");
        handle.execute("DELETE FROM renewed_header");
    }

    /** Headers that a run renewed, and that are to say again what they said before: call it before they do. */
    void renewedBy(long run) {
        handle.execute("INSERT OR IGNORE INTO renewed_header SELECT source, number FROM order_header WHERE header_key IN"
                + " (SELECT member_key FROM member_change WHERE run_key = ? AND table_name = 'order_header')", run);
    }

    /** The orders of renewed headers say what these say. */
    void follow() throws SQLException {
        if (!any("SELECT 1 FROM renewed_header")) {
            return;
        }
        CalendarDays.put(handle, "SELECT DISTINCT day FROM renewed_header JOIN order_header USING (source, number)");
        changes.orders(STANDING.which());
        ProductDescriptions.recount(handle, -1, "line", STANDING.which());
        derived.touchCustomers("SELECT customer_key FROM orders WHERE order_key IN (" + STANDING.which() + ")");
        follow(STANDING);
        follow(BENEATH);
        derived.touchCustomers("SELECT customer_key FROM orders WHERE order_key IN (" + STANDING.which() + ")");
        ProductDescriptions.recount(handle, 1, "line", STANDING.which());
        handle.execute("DELETE FROM line WHERE made = 2 AND order_key IN (" + STANDING.which() + ")");
        derived.sums("order_key IN (" + STANDING.which() + ")");
    }

    /** What a customer's or a rep's place filled in is found out anew. A line that came as a return is one whatever its header says. */
    private void follow(Copies copies) {
        handle.createUpdate("""
                UPDATE <orders> SET (day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, from_customer) = (
                  SELECT day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, 0 FROM order_header
                  WHERE order_header.source = <orders>.source AND order_header.number = <orders>.number)
                WHERE order_key IN (<which>)""").define("orders", copies.orders()).define("which", copies.which()).execute();
        handle.createUpdate("""
                UPDATE <lines> SET (day, customer_key, country_key, region_key, rep_key, channel_key) = (
                  SELECT day, customer_key, country_key, region_key, rep_key, channel_key FROM <orders> WHERE <orders>.order_key = <lines>.order_key)
                WHERE order_key IN (<which>)""").define("orders", copies.orders()).define("lines", copies.lines()).define("which", copies.which()).execute();
        handle.createUpdate("""
                UPDATE <lines> SET kind = 1 - kind, quantity = -quantity, discount = -discount, amount = -amount, margin = -margin,
                  made = CASE WHEN made IS NULL THEN 1 END
                WHERE order_key IN (<which>) AND (made = 1 OR made IS NULL AND kind = 0) AND (made IS NULL) = (
                  SELECT returned FROM <orders> JOIN order_header USING (source, number) WHERE <orders>.order_key = <lines>.order_key)""")
                .define("orders", copies.orders()).define("lines", copies.lines()).define("which", copies.which()).execute();
    }

    /** One fee line for what each order's header charges for the way, where it has none yet. @param lastOld orders above this key are looked at, and those of renewed headers */
    void freight(long lastOld) throws SQLException {
        if (!any("SELECT 1 FROM order_header WHERE freight <> 0")) {
            return;
        }
        handle.createUpdate("""
                INSERT INTO product (code, code_folded, name, name_folded, squashed, item, given) VALUES (:code, :folded, :name, :folded, :squashed, 'fee', 1)
                ON CONFLICT DO NOTHING""").bind("code", FREIGHT.toUpperCase(Locale.ROOT)).bind("name", FREIGHT).bind("folded", Names.fold(FREIGHT))
                .bind("squashed", Squashed.of(FREIGHT)).execute();
        long lastLine = Rows.newestKey(handle.getConnection(), "line", "line_key");
        handle.createUpdate("""
                INSERT INTO line (order_key, day, product_key, customer_key, country_key, region_key, rep_key, channel_key, kind, fee, quantity,
                  unit_price, discount, amount, made)
                SELECT order_key, orders.day, (SELECT product_key FROM product WHERE code_folded = :folded), orders.customer_key, orders.country_key,
                  orders.region_key, orders.rep_key, orders.channel_key, CASE WHEN (returned = 1) = (freight > 0) THEN 1 ELSE 0 END, 1,
                  CASE WHEN (returned = 1) = (freight > 0) THEN -10000 ELSE 10000 END, abs(freight), 0, CASE WHEN returned = 1 THEN -freight ELSE freight END, 2
                FROM orders JOIN order_header USING (source, number)
                WHERE freight <> 0 AND orders.<halves> AND order_key = (SELECT min(order_key) FROM orders AS same WHERE same.source = orders.source AND same.number = orders.number)
                  AND (order_key > :last OR order_key IN (<renewed>))
                  AND NOT EXISTS (SELECT 1 FROM orders AS same JOIN line USING (order_key) WHERE same.source = orders.source AND same.number = orders.number AND made = 2)
                ORDER BY order_key""").define("halves", MADE_OF_HALVES).define("renewed", STANDING.which()).bind("folded", Names.fold(FREIGHT)).bind("last", lastOld).execute();
        long newest = Rows.newestKey(handle.getConnection(), "line", "line_key");
        changes.rows("line", lastLine + 1, newest);
        derived.sums("order_key IN (SELECT order_key FROM line WHERE line_key > " + lastLine + ")");
        changes.orders("SELECT order_key FROM line WHERE line_key > " + lastLine);
    }

    /**
     * Lets details wait again whose headers only this run brought, all their copies. Call it before the run's headers go.
     *
     * @return a query of the keys of orders that are to go
     */
    String waitAgain(long run) {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS unmade_order (order_key INTEGER PRIMARY KEY)");
        handle.execute("DELETE FROM unmade_order");
        handle.execute("INSERT INTO unmade_order SELECT order_key FROM order_header JOIN orders USING (source, number) WHERE order_header.run_key = ? AND NOT EXISTS ("
                + "SELECT 1 FROM member_change WHERE table_name = 'order_header' AND member_key = header_key AND column_name = 'run_key' AND run_key = ? AND before <> ?) AND orders."
                + MADE_OF_HALVES, run, run, run);
        var unmade = "SELECT order_key FROM unmade_order";
        var beneath = "SELECT order_key FROM replaced_orders WHERE number_key IN (SELECT number_key FROM orders WHERE order_key IN (" + unmade + ")) AND " + MADE_OF_HALVES;
        letWait(new Copies("orders", "line", unmade));
        letWait(new Copies("replaced_orders", "replaced_line", beneath));
        handle.execute("DELETE FROM replaced_line WHERE order_key IN (" + beneath + ")");
        handle.execute("DELETE FROM replaced_orders WHERE order_key IN (" + beneath + ")");
        return unmade;
    }

    private void letWait(Copies copies) {
        handle.createUpdate("""
                INSERT INTO waiting_detail (source, number, product_key, kind, quantity, unit_price, discount, amount, margin, description, run_key, copy_run)
                SELECT source, number, <lines>.product_key, CASE WHEN made = 1 THEN 0 ELSE kind END, CASE WHEN made = 1 THEN -quantity ELSE quantity END,
                  unit_price, CASE WHEN made = 1 THEN -<lines>.discount ELSE <lines>.discount END, CASE WHEN made = 1 THEN -amount ELSE amount END,
                  CASE WHEN made = 1 THEN -<lines>.margin ELSE <lines>.margin END, description, run_key, copy_run
                FROM <lines> JOIN <orders> USING (order_key) LEFT JOIN product_description USING (description_key)
                WHERE made IS NOT 2 AND order_key IN (<which>) ORDER BY line_key""")
                .define("orders", copies.orders()).define("lines", copies.lines()).define("which", copies.which()).execute();
    }

    private boolean any(String query) {
        return handle.createQuery("SELECT EXISTS (" + query + ")").mapTo(boolean.class).one();
    }
}
