package org.salesconsultant.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;

/**
 * What one import run changes in rows that were there before, so that the run can be taken back: one record a column, with the
 * value before. A member that one of its lists tells of has the column {@link #LISTED}, new or not; a row that it deleted
 * {@link #DELETED}, with the whole row before as JSON. Without a run nothing is recorded. {@link WordsTakenBack} reads it.
 */
final class MemberChanges implements AutoCloseable {
    /** The column of a member that the run lists: 1 after, where it was new. */
    static final String LISTED = "";
    /** The column of a row that the run deleted. */
    static final String DELETED = "-";
    /** The column of a product whose cost gave margins to lines of before that had none: those of amount − quantity × the value after. */
    static final String MARGIN_OF_LINES = "margin of lines";
    private static final int BATCH = 500;

    private final @Nullable Long run;
    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    MemberChanges(Connection connection, @Nullable Long run) throws SQLException {
        this.connection = connection;
        this.run = run;
        insert = connection.prepareStatement("INSERT INTO member_change (run_key, table_name, member_key, column_name, before, after)"
                + " VALUES (?, ?, ?, ?, ?, ?)");
    }

    @Nullable Long run() {
        return run;
    }

    void changed(String table, long key, String column, @Nullable Object before, @Nullable Object after) throws SQLException {
        if (run != null) {
            Rows.bind(insert, 1, run, table, key, column, before, after);
            insert.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        }
    }

    void deleted(String table, long key, Map<String, @Nullable Object> row) throws SQLException {
        try {
            changed(table, key, DELETED, Json.MAPPER.writeValueAsString(row), null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows that get another value in one statement: call it before they do. @param which a condition on them */
    void changing(String table, String key, String column, String after, String which, @Nullable Object... values) throws SQLException {
        flush();
        if (run != null) {
            execute("INSERT INTO member_change (run_key, table_name, member_key, column_name, before, after) SELECT " + run + ", '" + table
                    + "', " + key + ", '" + column + "', " + column + ", " + after + " FROM " + table + " WHERE " + which, values);
        }
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    private void execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Rows.bind(statement, 1, values);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
