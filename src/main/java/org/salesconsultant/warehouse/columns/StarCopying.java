package org.salesconsultant.warehouse.columns;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.Warehouse;

/** Copies a warehouse's star into a file: all of it, or what changed since the version that the file holds. */
final class StarCopying {
    /** Neither SQLite nor the appender uses more than one processor. */
    private static final int SIDE_BY_SIDE = Runtime.getRuntime().availableProcessors();
    /** So that no processor waits long for the last one's part. */
    private static final int PARTS_EACH = 4;

    private final Warehouse warehouse;
    private final ColumnFile file;

    /** @param parts what is copied side by side */
    private record Plan(String stamp, List<StarTable> tables, List<List<Span>> parts) {}

    StarCopying(Warehouse warehouse, ColumnFile file) {
        this.warehouse = warehouse;
        this.file = file;
    }

    /**
     * Fills a file that has no tables yet.
     *
     * @return false where an import came in between, and the file is to be made again
     */
    boolean all() throws SQLException, InterruptedException {
        var plan = warehouse.database().read(this::plan);
        file.create(plan.tables());
        try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<Boolean>> parts = new ArrayList<>();
            plan.parts().forEach(part -> parts.add(threads.submit(() -> part(plan.stamp(), part))));
            try {
                for (var part : parts) {
                    if (!part.get()) {
                        return false;
                    }
                }
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
        try (var to = file.writing()) {
            to.setAutoCommit(false);
            ColumnFile.stamp(to, plan.stamp(), plan.tables());
            to.commit();
        }
        file.checkpoint();
        return true;
    }

    private Plan plan(Handle from) {
        var tables = StarTable.of(from);
        List<List<Span>> parts = new ArrayList<>();
        List<Span> small = new ArrayList<>();
        for (var table : tables) {
            if (table.name().equals(Span.LARGEST)) {
                Span.split(from, table, SIDE_BY_SIDE * PARTS_EACH).forEach(span -> parts.add(List.of(span)));
            } else {
                small.add(Span.whole(table));
            }
        }
        parts.addFirst(small);
        return new Plan(warehouse.stamp(from).orElseThrow(), tables, parts);
    }

    /** In a read transaction of its own, which must see the same version as the others. */
    private boolean part(String stamp, List<Span> spans) throws SQLException {
        return warehouse.database().read(from -> {
            if (!warehouse.stamp(from).filter(stamp::equals).isPresent()) {
                return false;
            }
            try (var to = file.writing()) {
                to.setAutoCommit(false);
                for (var span : spans) {
                    RowTransfer.append(from.getConnection(), to, span);
                }
                to.commit();
            }
            return true;
        });
    }

    /**
     * Brings a file to the warehouse's version in one transaction.
     *
     * @param held the stamp it has
     * @return false where a new copy has to be made
     */
    boolean since(String held, List<StarTable> tables) throws SQLException {
        return warehouse.database().read(from -> {
            var spans = Span.since(from, tables, held);
            if (spans.isEmpty()) {
                return false;
            }
            try (var to = file.writing()) {
                to.setAutoCommit(false);
                CountedLines.unmark(to);
                for (var span : spans.get()) {
                    replace(from, to, span);
                }
                ColumnFile.stamp(to, warehouse.stamp(from).orElseThrow(), tables);
                to.commit();
            }
            return true;
        });
    }

    private static void replace(Handle from, DuckDBConnection to, Span span) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute("DELETE FROM " + span.table().name() + span.where());
        }
        RowTransfer.append(from.getConnection(), to, span);
    }
}
