package org.salesconsultant.sales;

import static org.salesconsultant.sales.NumericTime.number;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Ahead;
import org.salesconsultant.sales.TimeAtom.Piece;
import org.salesconsultant.sales.TimeAtom.Relative;
import org.salesconsultant.sales.TimeAtom.Unit;
import org.salesconsultant.sales.TimeMention.Shift;

/** The ways time is written in English. */
final class EnglishTime {
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(january|february|march|april|may|june|july|august|september|october|november|december"
            + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?";
    /** As a word of its own, "may" and "march" are verbs more often than months. */
    private static final String MONTH_ALONE = "(january|february|april|june|july|august|september|october|november|december"
            + "|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|(?<=\\b(?:in|of|since|for|and|to|vs|with|from|by|until|versus|during|through|between|than|about) )(?:may|march|mar)|^(?:may|march|mar)(?=\\W*$)"
            + "|(?-i:(?<!^)(?:May|March|Mar))|(?:may|march|mar)(?=(?:'s)? (?:revenue|sales|orders)|\\s+(?:to|and|vs\\.?|versus|-|–)\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))\\b\\.?";
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String ORDINAL = "(1st|2nd|3rd|4th|first|second|third|fourth)";
    private static final String GRAIN = "(day|week|month|quarter|year)s?";
    private static final String LAST = "(?:last|past|trailing|most recent|latest)";
    private static final String NEXT = "(?:next|coming|upcoming|following)";
    private static final String COUNT = "(" + NumberWords.PATTERN + ")";

    static final List<TimeRule> RULES = List.of(
            TimeRule.of("\\b(?:(?:from|between)\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:to|(?<=between \\d{1,2} )and|-|–|until)\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> days(month(words.group(3)), number(words.group(1)), number(words.group(2)), year(words.group(4)), dates)),
            TimeRule.of("\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+" + MONTH + "(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> NumericTime.day(month(words.group(2)), number(words.group(1)), year(words.group(3)))),
            TimeRule.of("\\b" + MONTH + "\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.])(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> NumericTime.day(month(words.group(1)), number(words.group(2)), year(words.group(3)))),
            TimeRule.of("\\b" + MONTH + ",?\\s*(?:of\\s+|in\\s+|-)?" + YEAR + "\\b",
                    (words, dates) -> new Piece(Unit.MONTH, month(words.group(1)), 0, year(words.group(2)))),
            TimeRule.of("\\b" + MONTH + "\\s?['’](\\d{2})\\b",
                    (words, dates) -> new Piece(Unit.MONTH, month(words.group(1)), 0, 2000 + number(words.group(2)))),
            TimeRule.of("\\b(?:the\\s+)?last\\s+" + MONTH, (words, dates) -> lastComplete(month(words.group(1)), dates)),
            TimeRule.of("\\b(?:this\\s+)?" + MONTH_ALONE, (words, dates) -> new Piece(Unit.MONTH, month(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:the\\s+)?Q([1-4])\\b(?:['’](\\d{2})\\b)?",
                    (words, dates) -> new Piece(Unit.QUARTER, number(words.group(1)), 0, shortYear(words.group(2)))),
            TimeRule.of("\\b(?:the\\s+)?H([12])\\b", (words, dates) -> new Piece(Unit.HALF, number(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:the\\s+)?" + ORDINAL + "\\s+quarter\\b", (words, dates) -> new Piece(Unit.QUARTER, ordinal(words.group(1)), 0, null)),
            TimeRule.of("\\bquarter\\s+([1-4])\\b", (words, dates) -> new Piece(Unit.QUARTER, number(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:the\\s+)?(1st|2nd|first|second)\\s+half\\b(?!\\s+of\\s+(?:the\\s+)?(?:month|quarter|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?:\\s+of\\s+the\\s+year)?",
                    (words, dates) -> new Piece(Unit.HALF, ordinal(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:iso\\s+|calendar\\s+)?week\\s+(\\d{1,2})\\b(?:,?\\s+(?:of\\s+)?" + YEAR + "\\b)?",
                    (words, dates) -> new Piece(Unit.WEEK, number(words.group(1)), 0, year(words.group(2)))),
            TimeRule.of("\\bW(\\d{1,2})(?=\\s+(?:of\\s+)?(?:19|20)\\d{2}\\b)", (words, dates) -> new Piece(Unit.WEEK, number(words.group(1)), 0, null)),

            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+" + COUNT + "\\s+(?:full\\s+|complete\\s+|whole\\s+|calendar\\s+)?" + GRAIN + "\\b",
                    (words, dates) -> dates.last(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+(?:full\\s+|complete\\s+)?" + GRAIN + "\\b", (words, dates) -> dates.last(grain(words.group(1)), 1)),
            TimeRule.of("\\b(?:the\\s+)?(?:this|current|running)\\s+" + GRAIN + "\\b", (words, dates) -> dates.running(grain(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?(week|month|quarter|year) before last\\b", (words, dates) -> dates.ago(grain(words.group(1)), 2)),
            TimeRule.of("\\b" + COUNT + "\\s+(week|month|quarter|year)s? ago\\b",
                    (words, dates) -> dates.ago(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?(?:year|month|quarter|week)[ -]to[ -]date\\b", (words, dates) -> dates.toDate(grain(words.group().replaceFirst("(?i)^the\\s+", "").split("[ -]")[0]))),
            TimeRule.of("\\b([YQMW])TD\\b", (words, dates) -> dates.toDate(initial(words.group(1)))),
            TimeRule.of("\\b(?:so far this (week|month|quarter|year)|this (week|month|quarter|year) so far)\\b",
                    (words, dates) -> dates.toDate(grain(words.group(1) == null ? words.group(2) : words.group(1)))),
            TimeRule.of("\\btoday\\b", (words, dates) -> dates.running(Grain.DAY)),
            TimeRule.of("\\byesterday\\b", (words, dates) -> dates.ago(Grain.DAY, 1)),
            TimeRule.of("\\blast (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
                    (words, dates) -> dates.last(DayOfWeek.valueOf(words.group(1).toUpperCase(Locale.ROOT)))),

            TimeRule.of("\\b(?:the\\s+)?" + NEXT + "\\s+" + COUNT + "\\s+(?:full\\s+|whole\\s+)?" + GRAIN + "\\b",
                    (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b" + COUNT + "\\s+" + GRAIN + "\\s+(?:ahead|from now|out)\\b",
                    (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?" + NEXT + "\\s+" + GRAIN + "\\b", (words, dates) -> new Ahead(grain(words.group(1)), 1)),
            TimeRule.of("\\btomorrow\\b", (words, dates) -> new Ahead(Grain.DAY, 1)),

            TimeRule.of("\\b(?:the\\s+)?same\\s+(?:period|time|dates?|days?|weeks?|months?|quarters?|half)\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?:last|previous|prior|a)\\s+year(?:\\s+(?:before|earlier|ago))?\\b",
                    (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\b(?:a|one|the)\\s+year\\s+(?:earlier|before|ago)\\b", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\b(?:the\\s+)?(?:previous|prior|preceding)\\s+" + GRAIN + "\\b", (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("\\b(?:the\\s+)(day|week|month|quarter|year)\\s+(?:before|earlier)\\b", (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("\\b(?:the\\s+)?(?:previous|prior|preceding)\\s+period\\b|\\bthe\\s+period\\s+before\\b", (words, dates) -> new Relative(new Shift(false, null))));

    private EnglishTime() {}

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    }

    private static int ordinal(String word) {
        return Character.isDigit(word.charAt(0)) ? word.charAt(0) - '0' : NumberWords.read(word);
    }

    private static Grain grain(String word) {
        return Grain.of(word.toLowerCase(Locale.ROOT));
    }

    private static Grain initial(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "Y" -> Grain.YEAR;
            case "Q" -> Grain.QUARTER;
            case "M" -> Grain.MONTH;
            case String week -> Grain.WEEK;
        };
    }

    private static @Nullable Integer year(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures);
    }

    private static @Nullable Integer shortYear(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(2000 + number(figures));
    }

    static @Nullable TimeAtom days(int month, int first, int last, @Nullable Integer year, RelativeDates dates) {
        var from = NumericTime.day(month, first, year);
        var to = NumericTime.day(month, last, year);
        var begin = from == null ? null : NumericTime.newest(from, dates);
        var until = begin == null || to == null ? null : to.fixed(begin.from().getYear());
        return begin == null || until == null || until.from().isBefore(begin.from()) ? null : new TimeAtom.Fixed(begin.from(), until.end());
    }

    /** "Last December", said in December, is a year old. */
    private static @Nullable TimeAtom lastComplete(int month, RelativeDates dates) {
        var end = dates.now().plusDays(1);
        for (int year = dates.now().getYear(); year >= dates.now().getYear() - 1; year--) {
            var fixed = new Piece(Unit.MONTH, month, 0, null).fixed(year);
            if (fixed != null && !fixed.end().isAfter(end)) {
                return fixed;
            }
        }
        return null;
    }
}
