package org.salesconsultant.sales;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Either;
import org.salesconsultant.sales.TimeAtom.Fixed;

/** Words around a date that make another stretch of it: "week ending 9 November", "the 12 months to October", 11月10日那周. */
final class TimeFrames {
    private static final int WEEK = 7;
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    /** How far from a date its frame can begin. */
    private static final int REACH = 60;
    private static final String WEEK_WORD = "(?<!\\b(?:by|per|each|every|which|what) )\\b(?:the\\s+)?(?:week|wk)";
    private static final String ON = "(?:[\\s:]*(?:on\\s+)?(?:the\\s+)?(?:mon|sun|satur|fri)?(?:day,?\\s+)?)$";
    private static final String NUMERAL = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";
    private static final String CHINESE_GRAIN = "个?(天|日|周|星期|礼拜|月|季度|季)";

    private static final List<Frame> FRAMES = List.of(
            before("(?:" + WEEK_WORD + "\\s+(?:commencing|beginning|starting)|\\bw/?c|\\bw/b)" + ON, (words, core) -> core.isDay() ? week(core.from()) : new TimeAtom.Vague()),
            before("(?:" + WEEK_WORD + "\\s+(?:ending|ended|to)|\\bw/e)" + ON, (words, core) -> core.isDay() ? new Fixed(core.end().minusDays(WEEK), core.end()) : null),
            before(WEEK_WORD + "\\s+(?:of|containing|including|with|from)\\s+(?:the\\s+)?$", (words, core) -> weekOf(core)),
            after("^\\s+(?:week|wk)\\b(?!\\s*(?:on|over|by|\\d))", (words, core) -> core.isDay() ? weekOf(core) : null),
            after("^的?(?:那|当|所在的?|这)(?:一|个)?(?:周|星期|礼拜)", (words, core) -> core.isDay() ? weekOf(core) : null),
            after("^的?(?:那|当|所在的?)个?月(?!份?的?[\\d一二三四五六七八九十])", (words, core) -> core.isDay() ? new Fixed(core.from().withDayOfMonth(1), core.from().withDayOfMonth(1).plusMonths(1)) : null),
            before("\\b(?:on\\s+)?" + EnglishTime.WEEKDAY + ",?\\s+(?:the\\s+)?$", TimeFrames::onWeekday),

            before("\\b(?:the\\s+)?(?:(?:last|past|previous|trailing|rolling|full|first)\\s+)?" + EnglishTime.COUNT + "[\\s-]+" + EnglishTime.GRAIN
                            + "\\s+(?:ended|ending|end|to|up\\s+to|until|till|through)\\s+(?:(?:in|on|at|with)\\s+)?(?:the\\s+)?(end(?:\\s+of)?\\s+)?(?:the\\s+)?$",
                    (words, core) -> ending(core, EnglishTime.grain(words.group(2)), NumberWords.read(words.group(1)), words.group(3) != null)),
            before("\\b(?:the\\s+)?(?:(?:full|half|financial|fiscal)[\\s-]+)?" + EnglishTime.GRAIN + "\\s+(?:ended|ending)\\s+(?:(?:in|on|at)\\s+)?(?:the\\s+)?(end(?:\\s+of)?\\s+)?$", TimeFrames::endingIn),
            before("\\b(?:(?:the\\s+)?half[\\s-]+|the\\s+)(year|quarter)\\s+(?:up\\s+)?to\\s+(?:the\\s+)?(end(?:\\s+of)?\\s+)?$", TimeFrames::endingIn),
            before("\\b(?:the\\s+)?" + EnglishTime.COUNT + "[\\s-]+" + EnglishTime.GRAIN + "\\s+(?:starting|beginning|from|commencing)\\s+(?:in\\s+|on\\s+|with\\s+)?(?:the\\s+)?(?:(?:start|beginning)\\s+of\\s+)?$",
                    (words, core) -> starting(core, EnglishTime.grain(words.group(2)), NumberWords.read(words.group(1)))),
            before("\\b(?:the\\s+)?(?:last\\s+)?" + EnglishTime.COUNT + "[\\s-]+" + EnglishTime.GRAIN + "\\s+(before|after|since|into|either side of)\\s+(?:the\\s+)?$",
                    (words, core) -> besides(core, EnglishTime.grain(words.group(2)), NumberWords.read(words.group(1)), words.group(3))),
            before("\\b(?:the\\s+)?weekend\\s+(?:of|around)\\s+(?:the\\s+)?$", (words, core) -> core.isDay() ? weekend(core) : new TimeAtom.Vague()),
            before("\\bhalf[\\s-]+year\\s+(?:of\\s+)?$", (words, core) -> new TimeAtom.Vague()),
            after("^[\\s-]+half[\\s-]+year\\b", (words, core) -> new TimeAtom.Vague()),
            after("^(?:到|至|-)(?:当|这个)?月[底末]", (words, core) -> core.isDay() ? new Fixed(core.from(), core.from().withDayOfMonth(1).plusMonths(1)) : null),
            around("(?:截至|截止到?|到|至)(?:的)?$", "^(?:月?[底末])?(?:为止|止)?[,，]?的?(?:过去|最近|近|前|这)?" + NUMERAL + CHINESE_GRAIN + "(?!后|前)",
                    (words, core) -> ending(core, ChineseTime.grain(words.group(2)), NumberWords.read(words.group(1)), true)),

            before("\\b(?:the\\s+)?(1st|2nd|3rd|4th|first|second|third|fourth|last|final|opening|closing)\\s+(?:" + EnglishTime.COUNT + "\\s+)?(?:full\\s+)?" + EnglishTime.GRAIN + "\\s+(?:of|in)\\s+(?:the\\s+)?$",
                    (words, core) -> part(words.group(1), words.group(2), EnglishTime.grain(words.group(3)), core)),
            before("\\bhalf\\s+of\\s+(?:the\\s+)?$", (words, core) -> new TimeAtom.Vague()),
            after("^的?(?:最前面?的?|前|头|首)" + NUMERAL + CHINESE_GRAIN + "(?!前)", (words, core) -> part(core, ChineseTime.grain(words.group(2)), 0, NumberWords.read(words.group(1)))),
            after("^的?(?:最后的?|末|后)(?:" + NUMERAL + ")?" + CHINESE_GRAIN + "(?![前后])",
                    (words, core) -> last(core, ChineseTime.grain(words.group(2)), words.group(1) == null ? 1 : NumberWords.read(words.group(1)))),
            after("^的?第" + NUMERAL + "个?(周|星期|礼拜|月)", (words, core) -> core.isYear() && !"月".equals(words.group(2)) ? null
                    : part(core, ChineseTime.grain(words.group(2)), NumberWords.read(words.group(1)) - 1, 1)),

            before("\\b(?:the\\s+)?(?:whole|full|entire)[\\s-]+(?:of\\s+)?(?:the\\s+)?(?:(?:calendar\\s+|financial\\s+|fiscal\\s+)?(?:year|month|quarter)\\s+)?(?:of\\s+)?$", (words, core) -> core),
            before("\\b(?:the\\s+)?(?:calendar\\s+|financial\\s+|fiscal\\s+)?year\\s+(?:of\\s+)?$", (words, core) -> core.isYear() ? core : null),
            after("^\\s+(?:full|whole|calendar|financial|fiscal)[\\s-]+year\\b", (words, core) -> core.isYear() ? core : null),
            before("(?:整个|全年的?)$", (words, core) -> core),
            after("^的?(?:全年|一?整年|那一?年|这一?年|当年)(?!度?[初末底])", (words, core) -> core.isYear() ? core : null),
            after("^的?(?:全月|一?整个?月|单月|当月|那个?月|这个?月)(?!初|末|底)", (words, core) -> core.isMonth() ? core : null),
            after("^的?(?:一?整个?季度?|单季度?|全季度?|当季度?|那个?季度)(?!初|末|底)", (words, core) -> core.from().plusMonths(QUARTER).equals(core.end()) ? core : null));

