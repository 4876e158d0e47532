package org.salesconsultant.warehouse.semantic;

import java.util.Optional;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;

/** Puts customers into segments. The warehouse counts by them and knows nothing of how they are made. Safe for many threads. */
@FunctionalInterface
public interface Segments {
    /** Where nobody makes any. */
    Segments NONE = (warehouse, scope) -> Optional.empty();

    /**
     * The segments of the customers a viewer may see, as the data stands now.
     *
     * @return a JSON object: customer keys, and as numbers the places of their segments among the members of {@link Source#SEGMENT};
     *     empty where there are too few customers to tell segments apart
     */
    Optional<String> of(Warehouse warehouse, RowScope scope);
}
