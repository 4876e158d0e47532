package org.salesconsultant.sales;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Fixed;
import org.salesconsultant.sales.TimeAtom.Piece;
import org.salesconsultant.sales.TimeAtom.Unit;
import org.salesconsultant.sales.TimeAtom.Yearly;

/** Dates written in figures, alike in every language: ISO dates, months and weeks, {@code 9/12/2011}, {@code 3Q25}, years. */
final class NumericTime {
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String NOT_BEFORE = "(?<![\\w.,/-])";
    private static final String NOT_AFTER = "(?![\\w/%]|[.,-]\\d)";
    private static final int CENTURY = 2000;
    private static final String SHORT_YEAR = "((?:19|20)?\\d{2})";
    /** Half or quarter in letters and figures: groups of Q3, H1, 3Q, 1H. */
    private static final String CODE = "(?:Q([1-4])|H([12])|([1-4])Q|([12])H)";

    static final List<TimeRule> RULES = List.of(
            TimeRule.of(NOT_BEFORE + YEAR + "([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\w/]|-\\d)",
                    (words, dates) -> day(number(words.group(3)), number(words.group(4)), number(words.group(1)))),
            TimeRule.of(NOT_BEFORE + YEAR + "-W(\\d{1,2})\\b",
                    (words, dates) -> new Piece(Unit.WEEK, number(words.group(2)), 0, number(words.group(1)))),
            TimeRule.of(NOT_BEFORE + YEAR + "[-/](0?[1-9]|1[0-2])" + NOT_AFTER,
                    (words, dates) -> new Piece(Unit.MONTH, number(words.group(2)), 0, number(words.group(1)))),
            TimeRule.of(NOT_BEFORE + "(0?[1-9]|1[0-2])/" + YEAR + NOT_AFTER,
                    (words, dates) -> new Piece(Unit.MONTH, number(words.group(1)), 0, number(words.group(2)))),
            TimeRule.of(NOT_BEFORE + "(\\d{1,2})\\.(\\d{1,2})\\." + YEAR + NOT_AFTER,
                    (words, dates) -> day(number(words.group(2)), number(words.group(1)), number(words.group(3)))),
            TimeRule.of("(?<=\\b(?:w/[cbe]|wc|(?:week|wk)\\s{1,2}(?:of|commencing|beginning|starting|ending|ended))[\\s:]{1,2})(\\d{1,2})\\.(\\d{1,2})(?:\\.(?!\\d)|(?![\\w.]))",
                    (words, dates) -> day(number(words.group(2)), number(words.group(1)), null)),
            TimeRule.of("(?<![\\w.,/-])(?:FY\\s?|CY\\s?)?" + SHORT_YEAR + "-?" + CODE + "(?![\\w-])", (words, dates) -> coded(words, 2, shortYear(words.group(1)))),
            TimeRule.of("(?<![\\w.,/-])(?:FY|CY)\\s?['’]?" + SHORT_YEAR + "\\s?" + CODE + "(?![\\w-])", (words, dates) -> coded(words, 2, shortYear(words.group(1)))),
            TimeRule.of("(?<![\\w.,/-])" + CODE + "(?:\\s?(?:FY|CY|['’])\\s?['’]?|\\s?[-/]\\s?|(?<=[QH]))" + SHORT_YEAR + "(?![\\w/%-]|[.,]\\d)",
                    (words, dates) -> coded(words, 1, shortYear(words.group(5)))),
            TimeRule.of("(?<![\\w.,/-])(?-i:([1-4])Q|([12])H)(?![\\w-])",
                    (words, dates) -> words.group(1) != null ? new Piece(Unit.QUARTER, number(words.group(1)), 0, null) : new Piece(Unit.HALF, number(words.group(2)), 0, null)),
            TimeRule.of("(?<![\\w.,/-])(?:FY|CY|(?:financial|fiscal|calendar) year|fiscal)\\s?['’]?" + SHORT_YEAR + "(?![\\w/%-]|[.,]\\d)",
                    (words, dates) -> new Piece(Unit.YEAR, 0, 0, shortYear(words.group(1)))),
            TimeRule.of(NOT_BEFORE + "(?!24/7\\b)(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?" + NOT_AFTER, NumericTime::slashed),
            TimeRule.of("(?<![\\w.,/#£$€¥-])" + YEAR + "\\s?[-–~～]\\s?" + YEAR + "(?:年|(?![\\w/%]|[.,-]\\d))",
                    (words, dates) -> EnglishTime.years(number(words.group(1)), number(words.group(2)))),
            TimeRule.of("(?<![\\w.,/-])" + CODE + "\\s" + "(\\d{2})(?=\\s*(?:$|[?,;)]|(?:vs|versus|and|to|or|compared|against|by|in|for|revenue|sales|orders|figures|results)\\b))",
                    (words, dates) -> Math.abs(shortYear(words.group(5)) - dates.now().getYear()) > 1 ? null : coded(words, 1, shortYear(words.group(5)))),
            TimeRule.of("(?<![\\w.,/#£$€¥-])" + YEAR + "(?![\\w/%]|[.,-]\\d)",
                    (words, dates) -> new Piece(Unit.YEAR, 0, 0, number(words.group(1)))));

    private NumericTime() {}

    static int number(String figures) {
        return Integer.parseInt(figures);
    }

    static @Nullable Piece day(int month, int day, @Nullable Integer year) {
        var piece = new Piece(Unit.DAY, month, day, year);
        return piece.fixed(year == null ? CENTURY : year) == null ? null : piece;
    }

    private static int shortYear(String figures) {
        return figures.length() == 2 ? CENTURY + number(figures) : number(figures);
    }

    /** @param group the first of the four of {@link #CODE} */
    private static Piece coded(MatchResult words, int group, int year) {
        var quarter = words.group(group) != null ? words.group(group) : words.group(group + 2);
        return quarter != null ? new Piece(Unit.QUARTER, number(quarter), 0, year)
                : new Piece(Unit.HALF, number(words.group(group + 1) != null ? words.group(group + 1) : words.group(group + 3)), 0, year);
    }

    /** Day and month may stand in either order: where both orders give a date, it is no guess's business. */
    private static @Nullable TimeAtom slashed(MatchResult words, RelativeDates dates) {
        int first = number(words.group(1));
        int second = number(words.group(2));
        var figures = words.group(3);
        Integer year = figures == null ? null : Integer.valueOf(figures.length() == 2 ? CENTURY + number(figures) : number(figures));
        var readings = Stream.of(day(second, first, year), day(first, second, year)).filter(Objects::nonNull).distinct().toList();
        if (readings.size() < 2) {
            return readings.isEmpty() ? null : readings.getFirst();
        }
        return new TimeAtom.Either(readings.stream().map(piece -> newest(piece, dates)).filter(Objects::nonNull).toList());
    }

    /** The piece in its own year, else in the newest year that does not lie ahead. */
    static @Nullable Fixed newest(Yearly piece, RelativeDates dates) {
        if (piece.year() != null) {
            return piece.fixed(piece.year());
        }
        for (int year = dates.now().getYear(); year > dates.now().getYear() - 8; year--) {
            var fixed = piece.fixed(year);
            if (fixed != null && !piece.known(fixed).isAfter(dates.now())) {
                return fixed;
            }
        }
        return null;
    }
}
