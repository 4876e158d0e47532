package org.salesconsultant.sales;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Reads periods from words, relative to the data's "now". The one reader of dates in questions and arguments.
 *
 * @param firstDay the oldest order date
 * @param now the newest order date
 */
public record Periods(LocalDate firstDay, LocalDate now) {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern QUARTER = Pattern.compile("Q([1-4]) (\\d{4})");

    /** All data. */
    public Period all() {
        return new Period("all data", firstDay, now.plusDays(1), false);
    }

    /** @throws UserError when the words name no period */
    public Period read(String words) {
        var text = words.strip();
        if (YEAR.matcher(text).matches()) {
            var from = LocalDate.of(Integer.parseInt(text), 1, 1);
            return whole(text, from, from.plusYears(1));
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            var from = LocalDate.of(Integer.parseInt(quarter.group(2)), 3 * Integer.parseInt(quarter.group(1)) - 2, 1);
            return whole(text, from, from.plusMonths(3));
        }
        throw new UserError(UserError.Category.BAD_INPUT, "\"" + words + "\" names no period.",
                "Say it like \"last quarter\", \"November 2011\", \"Q3 2011\" or \"2011-07-01 to 2011-09-30\".");
    }

    /** @throws UserError when the last day is before the first */
    public Period between(LocalDate from, LocalDate lastDay) {
        if (lastDay.isBefore(from)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The period ends before it begins: " + from + " to " + lastDay + ".",
                    "Swap the two dates.");
        }
        return whole(from + " to " + lastDay, from, lastDay.plusDays(1));
    }

    /** A running period is partial: it holds the newest date and goes on after it. */
    private Period whole(String name, LocalDate from, LocalDate end) {
        return new Period(name, from, end, !now.isBefore(from) && now.isBefore(end.minusDays(1)));
    }
}
