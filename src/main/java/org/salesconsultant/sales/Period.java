package org.salesconsultant.sales;

import java.time.LocalDate;

/**
 * A half-open range of dates with a name a person would say.
 *
 * @param name e.g. {@code Q3 2011}, in English; {@link Spoken} says it in other languages
 * @param from the first day in it
 * @param end the first day after it
 * @param partial whether it still runs at the data's newest date, so that its numbers will grow
 */
public record Period(String name, LocalDate from, LocalDate end, boolean partial) {
    public Period {
        if (!from.isBefore(end)) {
            throw new IllegalArgumentException("a period holds at least one day: " + from + " to " + end);
        }
    }

    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end);
    }
}
