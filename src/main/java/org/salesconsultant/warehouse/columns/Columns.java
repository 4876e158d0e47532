package org.salesconsultant.warehouse.columns;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarCopy;
import org.salesconsultant.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columnar copy of one warehouse, beside its file. It is opened and brought up to date in the background; until it holds
 * the warehouse's version, and whenever it cannot be had, the warehouse answers by itself. A damaged copy is deleted and made
 * anew. Where another process has the file, this one waits for it to be free. Safe for many threads.
 */
public final class Columns implements StarCopy {
    /** How soon another process's import is noticed without a question. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    /** What DuckDB says of a file it cannot read, and of itself when it has given a file up. */
    private static final Pattern DAMAGE = Pattern.compile("\\b(IO|FATAL|INTERNAL|Serialization|Invalid) Error");
    private static final Logger LOG = LoggerFactory.getLogger(Columns.class);

    private final Warehouse warehouse;
    private final Path path;
    private final boolean readOnly;
    private final Thread keeper = Thread.ofPlatform().daemon().name("columns").unstarted(this::keep);
    private final ReentrantLock work = new ReentrantLock();
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private volatile @Nullable ColumnFile file;
    private volatile boolean damaged;
    private volatile boolean closed;
    private @Nullable String madeFor;

    private Columns(Warehouse warehouse, boolean readOnly) {
        this.warehouse = warehouse;
        this.path = file(warehouse);
        this.readOnly = readOnly;
    }

    /** A copy that this process keeps up to date, and that the warehouse answers from as soon as it can. */
    public static Columns keep(Warehouse warehouse) {
        return start(new Columns(warehouse, false));
    }

    /** A copy as it is: read where nobody else writes it and it is current. */
    public static Columns borrow(Warehouse warehouse) {
        return start(new Columns(warehouse, true));
    }

    /** Brings a warehouse's copy to its version and leaves it to whoever answers from it to prepare the rest. */
    public static void refresh(Warehouse warehouse) throws InterruptedException {
        try (var columns = new Columns(warehouse, false)) {
            columns.catchUp();
        }
    }

    /** Where the copy of a warehouse stands. */
    public static Path file(Warehouse warehouse) {
        return warehouse.database().file().resolveSibling("columns.duckdb");
    }

    private static Columns start(Columns columns) {
        columns.warehouse.answerFrom(columns);
        columns.keeper.start();
        return columns;
    }

    @Override
    public String engine() {
        return "DuckDB";
    }

    @Override
    public <T> Optional<T> read(String stamp, Function<Handle, T> query) {
        if (!use.readLock().tryLock()) {
            return Optional.empty();
        }
        try {
            var open = file;
            Optional<T> answer = open == null ? Optional.empty() : open.read(stamp, query);
            if (answer.isEmpty()) {
                wake();
            }
            return answer;
        } catch (JdbiException e) {
            LOG.debug("the columnar copy failed", e);
            if (DAMAGE.matcher(messages(e)).find()) {
                damaged = true;
                wake();
            }
            return Optional.empty();
        } finally {
            use.readLock().unlock();
        }
    }

    private void keep() {
        try {
            do {
                var pause = catchUp() && mark() ? LOOK_AGAIN : AFTER_FAILURE;
                synchronized (this) {
                    wait(pause.toMillis());
                }
            } while (!closed && !readOnly);
        } catch (InterruptedException e) {
            LOG.debug("closed while at work", e);
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * Brings the copy to the warehouse's version, now.
     *
     * @return false where that failed: it is left to a later time, and the warehouse answers by itself until then
     */
    public boolean catchUp() throws InterruptedException {
        work.lockInterruptibly();
        try {
            bringUpToDate();
            return true;
        } catch (ColumnFile.InUse e) {
            LOG.debug("another process has the columnar copy", e);
            return true;
        } catch (SQLException | IOException | RuntimeException | LinkageError e) {
            LOG.debug("the columnar copy could not be brought up to date", e);
            return false;
        } finally {
            work.unlock();
        }
    }

    /**
     * Prepares a current copy for counts of distinct things by product, which it answers without, and slowly.
     *
     * @return false where that failed
     */
    public boolean mark() throws InterruptedException {
        work.lockInterruptibly();
        try {
            var open = file;
            if (open != null && !readOnly && !damaged && !closed) {
                open.mark();
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the columnar copy could not be marked", e);
            return false;
        } finally {
            work.unlock();
        }
    }

    private void bringUpToDate() throws ColumnFile.InUse, SQLException, IOException, InterruptedException {
        var stamp = warehouse.database().read(warehouse::stamp);
        if (stamp.isEmpty()) {
            return;
        }
        if (damaged && (readOnly || stamp.get().equals(madeFor))) {
            release(); // made anew it would only fail again
            return;
        }
        var open = file != null || damaged ? file : open();
        if (readOnly || !damaged && open != null && holds(open, stamp.get())) {
            file = open;
            return;
        }
        file = open;
        release();
        make();
        damaged = false;
        madeFor = stamp.get();
    }

    /** Null where the file is damaged or, to be read only, is not there. */
    private @Nullable ColumnFile open() throws ColumnFile.InUse {
        try {
            return ColumnFile.open(path, readOnly);
        } catch (SQLException e) {
            LOG.debug("the columnar copy cannot be opened", e);
            return null;
        }
    }

    /** Whether the file has the warehouse's version, or has been brought to it. */
    private boolean holds(ColumnFile open, String stamp) {
        try {
            var tables = warehouse.database().read(StarTable::of);
            var held = open.stamp(tables);
            if (held.isEmpty() || held.get().equals(stamp)) {
                return held.isPresent();
            }
            boolean continued = new StarCopying(warehouse, open).since(held.get(), tables);
            if (continued) {
                warehouse.database().shortenLog(); // another process that imported could not, while this one read
            }
            return continued;
        } catch (SQLException | JdbiException e) {
            LOG.debug("the columnar copy cannot be continued", e);
            return false;
        }
    }

    private void make() throws ColumnFile.InUse, SQLException, IOException, InterruptedException {
        ColumnFile made = null;
        while (made == null) {
            ColumnFile.delete(path);
            var empty = ColumnFile.open(path, false);
            try {
                made = new StarCopying(warehouse, empty).all() ? empty : null;
            } finally {
                if (made == null) {
                    empty.close();
                    ColumnFile.delete(path);
                }
            }
        }
        file = made;
        warehouse.database().shortenLog();
    }

    private void release() {
        var open = file;
        file = null;
        if (open != null) {
            use.writeLock().lock();
            try {
                open.close();
            } finally {
                use.writeLock().unlock();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        if (readOnly && file == null) {
            return; // a single question does not wait for what it had no use for
        }
        try {
            if (keeper.isAlive()) {
                keeper.join(FAREWELL);
            }
            if (work.tryLock(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    release();
                } finally {
                    work.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String messages(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage).toList().toString();
    }
}
