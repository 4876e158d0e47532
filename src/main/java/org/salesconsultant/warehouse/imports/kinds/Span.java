package org.salesconsultant.warehouse.imports.kinds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days in a row that a file names as one period: {@code 2024}, {@code 2024-Q1}, {@code Q1 2024}, {@code 2024-03}, {@code Mar 2024}. */
record Span(LocalDate first, LocalDate lastDay) {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Pattern QUARTER_BEHIND = Pattern.compile("(\\d{4})[\\s/-]*[Qq](\\d)");
    private static final Pattern QUARTER_BEFORE = Pattern.compile("[Qq](\\d)[\\s/-]*(\\d{4})");
    private static final int MONTHS = 3;
    private static final List<DateTimeFormatter> MONTH = List.of("uuuu-M", "uuuu/M", "M/uuuu", "MMM uuuu", "MMMM uuuu", "MMM-uuuu", "uuuu年M月").stream()
            .map(pattern -> new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH)).toList();

    static Span of(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    static Optional<Span> of(String text) {
        var year = YEAR.matcher(text);
        if (year.matches()) {
            int of = Integer.parseInt(year.group(1));
            return Optional.of(new Span(LocalDate.of(of, 1, 1), LocalDate.of(of, 12, 31)));
        }
        var behind = QUARTER_BEHIND.matcher(text);
        if (behind.matches()) {
            return quarter(behind.group(1), behind.group(2));
        }
        var before = QUARTER_BEFORE.matcher(text);
        if (before.matches()) {
            return quarter(before.group(2), before.group(1));
        }
        for (var format : MONTH) {
            try {
                return Optional.of(of(YearMonth.parse(text, format)));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> quarter(String year, String number) {
        int quarter = Integer.parseInt(number);
        if (quarter < 1 || quarter > 4) {
            return Optional.empty();
        }
        var last = YearMonth.of(Integer.parseInt(year), quarter * MONTHS);
        return Optional.of(new Span(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth()));
    }
}
