package org.salesconsultant.sales;

import static org.salesconsultant.sales.NumericTime.number;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Ahead;
import org.salesconsultant.sales.TimeAtom.DaysOfMonth;
import org.salesconsultant.sales.TimeAtom.Either;
import org.salesconsultant.sales.TimeAtom.Elapsed;
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
            + "|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|(?<=\\b(?:in|of|since|for|and|to|vs|with|from|by|until|versus|during|through|between|than|about|end|last|next|ended|ending) )(?:may|march|mar)|^(?:may|march|mar)(?=\\W*$)"
            + "|(?-i:(?<!^)(?:May|March|Mar))|(?:may|march|mar)(?=(?:'s)? (?:revenue|sales|orders)|\\s+(?:to|and|vs\\.?|versus|-|–)\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))\\b\\.?";
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String ORDINAL = "(1st|2nd|3rd|4th|first|second|third|fourth|last|final)";
    static final String GRAIN = "(day|week|wk|month|mth|quarter|qtr|year|yr)s?";
    private static final String LAST = "(?:last|past|trailing|rolling|most recent|latest)";
    private static final String NEXT = "(?:next|coming|upcoming|following)";
    static final String COUNT = "(" + NumberWords.PATTERN + ")";
    static final String WEEKDAY = "(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String FULL_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String TO = "\\s*(?:to|-|–|—|until|till|through|thru)\\s*";
    private static final String TH = "(?:st|nd|rd|th)?";
    /** "Black Friday week" and "Black Friday deals season" are longer than the day, nobody knows how much. */
    private static final String DAY_ITSELF = "(?:\\s+itself)?\\b(?!['’]?s?\\s+(?:week|weekend|season|period|month|event|promotion|promo|campaign))";

    static final List<TimeRule> RULES = List.of(
            TimeRule.of("\\b(?:(?:from|between)\\s+)?(?:the\\s+)?(\\d{1,2})" + TH + "\\s*(?:to|(?<=between \\d{1,2} )and|-|–|—|until|till|through|thru)\\s*(?:the\\s+)?(\\d{1,2})" + TH + "\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> days(month(words.group(3)), number(words.group(1)), number(words.group(2)), year(words.group(4)))),
            TimeRule.of("\\b(?:(?:from|between)\\s+)?" + MONTH + "\\s+(\\d{1,2})" + TH + TO + "(\\d{1,2})" + TH + "(?![\\d.:/%])(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> days(month(words.group(1)), number(words.group(2)), number(words.group(3)), year(words.group(4)))),
            TimeRule.of("\\b(\\d{1,2})" + TH + "(?:\\s+of)?\\s+" + MONTH + "(?:,?\\s+" + YEAR + "\\b|\\s?['’](\\d{2})\\b)?",
                    (words, dates) -> NumericTime.day(month(words.group(2)), number(words.group(1)), words.group(4) == null ? year(words.group(3)) : shortYear(words.group(4)))),
            TimeRule.of("\\b(\\d{1,2})" + TH + "\\s+" + MONTH + "\\s+(\\d{2})(?!\\s*[\\w%.-])",
                    (words, dates) -> isNear(words.group(3), dates) ? NumericTime.day(month(words.group(2)), number(words.group(1)), shortYear(words.group(3))) : null),
            TimeRule.of("(?<!\\b(?:to|until|till|through|and|between|from|since) |[-–]\\s?)\\b" + MONTH + "\\s+(\\d{2})(?![\\w.:/-]|\\s*(?:,?\\s*20\\d{2}|to\\b|until\\b|through\\b|–))", EnglishTime::dayOrYear),
            TimeRule.of("\\b(\\d{1,2})[-/](" + String.join("|", MONTHS) + ")[a-z]{0,6}(?:[-/]((?:20)?\\d{2}))?\\b",
                    (words, dates) -> NumericTime.day(month(words.group(2)), number(words.group(1)), shortYear(words.group(3)))),
            TimeRule.of("\\b" + MONTH + "\\s+(?:the\\s+)?(\\d{1,2})" + TH + "(?![\\d.])(?:,?\\s+" + YEAR + "\\b)?",
                    (words, dates) -> NumericTime.day(month(words.group(1)), number(words.group(2)), year(words.group(3)))),
            TimeRule.of("\\b(?:month\\s+of\\s+)?" + MONTH + ",?\\s*(?:of\\s+|in\\s+|-|/)?" + YEAR + "\\b",
                    (words, dates) -> new Piece(Unit.MONTH, month(words.group(1)), 0, year(words.group(2)))),
            TimeRule.of("\\b" + MONTH + "(?:\\s?['’]|[-/])(\\d{2})\\b(?![-/])", (words, dates) -> shortYear(words, dates)),
            TimeRule.of("\\b(?:the\\s+)?last\\s+" + MONTH, (words, dates) -> lastComplete(month(words.group(1)), dates)),
            TimeRule.of("\\bnext\\s+" + MONTH, (words, dates) -> nextComing(month(words.group(1)), dates)),
            TimeRule.of("\\b(?:this\\s+|(?:the\\s+)?month\\s+of\\s+)?" + MONTH_ALONE, (words, dates) -> new Piece(Unit.MONTH, month(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:the\\s+)?Q\\s?([1-4])\\b(?:\\s?['’](\\d{2})\\b)?(?:\\s+of\\s+the\\s+year)?",
                    (words, dates) -> new Piece(Unit.QUARTER, number(words.group(1)), 0, shortYear(words.group(2)))),
            TimeRule.of("\\b(?:Q|quarters\\s+)([1-4])\\s*(?:-|–|to|through)\\s*Q?([1-4])\\b(?![./%]\\d)",
                    (words, dates) -> span(Unit.QUARTER, number(words.group(1)), number(words.group(2)), null)),
            TimeRule.of("\\b(?:the\\s+)?H([12])\\b(?:\\s?['’](\\d{2})\\b)?(?:\\s+of\\s+the\\s+year)?",
                    (words, dates) -> new Piece(Unit.HALF, number(words.group(1)), 0, shortYear(words.group(2)))),
            TimeRule.of("\\b(?:the\\s+)?(1st|2nd|3rd|4th|first|second|third|fourth)\\s+(?:quarter|qtr)\\b(?:\\s+of\\s+the\\s+year)?",
                    (words, dates) -> new Piece(Unit.QUARTER, ordinal(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:quarter|qtr)\\s+([1-4]|one|two|three|four)\\b", (words, dates) -> new Piece(Unit.QUARTER, NumberWords.read(words.group(1)), 0, null)),
            TimeRule.of("\\b(?:the\\s+)?(1st|2nd|first|second|front|back|latter)\\s+half\\b(?:\\s+of\\s+the\\s+year)?(?!\\s+of\\s+(?:(?:the|this|last|next)\\s+)?(?:month|quarter|qtr|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|Q\\d))",
                    (words, dates) -> new Piece(Unit.HALF, isSecond(words.group(1)) ? 2 : 1, 0, null)),
            TimeRule.of("\\b(?:the\\s+)?(?:last|previous|prior|past)\\s+half(?=\\s+of\\s+(?:the\\s+year|(?:last|this)\\s+ye?a?r|" + YEAR + "))(?:\\s+of\\s+the\\s+year)?",
                    (words, dates) -> new Piece(Unit.HALF, 2, 0, null)),
            TimeRule.of("\\b(?:the\\s+)?(?:last|previous|prior)\\s+half\\b(?![- ](?:year|yr|month|of|a|an|dozen|hour)\\b)", (words, dates) -> dates.lastHalf()),
            TimeRule.of("\\b(?:the\\s+)?(?:this|current)\\s+half(?:[- ]year)?\\b(?!\\s+of)", (words, dates) -> dates.runningHalf()),
            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+half[- ](?:a\\s+)?year\\b", (words, dates) -> Either.of(dates.lastHalf(), dates.last(Grain.MONTH, 6))),
            TimeRule.of("\\b(?:iso\\s+|calendar\\s+)?(?:week|wk|KW|CW)\\s?(\\d{1,2})\\b(?:,?\\s+(?:of\\s+)?" + YEAR + "\\b)?",
                    (words, dates) -> new Piece(Unit.WEEK, number(words.group(1)), 0, year(words.group(2)))),
            TimeRule.of("\\b(?:weeks?|wks?)\\s?(\\d{1,2})" + TO + "(?:weeks?\\s|wks?\\s)?(\\d{1,2})\\b(?:,?\\s+(?:of\\s+)?" + YEAR + "\\b)?",
                    (words, dates) -> span(Unit.WEEK, number(words.group(1)), number(words.group(2)), year(words.group(3)))),
            TimeRule.of("\\bW(\\d{1,2})(?=\\s+(?:of\\s+)?(?:19|20)\\d{2}\\b)|(?<=\\b(?:in|for|of|vs|to|and|from|since|during) )(?-i:W)(\\d{2})\\b",
                    (words, dates) -> new Piece(Unit.WEEK, number(words.group(1) == null ? words.group(2) : words.group(1)), 0, null)),
            TimeRule.of("(?<=\\b(?:in|of|for|vs|and|to|than|since|from|during) )['’](\\d{2})\\b", (words, dates) -> new Piece(Unit.YEAR, 0, 0, shortYear(words.group(1)))),

            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+" + COUNT + "[\\s-]+(?:full\\s+|complete\\s+|whole\\s+|calendar\\s+)?" + GRAIN + "\\b",
                    (words, dates) -> dates.last(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?" + COUNT + "\\s+(?:most\\s+recent|latest)\\s+(?:full\\s+|complete\\s+)?" + GRAIN + "\\b",
                    (words, dates) -> dates.last(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?(?:past|trailing|rolling)\\s+(?:year|yr)\\b", (words, dates) -> Either.of(dates.last(Grain.YEAR, 1), dates.last(Grain.MONTH, 12))),
            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+(?:full\\s+|complete\\s+|calendar\\s+)?" + GRAIN + "\\b", (words, dates) -> dates.last(grain(words.group(1)), 1)),
            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+year\\s+and\\s+a\\s+half\\b", (words, dates) -> dates.last(Grain.MONTH, 18)),
            TimeRule.of("\\b(?:the\\s+)?" + LAST + "\\s+fortnight\\b", (words, dates) -> dates.last(Grain.WEEK, 2)),
            TimeRule.of("\\b(?:(?-i:LTM|TTM)|R12M?)\\b", (words, dates) -> dates.last(Grain.MONTH, 12)),
            TimeRule.of("\\b(?:the\\s+)?(?:this|current|running)\\s+" + GRAIN + "\\b", (words, dates) -> dates.running(grain(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?(day|week|wk|month|mth|quarter|qtr|year|yr) before (?:last(?:\\s+\\1)?|yesterday)\\b",
                    (words, dates) -> words.group().endsWith("y") ? grain(words.group(1)) == Grain.DAY ? dates.ago(Grain.DAY, 2) : null : dates.ago(grain(words.group(1)), 2)),
            TimeRule.of("\\b" + COUNT + "\\s+" + GRAIN + " (?:ago|back)\\b",
                    (words, dates) -> dates.ago(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?(year|month|quarter|qtr|week)[ -]to[ -]date\\b", (words, dates) -> dates.toDate(grain(words.group(1)))),
            TimeRule.of("\\b([YQMW])TD\\b", (words, dates) -> dates.toDate(initial(words.group(1)))),
            TimeRule.of("\\b(?:(?:so far|to date|thus far)(?:,)? (?:this|in the|in this) (week|wk|month|mth|quarter|qtr|year|yr)|(?:this|the|current) (week|wk|month|mth|quarter|qtr|year|yr),? (?:so far|to date|thus far|until now|till now|up to now))\\b",
                    (words, dates) -> dates.toDate(grain(words.group(1) == null ? words.group(2) : words.group(1)))),
            TimeRule.of("\\btoday\\b", (words, dates) -> dates.running(Grain.DAY).dates()),
            TimeRule.of("\\byesterday\\b(?!['’]?s?\\s+(?:morning|afternoon|evening|night))", (words, dates) -> dates.ago(Grain.DAY, 1)),
            TimeRule.of("\\b(?:last|this past) " + FULL_WEEKDAY + "\\b", (words, dates) -> dates.last(weekday(words.group(1)))),
            TimeRule.of("(?<=\\b(?:on|since) )" + WEEKDAY + "\\b", (words, dates) -> dates.newest(weekday(words.group(1)))),
            TimeRule.of("\\b(last|this) (?:week|wk)(?:['’]s)?,? (?:on )?(?:from )?" + WEEKDAY + "\\b(?:" + TO + WEEKDAY + "\\b)?", EnglishTime::weekdays),
            TimeRule.of("\\b" + WEEKDAY + "(?:" + TO + WEEKDAY + ")?,?(?: of| in)? (last|this) (?:week|wk)\\b", EnglishTime::weekdaysBefore),
            TimeRule.of("\\b(last|this) weekend\\b", (words, dates) -> dates.weekdays(weeksAgo(words.group(1)), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),

            TimeRule.of("\\b(?:the\\s+)?" + NEXT + "\\s+" + COUNT + "\\s+(?:full\\s+|whole\\s+)?" + GRAIN + "\\b",
                    (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b" + COUNT + "\\s+" + GRAIN + "\\s+(?:ahead|from now|out)\\b",
                    (words, dates) -> new Ahead(grain(words.group(2)), NumberWords.read(words.group(1)))),
            TimeRule.of("\\b(?:the\\s+)?" + NEXT + "\\s+" + GRAIN + "\\b", (words, dates) -> new Ahead(grain(words.group(1)), 1)),
            TimeRule.of("\\b(?:the\\s+)?" + NEXT + "\\s+fortnight\\b", (words, dates) -> new Ahead(Grain.WEEK, 2)),
            TimeRule.of("\\b(?:the\\s+)?(week|month|quarter|year) after next\\b", (words, dates) -> dates.ago(grain(words.group(1)), -2)),
            TimeRule.of("\\b(?:the\\s+)?(?:rest|remainder)\\s+of\\s+(?:the|this)\\s+(week|month|quarter|year)\\b", (words, dates) -> dates.rest(grain(words.group(1)))),
            TimeRule.of("\\btomorrow\\b", (words, dates) -> new Ahead(Grain.DAY, 1)),

            TimeRule.of("\\b(?:the\\s+)?same\\s+(?:period|time|point|stage|dates?|days?|weeks?|months?|quarters?|half)\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?:last|previous|prior|a)\\s+(?:year|yr)(?:\\s+(?:before|earlier|ago))?\\b",
                    (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\b(?:yoy|y/y|year[- ]on[- ]year|year[- ]over[- ]year)\\b", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\b(?:mom|m/m|qoq|q/q|wow|w/w|(?:month[- ]on[- ]month|month[- ]over[- ]month|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|week[- ]on[- ]week|week[- ]over[- ]week))\\b", (words, dates) -> new Relative(new Shift(false, null))),
            TimeRule.of("\\bthis\\s+(?:time|point|stage)\\s+last\\s+(?:year|yr)\\b", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("(?<=\\b(?:vs|versus|against|than|over|on|to|with)\\.? )(?-i:LY|PY)\\b", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\b(?:the\\s+)?(?:same|this)\\s+(?:period|time|point|stage)\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?:last|previous)\\s+(week|month|quarter)\\b",
                    (words, dates) -> new Elapsed(grain(words.group(1)))),
            TimeRule.of("\\bsame\\s+(?:dates|days)\\s+(?:of\\s+|in\\s+)?(?:the\\s+)?(?:last|previous)\\s+(month|quarter)\\b", (words, dates) -> new Elapsed(grain(words.group(1)))),
            TimeRule.of("\\b(?:a|one|the)\\s+year\\s+(?:earlier|before|prior|ago)(?:\\s+(?:that|then))?\\b", (words, dates) -> new Relative(new Shift(true, null))),
            TimeRule.of("\\ba\\s+(week|month|quarter)\\s+(?:earlier|before|ago)\\b", (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("\\b(?:the\\s+)?(?:previous|prior|preceding)\\s+" + GRAIN + "\\b", (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("\\b(?:the\\s+)?(?:previous|prior|preceding)\\s+" + COUNT + "\\s+(?:full\\s+|complete\\s+)?" + GRAIN + "\\b|\\bthe\\s+" + COUNT + "\\s+" + GRAIN + "\\s+(?:before|prior|preceding)(?:\\s+(?:that|it|them|those))?(?=\\s*(?:$|[,.;?!)]))",
                    (words, dates) -> previous(words.group(1) == null ? words.group(3) : words.group(1), words.group(2) == null ? words.group(4) : words.group(2))),
            TimeRule.of("\\b(?:the\\s+)(day|week|month|quarter|year)\\s+(?:before|earlier|prior|preceding)(?:\\s+that)?\\b", (words, dates) -> new Relative(new Shift(false, grain(words.group(1))))),
            TimeRule.of("\\b(?:the\\s+)?(?:previous|prior|preceding)\\s+period\\b|\\bthe\\s+period\\s+before(?:\\s+that)?\\b", (words, dates) -> new Relative(new Shift(false, null))),

            TimeRule.of("\\b(?:from\\s+)?(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\s*(?:to|until|till|through|-|–)\\s*(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\b(?:\\s+of(?=\\s+(?:last|this|the)\\s+month))?(?:\\s+the\\s+month)?",
                    (words, dates) -> new DaysOfMonth(number(words.group(1)), number(words.group(2)))),
            TimeRule.of("\\b(?:the\\s+)?(first|second|1st|2nd)\\s+half\\s+of\\s+(?=(?:(?:this|last|next)\\s+month|" + MONTH + "))",
                    (words, dates) -> ordinal(words.group(1)) == 1 ? new DaysOfMonth(1, 15) : new DaysOfMonth(16, 31)),
            TimeRule.of("\\b(?:the\\s+)?" + ORDINAL + "\\s+(?:" + COUNT + "\\s+)?" + GRAIN + "\\s+of\\s+(?:the|this|the current)\\s+(month|quarter|year)\\b",
                    (words, dates) -> TimeFrames.part(words.group(1), words.group(2), grain(words.group(3)), dates.running(grain(words.group(4))).dates())),
            TimeRule.of("(?<!\\b(?:their|his|her|its|our|my) )\\b(?:the\\s+)?first\\s+" + COUNT + "\\s+(month|quarter)s(?!\\s+(?:of|in|since|after|from)\\b)",
                    (words, dates) -> Unit.valueOf(words.group(2).toUpperCase(Locale.ROOT)).first(NumberWords.read(words.group(1)))),

            TimeRule.of("\\b(?:christmas|xmas) eve\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 24, null)),
            TimeRule.of("\\b(?:christmas|xmas) day\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 25, null)),
            TimeRule.of("\\bboxing day\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 26, null)),
            TimeRule.of("\\bnew year['’]?s['’]? eve\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(12, 31, null)),
            TimeRule.of("\\bnew year['’]?s['’]? day\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(1, 1, null)),
            TimeRule.of("\\bvalentine['’]?s['’]? day\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(2, 14, null)),
            TimeRule.of("\\bsingles['’]? day\\b" + DAY_ITSELF, (words, dates) -> NumericTime.day(11, 11, null)),
            TimeRule.of("\\b(black friday|cyber monday|good friday|easter sunday|easter monday)\\b" + DAY_ITSELF,
                    (words, dates) -> new TimeAtom.Feast(Holiday.valueOf(words.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_")), null)));

    private EnglishTime() {}

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    }

    static int ordinal(String word) {
        return Character.isDigit(word.charAt(0)) ? word.charAt(0) - '0' : NumberWords.read(word);
    }

    private static boolean isSecond(String half) {
        return List.of("2nd", "second", "back", "latter").contains(half.toLowerCase(Locale.ROOT));
    }

    static Grain grain(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "wk" -> Grain.WEEK;
            case "mth" -> Grain.MONTH;
            case "qtr" -> Grain.QUARTER;
            case "yr" -> Grain.YEAR;
            case String whole -> Grain.of(whole);
        };
    }

    private static Grain initial(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "Y" -> Grain.YEAR;
            case "Q" -> Grain.QUARTER;
            case "M" -> Grain.MONTH;
            case String week -> Grain.WEEK;
        };
    }

    static DayOfWeek weekday(String word) {
        return DayOfWeek.of(1 + List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").indexOf(word.toLowerCase(Locale.ROOT).substring(0, 3)));
    }

    private static int weeksAgo(String word) {
        return "last".equalsIgnoreCase(word) ? 1 : 0;
    }

    private static @Nullable TimeAtom weekdays(MatchResult words, RelativeDates dates) {
        return dates.weekdays(weeksAgo(words.group(1)), weekday(words.group(2)), weekday(words.group(words.group(3) == null ? 2 : 3)));
    }

    private static @Nullable TimeAtom weekdaysBefore(MatchResult words, RelativeDates dates) {
        return dates.weekdays(weeksAgo(words.group(3)), weekday(words.group(1)), weekday(words.group(words.group(2) == null ? 1 : 2)));
    }

    private static Relative previous(String count, String grain) {
        return new Relative(new Shift(false, grain(grain), NumberWords.read(count)));
    }

    private static @Nullable Integer year(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures);
    }

    private static @Nullable Integer shortYear(@Nullable String figures) {
        return figures == null ? null : Integer.valueOf(figures.length() == 2 ? 2000 + number(figures) : number(figures));
    }

    /** "Nov-25" is the month of that year, unless the year is far from the data's: then it is a day. */
    private static @Nullable TimeAtom shortYear(MatchResult words, RelativeDates dates) {
        int year = 2000 + number(words.group(2));
        boolean isDay = words.group().contains("-") && Math.abs(year - dates.now().getYear()) > 10;
        return isDay ? NumericTime.day(month(words.group(1)), number(words.group(2)), null) : new Piece(Unit.MONTH, month(words.group(1)), 0, year);
    }

    /** The running year or the one before. */
    private static boolean isNear(String shortYear, RelativeDates dates) {
        int year = 2000 + number(shortYear);
        return year == dates.now().getYear() || year == dates.now().getYear() - 1;
    }

    /** "Sept 25" in 2025: the day or the month. */
    private static @Nullable TimeAtom dayOrYear(MatchResult words, RelativeDates dates) {
        int month = month(words.group(1));
        var day = NumericTime.day(month, number(words.group(2)), null);
        var newest = day == null ? null : NumericTime.newest(day, dates);
        var whole = new Piece(Unit.MONTH, month, 0, shortYear(words.group(2)));
        var fixed = whole.fixed(2000 + number(words.group(2)));
        return newest == null || fixed == null || !isNear(words.group(2), dates) ? null : Either.of(newest, fixed);
    }

    static @Nullable TimeAtom days(int month, int first, int last, @Nullable Integer year) {
        var from = NumericTime.day(month, first, year);
        return from == null || NumericTime.day(month, last, year) == null || last < first ? null : new Piece(Unit.DAY, month, first, last - first + 1, year);
    }

    static @Nullable TimeAtom years(int first, int last) {
        return last <= first ? null : new TimeAtom.Fixed(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1));
    }

    static @Nullable TimeAtom span(Unit unit, int first, int last, @Nullable Integer year) {
        return last < first ? null : new Piece(unit, first, 0, last - first + 1, year);
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

    private static TimeAtom nextComing(int month, RelativeDates dates) {
        var from = LocalDate.of(dates.now().getYear() + (month > dates.now().getMonthValue() ? 0 : 1), month, 1);
        return new TimeAtom.Fixed(from, from.plusMonths(1));
    }
}
