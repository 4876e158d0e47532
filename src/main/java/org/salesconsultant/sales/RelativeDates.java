package org.salesconsultant.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Dates counted from the data's newest day. */
record RelativeDates(LocalDate now) {

    /** The running step, whole. */
    TimeAtom.Current running(Grain grain) {
        return new TimeAtom.Current(grain, false, ago(grain, 0));
    }

    /** From the start of the running step to the newest day. */
    TimeAtom.Current toDate(Grain grain) {
        return new TimeAtom.Current(grain, true, new TimeAtom.Fixed(grain.start(now), now.plusDays(1)));
    }

    /** The last {@code count} complete steps; days reach up to and with the newest, which is complete itself. */
    TimeAtom.Fixed last(Grain grain, int count) {
        var end = grain.start(now.plusDays(1));
        return new TimeAtom.Fixed(grain.plus(end, -count), end);
    }

    /** The last complete half of a calendar year. */
    TimeAtom.Fixed lastHalf() {
        var end = halfStart(now.plusDays(1));
        return new TimeAtom.Fixed(end.minusMonths(6), end);
    }

    TimeAtom.Fixed runningHalf() {
        var from = halfStart(now);
        return new TimeAtom.Fixed(from, from.plusMonths(6));
    }

    /** One whole step, {@code count} before the running one. */
    TimeAtom.Fixed ago(Grain grain, int count) {
        var from = grain.plus(grain.start(now), -count);
        return new TimeAtom.Fixed(from, grain.plus(from, 1));
    }

    /** Whole steps after the running one. */
    TimeAtom.Fixed next(Grain grain, int count) {
        var from = grain.plus(grain.start(now), 1);
        return new TimeAtom.Fixed(from, grain.plus(from, count));
    }

    /** What is left of the running step; null on its last day. */
    TimeAtom.@Nullable Fixed rest(Grain grain) {
        var end = grain.plus(grain.start(now), 1);
        return now.plusDays(1).isBefore(end) ? new TimeAtom.Fixed(now.plusDays(1), end) : null;
    }

    /** The newest such weekday before the newest day. */
    TimeAtom.Fixed last(DayOfWeek weekday) {
        return day(now.with(TemporalAdjusters.previous(weekday)));
    }

    /** The newest such weekday, the newest day included. */
    TimeAtom.Fixed newest(DayOfWeek weekday) {
        return day(now.with(TemporalAdjusters.previousOrSame(weekday)));
    }

    /** From one weekday to another of the week that is {@code weeksAgo} before the running one; null where they stand the wrong way round. */
    TimeAtom.@Nullable Fixed weekdays(int weeksAgo, DayOfWeek first, DayOfWeek last) {
        var monday = ago(Grain.WEEK, weeksAgo).from();
        return last.compareTo(first) < 0 ? null : new TimeAtom.Fixed(monday.with(first), monday.with(last).plusDays(1));
    }

    /** The first days of the step before the running one, as many as have passed of the running one. */
    TimeAtom.Fixed elapsed(Grain grain) {
        var running = grain.start(now);
        var from = grain.plus(running, -1);
        var end = from.plusDays(ChronoUnit.DAYS.between(running, now) + 1);
        return new TimeAtom.Fixed(from, end.isAfter(running) ? running : end);
    }

    /** The running step's, or its passed part's, counterpart in another year; a week keeps its number. */
    TimeAtom.Fixed inYear(TimeAtom.Current current, int year) {
        long years = (long) year - now.getYear();
        var dates = current.dates();
        if (current.grain() == Grain.WEEK) {
            var from = dates.from().with(IsoFields.WEEK_BASED_YEAR, dates.from().get(IsoFields.WEEK_BASED_YEAR) + years);
            return new TimeAtom.Fixed(from, from.plusDays(ChronoUnit.DAYS.between(dates.from(), dates.end())));
        }
        var last = dates.end().minusDays(1);
        return new TimeAtom.Fixed(dates.from().plusYears(years), current.toDate() ? last.plusYears(years).plusDays(1) : dates.end().plusYears(years));
    }

    private static LocalDate halfStart(LocalDate day) {
        return day.withDayOfYear(1).plusMonths(day.getMonthValue() > 6 ? 6 : 0);
    }

    private static TimeAtom.Fixed day(LocalDate day) {
        return new TimeAtom.Fixed(day, day.plusDays(1));
    }
}
