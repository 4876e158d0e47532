package org.salesconsultant.warehouse.columns;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.salesconsultant.warehouse.columns.StarTable.Column;
import org.salesconsultant.warehouse.columns.StarTable.Type;

/** Carries rows from SQLite to DuckDB, cell by cell and without holding them. */
final class RowTransfer {
    /** Stands for null on the way: to ask of each cell whether it was null takes as long as to read it. */
    private static final long NONE = Long.MIN_VALUE;

    private RowTransfer() {}

    /** @throws SQLException also when the thread is interrupted */
    static void append(Connection from, DuckDBConnection to, Span span) throws SQLException {
        var table = span.table();
        var columns = table.columns().toArray(Column[]::new);
        var expressions = table.columns().stream().map(RowTransfer::expression).collect(Collectors.joining(", "));
        try (var statement = from.createStatement();
                var rows = statement.executeQuery("SELECT " + expressions + " FROM " + table.name() + span.where());
                var appender = to.createAppender(table.name())) {
            while (rows.next()) {
                appender.beginRow();
                append(rows, appender, columns);
                appender.endRow();
                if (Thread.currentThread().isInterrupted()) {
                    throw new SQLException("interrupted");
                }
            }
        }
    }

    private static String expression(Column column) {
        return column.type() != Type.VARCHAR && column.nullable() ? "coalesce(" + column.name() + ", " + NONE + ")" : column.name();
    }

    private static void append(ResultSet rows, DuckDBAppender appender, Column[] columns) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            var column = columns[i];
            if (column.type() == Type.VARCHAR) {
                appender.append(rows.getString(i + 1));
                continue;
            }
            long value = rows.getLong(i + 1);
            if (value == NONE && column.nullable()) {
                appender.appendNull();
                continue;
            }
            switch (column.type()) {
                case INTEGER -> appender.append(Math.toIntExact(value));
                case TINYINT -> appender.append((byte) value);
                case BIGINT, VARCHAR -> appender.append(value);
            }
        }
    }
}
