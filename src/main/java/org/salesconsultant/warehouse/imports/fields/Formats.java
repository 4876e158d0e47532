package org.salesconsultant.warehouse.imports.fields;

import java.util.Map;
import java.util.Set;

/**
 * How the values of a file are written.
 *
 * @param dates by field of dates that has a column
 * @param numbers as most of its columns write them
 * @param otherNumbers fields whose columns write them differently
 * @param discounts how its discounts are meant
 * @param floatCodes fields of codes that were exported as floating-point numbers: {@code 17850.0} is {@code 17850}
 */
public record Formats(Map<Field, Dates> dates, Numbers numbers, Map<Field, Numbers> otherNumbers, Discounts discounts, Set<Field> floatCodes) {
    /** Without fields that write numbers differently, as most files are. */
    public Formats(Map<Field, Dates> dates, Numbers numbers, Discounts discounts, Set<Field> floatCodes) {
        this(dates, numbers, Map.of(), discounts, floatCodes);
    }

    /** How the numbers of a field are written. */
    public Numbers numbers(Field field) {
        return otherNumbers.getOrDefault(field, numbers);
    }

    /** As a person reads it, e.g. {@code dates d/M/uuuu, decimal comma}. */
    public String text() {
        var patterns = dates.values().stream().map(Dates::pattern).distinct().toList();
        return (patterns.isEmpty() ? "" : "dates " + String.join(" and ", patterns) + ", ") + "decimal " + (numbers == Numbers.POINT ? "point" : "comma");
    }
}