    private TimeFrames() {}

    /** What the words make of the date; null where they make nothing of it. */
    interface Shape {
        @Nullable TimeAtom of(MatchResult words, Fixed core);
    }

    /** @param words whose groups the shape reads: those after the date where there are any */
    private record Frame(@Nullable Pattern before, @Nullable Pattern after, Shape shape) {
        @Nullable PlacedTime around(String text, PlacedTime placed, Fixed core) {
            var leading = before == null ? null : before.matcher(text).region(Math.max(0, placed.start() - REACH), placed.start()).useTransparentBounds(true);
            var trailing = after == null ? null : after.matcher(text).region(placed.end(), text.length()).useTransparentBounds(true);
            if (leading != null && !leading.find() || trailing != null && !trailing.find()) {
                return null;
            }
            var words = trailing == null ? leading : trailing;
            var made = words == null ? null : shape.of(words, core);
            return made == null ? null : new PlacedTime(leading == null ? placed.start() : leading.start(), trailing == null ? placed.end() : trailing.end(), made);
        }
    }

    /** The date with what is around it; null where nothing is. */
    static @Nullable PlacedTime around(String text, PlacedTime placed, Fixed core) {
        for (var frame : FRAMES) {
            var framed = frame.around(text, placed, core);
            if (framed != null) {
                return framed;
            }
        }
        return null;
    }

