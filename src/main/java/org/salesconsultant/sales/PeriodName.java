package org.salesconsultant.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The English name of a range of dates; equal dates have equal names, and {@link Periods#read} reads each back. */
final class PeriodName {
    private static final int WEEK_DAYS = 7;
    private static final int QUARTER_MONTHS = 3;
    private static final int HALF_MONTHS = 6;
    private static final int YEAR_MONTHS = 12;

    private PeriodName() {}

    /** @param end the first day after the range */
    static String of(LocalDate from, LocalDate end) {
        if (from.plusDays(1).equals(end)) {
            return day(from, true);
        }
        if (from.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            return months(from, (int) ChronoUnit.MONTHS.between(from, end));
        }
        if (from.getDayOfWeek() == DayOfWeek.MONDAY && from.plusDays(WEEK_DAYS).equals(end)) {
            return "week " + from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + from.get(IsoFields.WEEK_BASED_YEAR);
        }
        var last = end.minusDays(1);
        boolean sameYear = from.getYear() == last.getYear();
        var first = sameYear && from.getMonth() == last.getMonth() ? Integer.toString(from.getDayOfMonth()) : day(from, !sameYear);
        return first + " to " + day(last, true);
    }

    private static String months(LocalDate from, int count) {
        int year = from.getYear();
        int month = from.getMonthValue();
        if (count == 1) {
            return month(from) + " " + year;
        }
        if (count == QUARTER_MONTHS && month % QUARTER_MONTHS == 1) {
            return "Q" + (month / QUARTER_MONTHS + 1) + " " + year;
        }
        if (count == HALF_MONTHS && month % HALF_MONTHS == 1) {
            return "H" + (month / HALF_MONTHS + 1) + " " + year;
        }
        if (month == 1 && count % YEAR_MONTHS == 0) {
            return count == YEAR_MONTHS ? Integer.toString(year) : year + " to " + (year + count / YEAR_MONTHS - 1);
        }
        var last = from.plusMonths(count - 1L);
        return month(from) + (year == last.getYear() ? "" : " " + year) + " to " + month(last) + " " + last.getYear();
    }

    private static String day(LocalDate day, boolean withYear) {
        return day.getDayOfMonth() + " " + month(day) + (withYear ? " " + day.getYear() : "");
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
