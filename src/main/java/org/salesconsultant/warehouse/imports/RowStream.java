package org.salesconsultant.warehouse.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.kinds.RowKind;

/**
 * The rows of a table, read and typed in a thread of its own while another takes them, a bounded number of rows ahead of it.
 * What goes wrong in either thread ends both.
 *
 * @param <R> a row that could be read
 */
final class RowStream<R> {
    private static final int BATCH = 500;
    private static final int BATCHES_AHEAD = 16;

    private final ImportPlan plan;
    private final RowKind<R> kind;
    private final Cells cells;
    private final List<ColumnTally> columns;
    private final Recurring recurring = new Recurring();
    private final BlockingQueue<List<Row<R>>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private List<Row<R>> batch = new ArrayList<>(BATCH);
    private volatile @Nullable Throwable failure;

    /**
     * One row; either read or rejected is there.
     *
     * @param cells as they were meant: what the file writes on the first row of an order only stands on each
     * @param print of the cells, as {@link Repeats} compares them
     */
    record Row<R>(long number, String[] cells, long print, @Nullable R read, @Nullable RejectedRow rejected) {}

    /** Takes rows in the order of the file. */
    interface Taker<R> {
        void take(Row<R> row) throws SQLException;
    }

    private RowStream(ImportPlan plan, Cells cells, List<ColumnTally> columns, RowKind<R> kind) {
        this.columns = columns;
        this.plan = plan;
        this.cells = cells;
        this.kind = kind;
    }

    /**
     * Reads all rows.
     *
     * @param columns that count what can be used of each row
     * @param progress told in the reading thread how much of the file has been read
     * @param taker called in this thread
     * @throws UserError when the file cannot be read to its end
     */
    static <R> void forEach(ImportPlan plan, Cells cells, List<ColumnTally> columns, RowKind<R> kind, LongConsumer progress, Taker<R> taker) throws SQLException {
        new RowStream<>(plan, cells, columns, kind).run(progress, taker);
    }

    private void run(LongConsumer progress, Taker<R> taker) throws SQLException {
        var reader = Thread.ofPlatform().daemon().name("read " + plan.file().name()).start(() -> read(progress));
        try {
            for (var rows = queue.take(); !rows.isEmpty(); rows = queue.take()) {
                for (var row : rows) {
                    taker.take(row);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(UserError.Category.UNAVAILABLE, "The import was interrupted. Nothing was imported.", "Import again.");
        } finally {
            reader.interrupt();
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private void read(LongConsumer progress) {
        try {
            plan.file().<InterruptedException>read(progress, (number, row) -> {
                batch.add(row(number, row));
                if (batch.size() == BATCH) {
                    queue.put(batch);
                    batch = new ArrayList<>(BATCH);
                }
                return true;
            });
            if (!batch.isEmpty()) {
                queue.put(batch);
            }
        } catch (InterruptedException e) {
            return;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Row<R> row(long number, String[] row) {
        recurring.share(row);
        var read = read(number, row);
        for (var column : columns) {
            column.add(number, read.cells());
        }
        return read;
    }

    private Row<R> read(long number, String[] row) {
        try {
            var read = kind.read(cells.at(number, row));
            return new Row<>(number, row, Repeats.print(row), read, null);
        } catch (RejectedRow e) {
            return new Row<>(number, cells.row(), Repeats.print(row), null, e);
        }
    }
}
