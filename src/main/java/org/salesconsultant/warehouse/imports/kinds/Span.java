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
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;

/**
 * Days in a row that a file names as one period: {@code 2024}, {@code Q1 2024}, {@code 2025年第1季度}, {@code FY25 Q1}, {@code Mar-2024}.
 * Words are read as those of a question are, as long as they mean the same whatever today is.
 */
record Span(LocalDate first, LocalDate lastDay) {
    /** A business year is the calendar's. */
    private static final Pattern BUSINESS_YEAR = Pattern.compile("\\bFY\\s?'?(?:20)?(\\d{2})(?=\\D|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER_BEHIND = Pattern.compile("(\\d{4})[\\s/-]*[Qq]([1-4])");
    private static final Pattern QUARTER_BEFORE = Pattern.compile("[Qq]([1-4])[\\s/-]*(\\d{4})");
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);
    private static final Periods ONE_DAY = new Periods(LONG_AGO, LocalDate.of(2001, 8, 15));
    private static final Periods ANOTHER_DAY = new Periods(LONG_AGO, LocalDate.of(2016, 2, 3));
    private static final List<DateTimeFormatter> MONTH = List.of("uuuu-M", "uuuu/M", "M/uuuu", "MMM uuuu", "MMMM uuuu", "MMM-uuuu").stream()
            .map(pattern -> new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH)).toList();

    static Span of(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    static Optional<Span> of(String text) {
        for (var format : MONTH) {
            try {
                return Optional.of(of(YearMonth.parse(text, format)));
            } catch (DateTimeException e) {
                continue;
            }
        }
        var year = BUSINESS_YEAR.matcher(text).replaceAll("20$1").strip();
        var words = QUARTER_BEFORE.matcher(QUARTER_BEHIND.matcher(year).replaceAll("Q$2 $1")).replaceAll("Q$1 $2");
        return of(words, ONE_DAY).filter(span -> of(words, ANOTHER_DAY).filter(span::equals).isPresent());
    }

    private static Optional<Span> of(String words, Periods periods) {
        var mentions = periods.find(words);
        return mentions.size() == 1 && mentions.getFirst() instanceof TimeMention.Named named && named.start() == 0 && named.end() == words.length()
                ? Optional.of(new Span(named.period().from(), named.period().lastDay())) : Optional.empty();
    }
}
