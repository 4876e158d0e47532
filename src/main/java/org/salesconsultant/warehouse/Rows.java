package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Inserts into one table: keys count up from the newest there, rows travel in batches. */
final class Rows implements AutoCloseable {
    /** For a table that others refer to: each row is there before the next call. */
    static final int AT_ONCE = 1;
    static final int IN_BATCHES = 1_000;

    private final PreparedStatement insert;
    private final int batch;
    private long newest;
    private int waiting;

    /** @param columns the first is the key */
    Rows(Connection connection, int batch, String table, String... columns) throws SQLException {
        this.batch = batch;
        insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
        newest = newestKey(connection, table, columns[0]);
    }

    /** @param values of all columns after the key @return the key */
    long add(@Nullable Object... values) throws SQLException {
        newest++;
        insert.setLong(1, newest);
        bind(insert, 2, values);
        insert.addBatch();
        waiting++;
        if (waiting == batch) {
            flush();
        }
        return newest;
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    static void bind(PreparedStatement statement, int from, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(from + i, values[i]);
        }
    }

    static long newestKey(Connection connection, String table, String key) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(" + key + "), 0) FROM " + table)) {
            return row.getLong(1);
        }
    }
}
