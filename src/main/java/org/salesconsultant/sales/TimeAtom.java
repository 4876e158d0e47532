package org.salesconsultant.sales;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest piece of a time expression, before its neighbours (a year, the other end of a range) complete it. */
sealed interface TimeAtom {

    /** Dates known already. */
    record Fixed(LocalDate from, LocalDate end) implements TimeAtom {
        boolean isDay() {
            return from.plusDays(1).equals(end);
        }

        boolean isMonth() {
            return from.getDayOfMonth() == 1 && from.plusMonths(1).equals(end);
        }

        boolean isYear() {
            return from.getDayOfYear() == 1 && from.plusYears(1).equals(end);
        }
    }

    /** What comes back every year; the year may stand elsewhere or nowhere. */
    sealed interface Yearly extends TimeAtom {
        /** Null while unknown. */
        @Nullable Integer year();

        Yearly in(int someYear);

        /** @return null when that year has none, e.g. 29 February */
        @Nullable Fixed fixed(int someYear);

        /** When it can be spoken of without its year: it has begun, or of several months or quarters the last one has. */
        default LocalDate known(Fixed dates) {
            return dates.from();
        }
    }

    /** Neighbouring pieces of the calendar. @param index the first of them @param count how many */
    record Piece(Unit unit, int index, int day, int count, @Nullable Integer year) implements Yearly {
        Piece(Unit unit, int index, int day, @Nullable Integer year) {
            this(unit, index, day, 1, year);
        }

        @Override
        public Piece in(int someYear) {
            return new Piece(unit, index, day, count, someYear);
        }

        @Override
        public @Nullable Fixed fixed(int someYear) {
            try {
                var from = switch (unit) {
                    case YEAR -> LocalDate.of(someYear, 1, 1);
                    case HALF -> LocalDate.of(someYear, 6 * index - 5, 1);
                    case QUARTER -> LocalDate.of(someYear, 3 * index - 2, 1);
                    case MONTH -> LocalDate.of(someYear, index, 1);
                    case WEEK -> LocalDate.of(someYear, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(index - 1L);
                    case DAY -> LocalDate.of(someYear, index, day);
                };
                if (unit == Unit.WEEK && unit.plus(from, count - 1).get(IsoFields.WEEK_BASED_YEAR) != someYear) {
                    return null;
                }
                return new Fixed(from, unit.plus(from, count));
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        public LocalDate known(Fixed dates) {
            return unit == Unit.MONTH || unit == Unit.QUARTER ? unit.plus(dates.end(), -1) : dates.from();
        }
    }

    /** A holiday whose date moves from year to year. */
    record Feast(Holiday holiday, @Nullable Integer year) implements Yearly {
        @Override
        public Feast in(int someYear) {
            return new Feast(holiday, someYear);
        }

        @Override
        public Fixed fixed(int someYear) {
            var day = holiday.in(someYear);
            return new Fixed(day, day.plusDays(1));
        }
    }

    /** The running step, whole or up to the newest day: "this month", "quarter to date". */
    record Current(Grain grain, boolean toDate, Fixed dates) implements TimeAtom {}

    /** Days of a month that stands elsewhere or nowhere: "from the 1st to the 12th". @param last at most the month's last day is meant */
    record DaysOfMonth(int first, int last) implements TimeAtom {
        @Nullable Fixed in(LocalDate month) {
            return first < 1 || first > month.lengthOfMonth() || last < first || last > 31 ? null
                    : new Fixed(month.withDayOfMonth(first), month.withDayOfMonth(Math.min(last, month.lengthOfMonth())).plusDays(1));
        }
    }

    /** As much of the step before the running one as has passed of the running one: "the same period last month". */
    record Elapsed(Grain grain) implements TimeAtom {}

    record Ahead(Grain grain, int steps) implements TimeAtom {}

    record Relative(TimeMention.Shift shift) implements TimeAtom {}

    /** At least two readings that differ. */
    record Either(List<Fixed> readings) implements TimeAtom {
        /** What is read where the readings turn out to be one. */
        static TimeAtom of(Fixed one, Fixed other) {
            return one.equals(other) ? one : new Either(List.of(one, other));
        }
    }

    /** Words about time that name no dates; what they hold of others' names is not read either. */
    record Vague() implements TimeAtom {}

    /** What a {@link Piece} is a piece of. */
    enum Unit {
        YEAR(12), HALF(6), QUARTER(3), MONTH(1), WEEK(0), DAY(0);

        private final int months;

        Unit(int months) {
            this.months = months;
        }

        /** The first of a year. */
        Piece first(int count) {
            return new Piece(this, 1, 0, count, null);
        }

        LocalDate plus(LocalDate from, int count) {
            return switch (this) {
                case YEAR, HALF, QUARTER, MONTH -> from.plusMonths((long) months * count);
                case WEEK -> from.plusWeeks(count);
                case DAY -> from.plusDays(count);
            };
        }
    }
}
