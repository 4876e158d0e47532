package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;

/**
 * How the rows of one kind of file become part of the star. Reading is apart from writing, so that the two can run in
 * different threads.
 *
 * @param <R> a row that could be read
 */
public interface RowKind<R> {
    /** @throws RejectedRow with the reason, when the row makes no sense */
    R read(Cells cells) throws RejectedRow;

    void write(StarWriter star, R row) throws SQLException;

    /** The number of the order whose line a row is; null for kinds whose rows are no lines. */
    default @Nullable String orderNumber(R row) {
        return null;
    }

    /**
     * What is worth telling of a run, once all of it is in the star: counts and sums with the words a person would use.
     *
     * @param run the import run's key
     */
    List<Figure> figures(Handle handle, long run);
}
