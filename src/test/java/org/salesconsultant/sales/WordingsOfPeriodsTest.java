package org.salesconsultant.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What people say of time, worked out with the calendars of 2024 and 2025; the files explain their columns. */
class WordingsOfPeriodsTest {
    private final Periods periods = new Periods(LocalDate.of(2023, 1, 2), LocalDate.of(2025, 12, 12));

    @ParameterizedTest
    @CsvFileSource(resources = "/periods/english.psv", delimiter = '|', quoteCharacter = '\0')
    void readsEnglish(String words, String meant) {
        assertEquals(meant, read(words));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/periods/chinese.psv", delimiter = '|', quoteCharacter = '\0')
    void readsChinese(String words, String meant) {
        assertEquals(meant, read(words));
    }

    private String read(String words) {
        var found = periods.find(words).stream().map(WordingsOfPeriodsTest::said).collect(Collectors.joining(" + "));
        return found.isEmpty() ? "-" : found;
    }

    private static String said(TimeMention mention) {
        return switch (mention) {
            case TimeMention.Named named -> dates(named.period());
            case TimeMention.Ambiguous ambiguous -> ambiguous.readings().stream().map(WordingsOfPeriodsTest::dates).collect(Collectors.joining(" or "));
            case TimeMention.Ahead ahead -> "next " + ahead.steps() + " " + ahead.grain().word();
            case TimeMention.Relative(var start, var end, var shift) -> shift.yearEarlier() ? "year before" : "before" + steps(shift.grain(), shift.steps());
        };
    }

    private static String steps(@Nullable Grain grain, int steps) {
        return grain == null ? "" : " " + steps + " " + grain.name().toLowerCase(Locale.ROOT);
    }

    private static String dates(Period period) {
        return period.from() + ".." + period.lastDay();
    }
}
