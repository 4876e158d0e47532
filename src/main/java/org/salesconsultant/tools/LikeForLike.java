package org.salesconsultant.tools;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;

/** The same stretch of an earlier period as has passed of one that still runs. */
final class LikeForLike {
    private LikeForLike() {}

    /** Whole months apart, up to the same day of the month; else the same number of days. */
    static Period cut(Period before, Period running, Periods periods) {
        long months = ChronoUnit.MONTHS.between(before.from(), running.from());
        LocalDate last = before.from().plusMonths(months).equals(running.from()) ? periods.now().minusMonths(months)
                : before.from().plusDays(ChronoUnit.DAYS.between(running.from(), periods.now()));
        return last.isBefore(before.lastDay()) ? periods.between(before.from(), last) : before;
    }
}
