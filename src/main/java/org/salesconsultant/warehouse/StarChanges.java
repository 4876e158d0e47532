package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;

/**
 * Which rows a write transaction added, changed or deleted, for those who keep copies of the star. A data version without any
 * record, and a table without a span, make them copy anew: what is not known costs time and is never wrong.
 */
public final class StarChanges {
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

    /** Rows of a table that have no key or may be anywhere. */
    public void any(String table) {
        handle.execute("INSERT INTO star_change (version, table_name) VALUES (?, ?)", version, table);
    }
}
