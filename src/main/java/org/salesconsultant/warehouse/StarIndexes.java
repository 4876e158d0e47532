package org.salesconsultant.warehouse;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The secondary indexes of orders and lines. A load into empty tables takes them off and builds them at its end, by sorting,
 * which is several times faster than keeping them while rows come in; other loads keep them.
 */
final class StarIndexes {
    private static final List<String> TABLES = List.of("orders", "line");
    private static final int ROWS_SAMPLED = 400;

    private final Handle handle;
    private final List<String> definitions;

    private StarIndexes(Handle handle, List<String> definitions) {
        this.handle = handle;
        this.definitions = definitions;
    }

    /** Also forgets how the rows were spread before: a large load after a tiny one would search tables it takes for tiny row by row. */
    static StarIndexes suspend(Handle handle) {
        handle.createQuery("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").mapTo(int.class).findOne()
                .ifPresent(known -> handle.execute("DELETE FROM sqlite_stat1"));
        handle.execute("ANALYZE sqlite_schema");
        var empty = handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM orders)").mapTo(boolean.class).one();
        if (!empty) {
            return new StarIndexes(handle, List.of());
        }
        var indexes = handle.createQuery("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (<tables>)")
                .bindList("tables", TABLES).map((row, context) -> List.of(row.getString(1), row.getString(2))).list();
        indexes.forEach(index -> handle.execute("DROP INDEX " + index.getFirst()));
        return new StarIndexes(handle, indexes.stream().map(List::getLast).toList());
    }

    /** Whether there was nothing before this load. */
    boolean suspended() {
        return !definitions.isEmpty();
    }

    void restore() {
        definitions.forEach(handle::execute);
    }

    /** Tells the query planner how the rows are spread, from a sample; without it products of a period are not read by their index. */
    void analyze() {
        handle.execute("PRAGMA analysis_limit = " + ROWS_SAMPLED);
        handle.execute("ANALYZE");
    }
}
