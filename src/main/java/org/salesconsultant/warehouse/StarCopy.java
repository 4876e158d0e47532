package org.salesconsultant.warehouse;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A copy of a warehouse's star with the same names of tables and columns, which answers faster and may lag behind. */
public interface StarCopy extends AutoCloseable {
    /** What reads it, as a provenance names it. */
    String engine();

    /**
     * Runs a query in one read transaction of the copy, if it holds exactly this data version.
     *
     * @param stamp of the version, see {@link Warehouse#stamp}
     * @param query changes nothing that outlives it: it is run again elsewhere where the copy fails
     * @return empty where the copy lags behind, is not open or fails
     */
    <T> Optional<T> read(String stamp, Function<Handle, T> query);

    @Override
    void close();
}
