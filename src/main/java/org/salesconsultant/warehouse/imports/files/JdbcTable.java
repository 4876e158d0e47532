package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.UserError.Category;

/**
 * The answer to a query of another database as a table. The query runs once, in a transaction that cannot write; its rows are
 * kept on disk, so that they are the same however often they are read. Cells are texts without loss: numbers plain, dates and
 * times ISO, null empty; bytes are refused. The SQL is the operator's own, from the command line, and runs as it is.
 */
public record JdbcTable(String name, Spool rows, List<String> header, long bytes, String sha256) implements TableFile {
    private static final int FETCHED_AT_ONCE = 2_000;
    private static final String HIDDEN = "***";
    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|passwd|pwd|sslpassword|token)=)[^&;\\s\"]*");
    private static final Pattern LOGIN = Pattern.compile("//[^/@\\s]+@");

    /** @throws UserError when the database cannot be reached, the query fails, or a column holds bytes; it names no password */
    public static JdbcTable open(String url, String sql) {
        try (var connection = DriverManager.getConnection(url, readOnly(url))) {
            if (!isSqlite(url)) {
                connection.setReadOnly(true);
            }
            connection.setAutoCommit(false);
            try {
                return query(connection, url, sql);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            var reason = String.valueOf(e.getMessage()).replace(url, redacted(url));
            throw new UserError(Category.BAD_INPUT, "The query of " + redacted(url) + " failed: "
                    + redacted(reason).replaceAll("\\s+", " ").replaceFirst("\\.?$", "."), "Check address, login and SQL; nothing was imported.");
        } catch (IOException e) {
            throw new UserError(Category.UNAVAILABLE, "The rows of the query could not be kept: " + e.getMessage() + ".", "Free disk space, and import again.");
        }
    }

    @Override
    public String format() {
        return "query, " + name;
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public List<String> doubts() {
        return List.of();
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        try {
            var source = rows.rows(progress);
            long number = 0;
            for (var row = source.next(); row != null; row = source.next()) {
                number++;
                if (!visitor.row(number, row)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UserError(Category.UNAVAILABLE, "The rows of the query cannot be read again: " + e.getMessage() + ".", "Import again.");
        }
    }

    private static JdbcTable query(Connection connection, String url, String sql) throws SQLException, IOException {
        var digest = Fingerprint.sha256();
        digest.update((redacted(url) + '\n' + sql + '\n').getBytes(StandardCharsets.UTF_8));
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            if (!statement.execute(sql)) {
                throw new SQLException("it gives no rows");
            }
            try (var result = statement.getResultSet()) {
                var header = header(result);
                var rows = new Spool();
                while (result.next()) {
                    var cells = new String[header.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = cell(result, i + 1, header.get(i));
                    }
                    rows.add(cells, digest);
                }
                return new JdbcTable(redacted(url), rows, header, rows.end(), Fingerprint.hex(digest));
            }
        }
    }

    private static List<String> header(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var header = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i).strip());
            if (List.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB).contains(columns.getColumnType(i))
                    && !columns.getColumnTypeName(i).isEmpty()) {
                throw bytes(header.getLast());
            }
        }
        return header;
    }

    private static String cell(ResultSet result, int column, String name) throws SQLException {
        Object value = switch (result.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP -> isSqlite(result) ? result.getString(column) : zoned(result, column) ? result.getObject(column, OffsetDateTime.class)
                    : result.getObject(column, LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> result.getObject(column, OffsetDateTime.class);
            case Types.DATE -> isSqlite(result) ? result.getString(column) : result.getObject(column, LocalDate.class);
            case Types.TIME -> isSqlite(result) ? result.getString(column) : result.getObject(column, LocalTime.class);
            case Types.ARRAY, Types.OTHER, Types.SQLXML, Types.CLOB -> result.getString(column);
            default -> result.getObject(column);
        };
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Double number -> Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : number.toString();
            case Float number -> Float.isFinite(number) ? plain(new BigDecimal(number.toString())) : number.toString();
            case byte[] any -> throw bytes(name);
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** PostgreSQL gives its timestamptz as a timestamp. */
    private static boolean zoned(ResultSet result, int column) throws SQLException {
        return result.getMetaData().getColumnTypeName(column).endsWith("tz");
    }

    private static boolean isSqlite(ResultSet result) throws SQLException {
        return isSqlite(result.getStatement().getConnection().getMetaData().getURL());
    }

    /** SQLite takes texts and numbers in any column, and is opened for reading only by a property. */
    private static boolean isSqlite(String url) {
        return url.startsWith("jdbc:sqlite:");
    }

    private static Properties readOnly(String url) {
        var properties = new Properties();
        if (isSqlite(url)) {
            properties.setProperty("open_mode", "1");
        }
        return properties;
    }

    private static UserError bytes(String column) {
        return new UserError(Category.BAD_INPUT, "Column \"" + column + "\" of the query holds bytes, not text.", "Leave it out of the query, or convert it there.");
    }

    /** Without passwords. */
    private static String redacted(String text) {
        return LOGIN.matcher(SECRET.matcher(text).replaceAll("$1" + HIDDEN)).replaceAll("//" + HIDDEN + "@");
    }
}
