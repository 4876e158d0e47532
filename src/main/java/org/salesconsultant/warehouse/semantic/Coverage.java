package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;

/** The days that a fact has rows of: outside them nothing was counted, so nothing there is a zero. */
final class Coverage {
    private Coverage() {}

    /** @param period cut to the covered days; null for all of them @return null when none is left */
    static @Nullable Period of(Handle handle, Fact fact, @Nullable Period period) {
        var days = handle.createQuery("SELECT MIN(" + fact.day() + "), MAX(" + fact.day() + ") FROM " + fact.table())
                .map((row, context) -> row.getObject(1) == null ? null : new LocalDate[] {LocalDate.ofEpochDay(row.getLong(1)), LocalDate.ofEpochDay(row.getLong(2))})
                .findOne().orElse(null);
        if (days == null) {
            return null;
        }
        var from = period == null || period.from().isBefore(days[0]) ? days[0] : period.from();
        var end = period == null || period.end().isAfter(days[1].plusDays(1)) ? days[1].plusDays(1) : period.end();
        return from.isBefore(end) ? new Period("covered", from, end, false) : null;
    }
}
