package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of any table, as a spreadsheet would have it. */
interface PlainRow {
    @Nullable LocalDate day();

    /** Products and customers by their codes. @param dimension no time */
    @Nullable Object member(String dimension);

    /** Whether a rep may see it. */
    boolean visibleTo(String rep);

    /** Whether a ranking of products leaves it out. */
    default boolean isFeeOrAdjustment() {
        return false;
    }

    default boolean fee() {
        return false;
    }

    /** Whether it is of a table that names a product in each row. */
    default boolean isLine() {
        return false;
    }
}
