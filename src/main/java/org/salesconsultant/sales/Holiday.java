package org.salesconsultant.sales;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.EasterHoliday;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;

/** Days that move from year to year and that shops live by. */
enum Holiday {
    BLACK_FRIDAY, CYBER_MONDAY, GOOD_FRIDAY, EASTER_SUNDAY, EASTER_MONDAY,
    LUNAR_NEW_YEARS_EVE, LUNAR_NEW_YEAR, LANTERN, DRAGON_BOAT, QIXI, MID_AUTUMN;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** Years that the calendar of ICU counts before ours. */
    private static final int CHINESE_EPOCH = 2637;

    LocalDate in(int year) {
        return switch (this) {
            case BLACK_FRIDAY -> thanksgiving(year).plusDays(1);
            case CYBER_MONDAY -> thanksgiving(year).plusDays(4);
            case GOOD_FRIDAY -> easter(year).minusDays(2);
            case EASTER_SUNDAY -> easter(year);
            case EASTER_MONDAY -> easter(year).plusDays(1);
            case LUNAR_NEW_YEARS_EVE -> lunar(year, 1, 1).minusDays(1);
            case LUNAR_NEW_YEAR -> lunar(year, 1, 1);
            case LANTERN -> lunar(year, 1, 15);
            case DRAGON_BOAT -> lunar(year, 5, 5);
            case QIXI -> lunar(year, 7, 7);
            case MID_AUTUMN -> lunar(year, 8, 15);
        };
    }

    /** The United States', the fourth Thursday in November. */
    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static LocalDate easter(int year) {
        var newYear = Date.from(LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new EasterHoliday("").firstAfter(newYear).toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static LocalDate lunar(int year, int month, int day) {
        var calendar = new ChineseCalendar(TimeZone.getTimeZone(CHINA.getId()), com.ibm.icu.util.ULocale.CHINA);
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year + CHINESE_EPOCH);
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        return Instant.ofEpochMilli(calendar.getTimeInMillis()).atZone(CHINA).toLocalDate();
    }
}
