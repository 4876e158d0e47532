package org.salesconsultant.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Dates counted from the data's newest day. */
record RelativeDates(LocalDate now) {

    /** The running step, whole. */
    TimeAtom.Fixed running(Grain grain) {
        var from = grain.start(now);
        return new TimeAtom.Fixed(from, grain.plus(from, 1));
    }

    /** From the start of the running step to the newest day. */
    TimeAtom.Fixed toDate(Grain grain) {
        return new TimeAtom.Fixed(grain.start(now), now.plusDays(1));
    }

    /** The last {@code count} complete steps; days reach up to and with the newest, which is complete itself. */
    TimeAtom.Fixed last(Grain grain, int count) {
        var end = grain.start(now.plusDays(1));
        return new TimeAtom.Fixed(grain.plus(end, -count), end);
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

    /** The newest such weekday before the newest day. */
    TimeAtom.Fixed last(DayOfWeek weekday) {
        var day = now.with(TemporalAdjusters.previous(weekday));
        return new TimeAtom.Fixed(day, day.plusDays(1));
    }
}
