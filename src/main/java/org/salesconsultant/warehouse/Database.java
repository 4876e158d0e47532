package org.salesconsultant.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.salesconsultant.sales.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file: write-ahead log, foreign keys on, one writer, many readers. A reader sees the last committed state and
 * never waits for the writer. Safe for many threads; several processes may have the same file open.
 */
public final class Database implements AutoCloseable {
    /** In KiB, as negative numbers mean to SQLite. There is one writer; an import comes back to orders and indexes that it wrote before. */
    private static final int WRITERS_CACHE = -96_000;
    private static final int READERS_CACHE = -16_000;
    private static final int READERS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 60_000;
    private static final int SHORT_WAIT_MILLIS = 500;
    private static final int TRIES_TO_SHORTEN = 60;
    private static final long PAUSE_BETWEEN_TRIES_MILLIS = 2_000;
    private static final int FAREWELL_SECONDS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Path file;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final Jdbi writing;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final ExecutorService housekeeping = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("write-ahead log").factory());

    private Database(Path file, HikariDataSource readers, Jdbi reading, Jdbi writing) {
        this.file = file;
        this.readers = readers;
        this.reading = reading;
        this.writing = writing;
    }

    /**
     * Opens the file, makes it when it is not there, and brings its tables up to date.
     *
     * @param migrations folder of the migrations on the class path, e.g. {@code db/warehouse}
     * @throws UserError when the file cannot be opened or is no database
     */
    public static Database open(Path file, String migrations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var writing = source(file, false);
            migrate(file, writing, migrations);
            var pool = new HikariConfig();
            pool.setDataSource(source(file, true));
            pool.setMaximumPoolSize(READERS);
            pool.setMinimumIdle(1);
            pool.setConnectionInitSql("PRAGMA query_only = true");
            pool.setPoolName(file.getFileName().toString());
            var readers = new HikariDataSource(pool);
            return new Database(file, readers, Jdbi.create(readers), Jdbi.create(writing));
        } catch (IOException | RuntimeException e) {
            throw new UserError(UserError.Category.BAD_SETUP, "Cannot open the database " + file + ": " + rootMessage(e) + ".",
                    "Check that the folder is writable and the file is not damaged, or choose another with --data.");
        }
    }

    public Path file() {
        return file;
    }

    /** Runs in one read transaction: all of it sees the same state. */
    public <T, X extends Exception> T read(HandleCallback<T, X> query) throws X {
        return reading.withHandle(handle -> handle.inTransaction(query));
    }

    /** Runs in one write transaction: all of it is kept or none. Waits for another writer, of another process too. */
    public <T, X extends Exception> T write(HandleCallback<T, X> change) throws X {
        writer.lock();
        try (Handle handle = writing.open()) {
            return handle.inTransaction(change);
        } finally {
            writer.unlock();
        }
    }

    /** Moves the write-ahead log into the file and gives its space back to the disk, in the background, as soon as no reader needs it. */
    public void shortenLog() {
        housekeeping.execute(() -> {
            try {
                for (int i = 0; i < TRIES_TO_SHORTEN && !shortened(); i++) {
                    Thread.sleep(PAUSE_BETWEEN_TRIES_MILLIS);
                }
            } catch (InterruptedException | JdbiException e) {
                LOG.debug("the write-ahead log keeps its length", e);
            }
        });
    }

    private boolean shortened() {
        try (Handle handle = writing.open()) {
            handle.execute("PRAGMA busy_timeout = " + SHORT_WAIT_MILLIS);
            return handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").map((row, context) -> row.getInt(1) == 0).one();
        }
    }

    @Override
    public void close() {
        readers.close();
        housekeeping.shutdownNow(); // who waits for readers need not: the last to close the file moves the log
        try {
            if (!housekeeping.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("the write-ahead log is still being moved");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the write lock only where there is something to do: another process may be importing for minutes. */
    private static void migrate(Path file, SQLiteDataSource writing, String migrations) {
        var looking = Flyway.configure(Database.class.getClassLoader()).dataSource(source(file, true)).locations("classpath:" + migrations).load();
        var state = looking.info();
        if (state.current() == null || state.pending().length > 0) {
            Flyway.configure(Database.class.getClassLoader()).dataSource(writing).locations("classpath:" + migrations).load().migrate();
        } else {
            looking.validate();
        }
    }

    private static SQLiteDataSource source(Path file, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // else the driver asks for the new row's key after each insert
        config.setGetGeneratedKeys(false);
        config.setCacheSize(readOnly ? READERS_CACHE : WRITERS_CACHE);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static String rootMessage(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
