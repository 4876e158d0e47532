package org.salesconsultant.warehouse.columns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One open DuckDB file with a copy of the star in it, and the stamp of the data version it holds. The stamp is written last
 * and goes with the rows in one transaction: a reader that finds it in its own transaction reads exactly that version. The
 * file belongs to one process that writes, or to several that only read. Safe for many threads.
 */
final class ColumnFile implements AutoCloseable {
    private static final String MEMORY = "512MB";
    /** Groups by whole numbers stand in an array where their ranges need no more bits than these: thousands of products, 200,000 customers. */
    private static final int ARRAY_BITS = 18;
    private static final String LOCKED = "Could not set lock on file";
    private static final String STAMP = "CREATE TABLE star_stamp (stamp VARCHAR NOT NULL, tables VARCHAR NOT NULL)";

    private final DuckDBConnection connection;
    private final Jdbi jdbi;

    /** Another process has the file. */
    static final class InUse extends Exception {
        InUse(Throwable cause) {
            super(cause);
        }
    }

    private ColumnFile(DuckDBConnection connection) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection::duplicate);
    }

    /**
     * Opens the file, or an empty new one.
     *
     * @throws InUse when another process has it
     * @throws SQLException when it is damaged, or cannot be read for another reason
     */
    static ColumnFile open(Path file, boolean readOnly) throws InUse, SQLException {
        var settings = new Properties();
        settings.setProperty("access_mode", readOnly ? "READ_ONLY" : "READ_WRITE");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        settings.setProperty("temp_directory", file.resolveSibling(file.getFileName() + ".tmp").toString());
        // rows are ordered where a query says so
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("perfect_ht_threshold", String.valueOf(ARRAY_BITS));
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings);
            try (var statement = connection.createStatement()) {
                statement.execute("SET lock_configuration = true");
            }
            return new ColumnFile(connection);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(LOCKED)) {
                throw new InUse(e);
            }
            throw e;
        }
    }

    /** Deletes the file and what goes with it; it must not be open here. */
    static void delete(Path file) throws IOException {
        for (var ending : List.of("", ".wal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }

    /** The stamp of the version it holds, as the last committed transaction left it; empty where the tables are not those. */
    Optional<String> stamp(List<StarTable> tables) {
        return jdbi.withHandle(handle -> {
            boolean made = handle.createQuery("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'star_stamp'").mapTo(long.class).one() == 1;
            return !made ? Optional.empty() : handle.createQuery("SELECT stamp FROM star_stamp WHERE tables = ?").bind(0, signature(tables))
                    .mapTo(String.class).findOne();
        });
    }

    /** Runs a query in one read transaction if the file holds this version. */
    <T> Optional<T> read(String stamp, Function<Handle, T> query) {
        try (var handle = jdbi.open()) {
            return handle.inTransaction(rows -> holds(rows, stamp) ? Optional.of(query.apply(rows)) : Optional.empty());
        }
    }

    private static boolean holds(Handle rows, String stamp) {
        return rows.createQuery("SELECT stamp FROM star_stamp").mapTo(String.class).findOne().filter(stamp::equals).isPresent();
    }

    /** Makes the tables, empty and without a stamp. */
    void create(List<StarTable> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute(table.definition());
            }
            statement.execute(STAMP);
        }
        CountedLines.unmark(connection);
    }

    /** Marks the lines, where they are not; whoever reads meanwhile reads them unmarked. */
    void mark() throws SQLException {
        if (!CountedLines.marked(connection)) {
            try (var to = writing()) {
                to.setAutoCommit(false);
                CountedLines.mark(to);
                to.commit();
            }
        }
    }

    /** Says which version the rows are of, in the transaction that made them so. */
    static void stamp(Connection writing, String stamp, List<StarTable> tables) throws SQLException {
        try (var statement = writing.prepareStatement("INSERT INTO star_stamp VALUES (?, ?)")) {
            writing.createStatement().execute("DELETE FROM star_stamp");
            statement.setString(1, stamp);
            statement.setString(2, signature(tables));
            statement.execute();
        }
    }

    private static String signature(List<StarTable> tables) {
        return String.join("; ", tables.stream().map(StarTable::definition).toList());
    }

    /** A connection of its own, to write with. */
    DuckDBConnection writing() throws SQLException {
        return connection.duplicate();
    }

    /** Writes what the log holds into the file itself. */
    void checkpoint() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
