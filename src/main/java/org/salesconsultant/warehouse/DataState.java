package org.salesconsultant.warehouse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Periods;

/**
 * What a warehouse holds at one moment.
 *
 * @param version grows with every import; whatever was computed from a version holds as long as it stands
 * @param firstDay the oldest order date, or null while there are no orders
 * @param newestDay the newest order date: "now" for every relative period
 * @param currency ISO 4217, or null where it is unknown
 * @param company the name the page greets with
 * @param sample whether this is the sample company
 */
public record DataState(long version, @Nullable LocalDate firstDay, @Nullable LocalDate newestDay, @Nullable String currency,
                        String company, boolean sample, long lines) {
    public boolean isEmpty() {
        return version == 0;
    }

    /** What words about time refer to; where nothing has a date, that is today alone. */
    public Periods periods() {
        var today = LocalDate.now();
        return new Periods(firstDay == null ? today : firstDay, newestDay == null ? today : newestDay);
    }

    /** @throws IllegalStateException while there are no orders */
    public LocalDate now() {
        if (newestDay == null) {
            throw new IllegalStateException("the warehouse has no orders");
        }
        return newestDay;
    }
}
