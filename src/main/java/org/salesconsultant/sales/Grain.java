package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The steps time is cut into. A week starts on Monday (ISO 8601). */
public enum Grain {
    DAY(7), WEEK(52), MONTH(12), QUARTER(4), YEAR(1);

    private final int season;

    Grain(int season) {
        this.season = season;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Steps in the usual season: a week of days, a year of weeks, months or quarters. */
    public int season() {
        return season;
    }

    /** The first day of the step that holds {@code day}. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    public LocalDate plus(LocalDate start, long steps) {
        return switch (this) {
            case DAY -> start.plusDays(steps);
            case WEEK -> start.plusWeeks(steps);
            case MONTH -> start.plusMonths(steps);
            case QUARTER -> start.plusMonths(3 * steps);
            case YEAR -> start.plusYears(steps);
        };
    }

    /** @throws UserError when there is no such grain */
    public static Grain of(String word) {
        for (var grain : values()) {
            if (grain.word().equals(word)) {
                return grain;
            }
        }
        throw new UserError(UserError.Category.BAD_INPUT, "Unknown grain \"" + word + "\".",
                "Grains: day, week, month, quarter, year.");
    }
}