    private static Frame before(String pattern, Shape shape) {
        return new Frame(compiled(pattern), null, shape);
    }

    private static Frame after(String pattern, Shape shape) {
        return new Frame(null, compiled(pattern), shape);
    }

    private static Frame around(String before, String after, Shape shape) {
        return new Frame(compiled(before), compiled(after), shape);
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Fixed week(LocalDate from) {
        return new Fixed(from, from.plusDays(WEEK));
    }

    private static @Nullable Fixed weekOf(Fixed core) {
        var monday = Grain.WEEK.start(core.from());
        return core.end().isAfter(monday.plusDays(WEEK)) ? null : week(monday);
    }

    private static TimeAtom onWeekday(MatchResult words, Fixed core) {
        return core.isDay() && core.from().getDayOfWeek() == EnglishTime.weekday(words.group(1)) ? core : new TimeAtom.Vague();
    }

    /** Steps up to the date's end. A date longer than a step, "the 30 days to October", does not say where they end. */
    private static TimeAtom ending(Fixed core, Grain grain, int count, boolean atEnd) {
        boolean isExact = atEnd || !core.from().isBefore(grain.plus(core.end(), -1));
        return count > 0 && isExact ? new Fixed(grain.plus(core.end(), -count), core.end()) : new TimeAtom.Vague();
    }

    private static TimeAtom endingIn(MatchResult words, Fixed core) {
        boolean isHalf = words.group().toLowerCase(Locale.ROOT).contains("half");
        return isHalf ? new Fixed(core.end().minusMonths(HALF), core.end()) : ending(core, EnglishTime.grain(words.group(1)), 1, words.group(2) != null);
    }

    /** "The 3 months before October" end where it begins; "since" would count from it to no one knows where. */
    private static TimeAtom besides(Fixed core, Grain grain, int count, String where) {
        return switch (where.toLowerCase(Locale.ROOT)) {
            case "before" -> count > 0 ? new Fixed(grain.plus(core.from(), -count), core.from()) : new TimeAtom.Vague();
            case "after" -> starting(new Fixed(core.end(), core.end().plusDays(1)), grain, count);
            case String other -> new TimeAtom.Vague();
        };
    }

    private static Fixed weekend(Fixed core) {
        var saturday = Grain.WEEK.start(core.from()).with(DayOfWeek.SATURDAY);
        return new Fixed(saturday, saturday.plusDays(2));
    }

    private static TimeAtom starting(Fixed core, Grain grain, int count) {
        return count > 0 ? new Fixed(core.from(), grain.plus(core.from(), count)) : new TimeAtom.Vague();
    }

    /** "The first two months of", "the second week of", "the last quarter of". @param count null: one */
    static TimeAtom part(String ordinal, @Nullable String count, Grain grain, Fixed core) {
        int steps = count == null ? 1 : NumberWords.read(count);
        return switch (ordinal.toLowerCase(Locale.ROOT)) {
            case "last", "final", "closing" -> last(core, grain, steps);
            case "opening" -> part(core, grain, 0, steps);
            case String nth -> EnglishTime.ordinal(nth) > 1 && count != null ? new TimeAtom.Vague() : part(core, grain, EnglishTime.ordinal(nth) - 1, steps);
        };
    }

    private static TimeAtom part(Fixed core, Grain grain, int skipped, int count) {
        var days = stretch(core, grain, grain.plus(core.from(), skipped), count);
        if (grain != Grain.WEEK || days == null) {
            return days == null ? new TimeAtom.Vague() : days;
        }
        var firstMonday = core.isYear() ? Grain.WEEK.start(core.from().plusDays(QUARTER)) : core.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return Either.of(days, new Fixed(firstMonday.plusWeeks(skipped), firstMonday.plusWeeks((long) skipped + count)));
    }

    private static TimeAtom last(Fixed core, Grain grain, int count) {
        var days = stretch(core, grain, grain.plus(core.end(), -count), count);
        if (grain != Grain.WEEK || days == null) {
            return days == null ? new TimeAtom.Vague() : days;
        }
        var end = Grain.WEEK.start(core.end());
        return Either.of(days, new Fixed(end.minusWeeks(count), end));
    }

    /** Null where it is not whole steps within the date. */
    private static @Nullable Fixed stretch(Fixed core, Grain grain, LocalDate from, int count) {
        var end = grain.plus(from, count);
        boolean isWhole = grain == Grain.WEEK || grain.start(from).equals(from);
        return count < 1 || from.isBefore(core.from()) || end.isAfter(core.end()) || !isWhole ? null : new Fixed(from, end);
    }
}
