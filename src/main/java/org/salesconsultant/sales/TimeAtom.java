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
    record Fixed(LocalDate from, LocalDate end) implements TimeAtom {}

    /** A piece of the calendar whose year may stand elsewhere or nowhere. @param year null while unknown */
    record Piece(Unit unit, int index, int day, @Nullable Integer year) implements TimeAtom {
        Piece in(int someYear) {
            return new Piece(unit, index, day, someYear);
        }

        /** @return null when that year has no such piece, e.g. 29 February */
        @Nullable Fixed fixed(int someYear) {
            try {
                var from = switch (unit) {
                    case YEAR -> LocalDate.of(someYear, 1, 1);
                    case HALF -> LocalDate.of(someYear, 6 * index - 5, 1);
                    case QUARTER -> LocalDate.of(someYear, 3 * index - 2, 1);
                    case MONTH -> LocalDate.of(someYear, index, 1);
                    case WEEK -> LocalDate.of(someYear, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(index - 1L);
                    case DAY -> LocalDate.of(someYear, index, day);
                };
                if (unit == Unit.WEEK && from.get(IsoFields.WEEK_BASED_YEAR) != someYear) {
                    return null;
                }
                return new Fixed(from, unit.end(from));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    record Ahead(Grain grain, int steps) implements TimeAtom {}

    record Relative(TimeMention.Shift shift) implements TimeAtom {}

    record Either(List<Fixed> readings) implements TimeAtom {}

    /** What a {@link Piece} is a piece of. */
    enum Unit {
        YEAR, HALF, QUARTER, MONTH, WEEK, DAY;

        LocalDate end(LocalDate from) {
            return switch (this) {
                case YEAR -> from.plusYears(1);
                case HALF -> from.plusMonths(6);
                case QUARTER -> from.plusMonths(3);
                case MONTH -> from.plusMonths(1);
                case WEEK -> from.plusWeeks(1);
                case DAY -> from.plusDays(1);
            };
        }
    }
}
