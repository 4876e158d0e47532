package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;

/**
 * Which rows a write transaction added, changed or deleted, for those who keep copies of the star. A data version without any
 * record, and a table without a span, make them copy anew: what is not known costs time and is never wrong.
 */
public final class StarChanges {
    private static final long NEAR = 10_000;

    private final Handle handle;
    private final long version;

    /** @param handle in a write transaction whose end raises the data version by one */
    public StarChanges(Handle handle) {
        this.handle = handle;
        this.version = 1 + handle.createQuery("SELECT CAST(value AS INTEGER) FROM warehouse_setting WHERE name = 'data_version'")
                .mapTo(long.class).findOne().orElse(0L);
    }

    /** Rows of a table by their integer key, from the first to the last; nothing where the span is empty. */
    public void rows(String table, long first, long last) {
        if (first <= last) {
            handle.execute("INSERT INTO star_change (version, table_name, first_key, last_key) VALUES (?, ?, ?, ?)", version, table, first, last);
        }
    }

    /** Orders that were there before, and their lines, as long as both still stand. @param keys a query of the keys of orders */
    public void orders(String keys) {
        spans("orders", "order_key", "SELECT order_key FROM orders WHERE order_key IN (" + keys + ")");
        spans("line", "line_key", "SELECT line_key FROM line WHERE order_key IN (" + keys + ")");
    }

    /** Keys that lie near each other share a span. */
    private void spans(String table, String key, String keys) {
        handle.createUpdate("""
                INSERT INTO star_change (version, table_name, first_key, last_key)
                SELECT :version, :table, min(<key>), max(<key>) FROM (
                  SELECT <key>, sum(far) OVER (ORDER BY <key>) AS span FROM (
                    SELECT <key>, <key> - lag(<key>) OVER (ORDER BY <key>) > :near AS far FROM (<keys>)))
                GROUP BY span""").define("key", key).define("keys", keys).bind("version", version).bind("table", table).bind("near", NEAR).execute();
    }

    /** Rows of a table that have no key or may be anywhere. */
    public void any(String table) {
        handle.execute("INSERT INTO star_change (version, table_name) VALUES (?, ?)", version, table);
    }
}
