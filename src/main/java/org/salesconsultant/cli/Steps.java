package org.salesconsultant.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The equal steps that a series is in, found from its times: integers or days by their greatest common divisor, Mondays to
 * Fridays where no value falls on a weekend, months where all dates stand at one day of the month or at its end.
 */
sealed interface Steps {
    int DAYS_A_WEEK = 7;
    int WORKDAYS = 5;
    int MONTHS_A_YEAR = 12;
    int LONGEST_MONTH = 31;

    /** Of a time of the series, 0 for the first. */
    long index(long time);

    long time(long index);

    /** Steps in the usual season, 1 for none. */
    int season();

    /** @param times ascending, at least 2; days since 1970 for dates */
    static Steps of(long[] times, boolean dates) {
        long divisor = LongStream.range(1, times.length).map(at -> times[(int) at] - times[(int) at - 1]).reduce(0, Steps::divisor);
        if (!dates) {
            return new Even(times[0], divisor, 1);
        }
        var days = Arrays.stream(times).mapToObj(LocalDate::ofEpochDay).toList();
        boolean ends = days.stream().allMatch(day -> day.getDayOfMonth() == day.lengthOfMonth());
        boolean sameDay = days.stream().allMatch(day -> day.getDayOfMonth() == days.getFirst().getDayOfMonth());
        if (ends || sameDay) {
            long months = LongStream.range(1, times.length).map(at -> month(times[(int) at]) - month(times[(int) at - 1])).reduce(0, Steps::divisor);
            return new Months(month(times[0]), months, ends ? LONGEST_MONTH : days.getFirst().getDayOfMonth());
        }
        boolean workdays = divisor == 1 && days.size() > DAYS_A_WEEK
                && days.stream().noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        return workdays ? new Workdays(Workdays.count(times[0]))
                : new Even(times[0], divisor, divisor == 1 ? DAYS_A_WEEK : divisor == DAYS_A_WEEK ? 52 : 1);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    private static long month(long day) {
        return LocalDate.ofEpochDay(day).getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** @param size of a step */
    record Even(long first, long size, int season) implements Steps {
        @Override
        public long index(long time) {
            return (time - first) / size;
        }

        @Override
        public long time(long index) {
            return first + index * size;
        }
    }

    /** @param day of the month; the last where it has not so many */
    record Months(long first, long size, int day) implements Steps {
        @Override
        public long index(long time) {
            return (month(time) - first) / size;
        }

        @Override
        public long time(long index) {
            long month = first + index * size;
            var at = YearMonth.of(Math.toIntExact(month / MONTHS_A_YEAR), (int) (month % MONTHS_A_YEAR) + 1);
            return at.atDay(Math.min(day, at.lengthOfMonth())).toEpochDay();
        }

        @Override
        public int season() {
            return size < MONTHS_A_YEAR && MONTHS_A_YEAR % size == 0 ? (int) (MONTHS_A_YEAR / size) : 1;
        }
    }

    /** @param first in workdays since the Monday before 1970 */
    record Workdays(long first) implements Steps {
        private static final long A_MONDAY = -3;

        static long count(long day) {
            long since = day - A_MONDAY;
            return Math.floorDiv(since, DAYS_A_WEEK) * WORKDAYS + Math.floorMod(since, DAYS_A_WEEK);
        }

        @Override
        public long index(long time) {
            return count(time) - first;
        }

        @Override
        public long time(long index) {
            long workday = first + index;
            return A_MONDAY + Math.floorDiv(workday, WORKDAYS) * DAYS_A_WEEK + Math.floorMod(workday, WORKDAYS);
        }

        @Override
        public int season() {
            return WORKDAYS;
        }
    }
}
