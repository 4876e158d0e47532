package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;

/**
 * Narrows by a time dimension. Values are written as tables have them ({@code 2011-10-03}, {@code 2011-10}, {@code 2011-Q4},
 * {@code 2011}) or as people say them ({@code October 2011}).
 */
final class TimeFilter {
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Grain grain;
    private final Periods periods;

    TimeFilter(Grain grain, Periods periods) {
        this.grain = grain;
        this.periods = periods;
    }

    /** @param days a column of days @return a condition on it @throws UserError when a value names no period */
    String sql(String days, Filter filter, Bindings bindings) {
        return switch (filter.op()) {
            case IS, IN -> any(days, filter.values(), bindings);
            case IS_NOT -> "CASE WHEN " + any(days, filter.values(), bindings) + " THEN 0 ELSE 1 END = 1";
            case BETWEEN -> days + " >= " + bindings.day(read(filter.values().getFirst()).from())
                    + " AND " + days + " < " + bindings.day(read(filter.values().getLast()).end());
            case AT_LEAST -> days + " >= " + bindings.day(read(filter.values().getFirst()).from());
            case AT_MOST -> days + " < " + bindings.day(read(filter.values().getFirst()).end());
            case MORE_THAN -> days + " >= " + bindings.day(read(filter.values().getFirst()).end());
            case LESS_THAN -> days + " < " + bindings.day(read(filter.values().getFirst()).from());
            case CONTAINS -> throw new UserError(UserError.Category.BAD_INPUT, "Dates cannot be searched by \"contains\".",
                    "Use is, between, at_least or at_most.");
        };
    }

    private String any(String days, List<String> values, Bindings bindings) {
        return "(" + String.join(" OR ", values.stream().map(this::read).map(period ->
                "(" + days + " >= " + bindings.day(period.from()) + " AND " + days + " < " + bindings.day(period.end()) + ")").toList()) + ")";
    }

    private Period read(String value) {
        var text = value.strip();
        if (DAY.matcher(text).matches()) {
            return step(grain, LocalDate.parse(text));
        }
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return step(Grain.MONTH, LocalDate.parse(month.group(1) + "-01"));
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return step(Grain.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2, 1));
        }
        return periods.read(text);
    }

    private static Period step(Grain grain, LocalDate day) {
        var from = grain.start(day);
        return new Period(from.toString(), from, grain.plus(from, 1), false);
    }
}
