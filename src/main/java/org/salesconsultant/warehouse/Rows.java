package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Inserts into one table: keys count up from the newest there, and several rows travel in one statement. */
final class Rows implements AutoCloseable {
    /** For a table that others refer to: each row is there before the next call. */
    static final int AT_ONCE = 1;
    /** Measured: a third less time than one at a time, and more gain nothing. */
    static final int TOGETHER = 32;

    private final PreparedStatement insertMany;
    private final PreparedStatement insertOne;
    private final @Nullable Object[] waiting;
    private final int width;
    private final String table;
    private final long newestBefore;
    private int filled;
    private long newest;

    /** @param columns the first is the key */
    Rows(Connection connection, int together, String table, String... columns) throws SQLException {
        this.table = table;
        width = columns.length;
        waiting = new @Nullable Object[width * together];
        var marks = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        var insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
        insertMany = connection.prepareStatement(insert + String.join(", ", Collections.nCopies(together, marks)));
        insertOne = connection.prepareStatement(insert + marks);
        newest = newestKey(connection, table, columns[0]);
        newestBefore = newest;
    }

    /** @param values of all columns after the key @return the key */
    long add(@Nullable Object... values) throws SQLException {
        newest++;
        waiting[filled] = newest;
        System.arraycopy(values, 0, waiting, filled + 1, width - 1);
        filled += width;
        if (filled == waiting.length) {
            bind(insertMany, 1, waiting);
            insertMany.executeUpdate();
            filled = 0;
        }
        return newest;
    }

    void flush() throws SQLException {
        for (int row = 0; row < filled; row += width) {
            for (int i = 0; i < width; i++) {
                insertOne.setObject(i + 1, waiting[row + i]);
            }
            insertOne.executeUpdate();
        }
        filled = 0;
    }

    void record(StarChanges changes) {
        changes.rows(table, newestBefore + 1, newest);
    }

    /** The newest key of before the first row was added. */
    long newestBefore() {
        return newestBefore;
    }

    @Override
    public void close() throws SQLException {
        insertMany.close();
        insertOne.close();
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
