package org.salesconsultant.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Either;
import org.salesconsultant.sales.TimeAtom.Fixed;
import org.salesconsultant.sales.TimeAtom.Piece;
import org.salesconsultant.sales.TimeAtom.Vague;
import org.salesconsultant.sales.TimeAtom.Yearly;

/**
 * Finds time expressions: the atoms of the rules, longest first, completed by their neighbours and by the words around them. A
 * piece without a year takes it from a year beside it, else from the nearest dated piece of the same sentence, else it is the
 * newest that has begun. What is vague ("late November") names no period.
 */
final class TimeReader {
    private static final List<TimeRule> FIGURES_AND_ENGLISH = Stream.of(NumericTime.RULES, EnglishTime.RULES).flatMap(List::stream).toList();
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** How far before or after a date the words stand that say what it does. */
    private static final int REACH = 40;
    private static final String END_OF = "(?:the\\s+)?(?:(?:end|close)\\s+(?:of\\s+)?)?(?:the\\s+)?";
    private static final String START_OF = "(?:the\\s+)?(?:(?:very\\s+)?(?:start|beginning)\\s+(?:of\\s+)?)?(?:the\\s+)?";
    private static final Pattern YEAR_FOLLOWS = words("\\s*(?:,|of|in|的)?\\s*");
    private static final Pattern YEAR_PRECEDES = words("(?:['’]s)?\\s*[,的-]?\\s*");
    private static final Pattern DATE_OF_YEAR_TO_DATE = words("\\s*(?:to|through|until|up to|as of|as at|at|截至|截止到?|到|至)?\\s*" + END_OF);
    private static final Pattern YEAR_TO_DATE_OF = words("(?:月?[底末])?\\s*[,，的]?\\s*");
    private static final Pattern MONTH_OF_DAYS = words("\\s*[的,(]?\\s*");
    private static final Pattern DAYS_OF_MONTH = words("\\s*(?:of\\s+|in\\s+)?(?:the\\s+)?");
    private static final Pattern RANGE = words("(?:月?初)?\\s*(?:(?:right |all the way )?(?:up |through )?(?:to|until|till?)|through|thru|-|–|—|~|～|到|至|截至|截止到?|一直到|直到)\\s*(?:,?\\s*(?:and\\s+)?(?:with|including|inclusive of)\\s+)?" + END_OF);
    private static final Pattern AND = words("\\s*(?:and|和|与|跟|、|&)\\s*" + END_OF);
    private static final Pattern BETWEEN = words("(?:\\bbetween|介于|在)\\s*$");
    private static final Pattern BETWEEN_AFTER = words("^\\s*(?:之间|期间)");
    private static final Pattern TO_THE_END = words("^月?[底末](?:为止)?(?!价|部|座|料|款|端)");
    private static final Pattern FROM = words("(?:\\b(?:from|between)\\s+" + START_OF + "|\\b(?:from|between)|从|自|介于)\\s*$");
    private static final Pattern SINCE = words("(?:\\b(?:ever\\s+)?since|\\bstarting(?: in| from)?)\\s+" + START_OF + "$");
    private static final Pattern SINCE_AFTER = words("^(?:月?初)?\\s*(?:onwards?|and later|(?:to|till|until|through) (?:now|date|present|the present)\\b|以来|起|之后至今|至今|开始到现在|到现在|到目前(?:为止)?|至目前)");
    private static final Pattern AS_OF = words("(?:\\bas (?:of|at)\\s+" + END_OF + "|截[至止]到?)\\s*$");
    private static final Pattern UNTIL = words("(?:\\b(?:up to|up until|up till|until|till|through to|through)(?:,?\\s+(?:and\\s+)?including)?|直到)\\s*" + END_OF + "$");
    private static final Pattern UNTIL_AFTER = words("^月?[底末]?(?:为止|(?<=[底末])(?:之前|以前|前))");
    private static final Pattern BEFORE = words("\\bbefore\\s+" + START_OF + "$");
    private static final Pattern BEFORE_AFTER = words("^(?:以前|之前)");
    private static final Pattern AFTER = words("\\bafter\\s+" + END_OF + "$");
    private static final Pattern AFTER_AFTER = words("^月?[底末]?(?:以后|之后)");
    private static final Pattern VAGUE = words("\\b(?:late|early|mid|middle|(?:the\\s+)?(?:start|beginning|end|middle|close|turn)(?:\\s+of)?|towards?)[\\s-]+(?:the\\s+)?$");
    private static final Pattern BY = words("\\bby\\s+(?:the\\s+)?(?:end)(?:\\s+of)?\\s+(?:the\\s+)?$");
    private static final Pattern VAGUE_AFTER = words("^(?:[年月]?(?:初(?!级|次|始)|底(?!价|部|座|料|款|薪)|末(?!端|位))|年中)");
    private static final Pattern CUMULATED = words("^(?:的?累计|以来|\\s+(?:cumulative|cumulated))");
    private static final Pattern LAST_NAMED_MONTH = words("(?:the\\s+)?last\\s+(?!month|mth|full|complete|calendar)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!;。？！；\\n]\\s");

    private final Periods periods;
    private final RelativeDates dates;

    TimeReader(Periods periods) {
        this.periods = periods;
        this.dates = new RelativeDates(periods.now());
    }

    List<TimeMention> find(String raw) {
        var text = narrow(raw);
        var atoms = framed(text, withMonths(text, withLastYears(text, withElapsed(withBorrowedYears(text, withYearsBeside(text, atoms(text)))))));
        List<TimeMention> mentions = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            var first = atoms.get(i);
            var second = i + 1 < atoms.size() ? atoms.get(i + 1) : null;
            var range = second == null ? null : range(text, first, second);
            if (range != null) {
                mentions.add(range);
                i++;
            } else {
                var mention = single(text, first);
                if (mention != null) {
                    mentions.add(mention);
                }
            }
        }
        return mentions;
    }

    /** Full-width figures and signs as ASCII; positions stay. */
    private static String narrow(String text) {
        var narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= '！' && c <= '～') {
                narrow.setCharAt(i, (char) (c - '！' + '!'));
            }
        }
        return narrow.toString();
    }

    private List<PlacedTime> atoms(String text) {
        List<PlacedTime> found = new ArrayList<>();
        FIGURES_AND_ENGLISH.forEach(rule -> collect(rule, text, found));
        if (HAN.matcher(text).find()) {
            ChineseTime.RULES.forEach(rule -> collect(rule, text, found));
        }
        found.sort(Comparator.comparingInt(PlacedTime::start).thenComparing(PlacedTime::end, Comparator.reverseOrder()));
        List<PlacedTime> kept = new ArrayList<>();
        for (var placed : found) {
            if (kept.isEmpty() || kept.getLast().end() <= placed.start()) {
                kept.add(placed);
            }
        }
        return kept;
    }

    private void collect(TimeRule rule, String text, List<PlacedTime> found) {
        var matcher = rule.pattern().matcher(text);
        while (matcher.find()) {
            var atom = rule.reading().read(matcher, dates);
            if (atom != null) {
                found.add(new PlacedTime(matcher.start(), matcher.end(), atom));
            }
        }
    }

    /** "Q3" + "2011", "last year" + "'s" + "November", "this month" + "last year": one atom. */
    private List<PlacedTime> withYearsBeside(String text, List<PlacedTime> atoms) {
        List<PlacedTime> merged = new ArrayList<>();
        for (var atom : atoms) {
            var before = merged.isEmpty() ? null : merged.getLast();
            var joined = before == null ? null : joined(text, before, atom);
            if (joined != null) {
                merged.removeLast();
                merged.add(joined);
            } else {
                merged.add(atom);
            }
        }
        return merged;
    }

    private @Nullable PlacedTime joined(String text, PlacedTime before, PlacedTime after) {
        var gap = text.substring(before.end(), after.start());
        var yearBefore = wholeYear(before.atom());
        var yearAfter = wholeYear(after.atom());
        if (yearAfter != null && YEAR_FOLLOWS.matcher(gap).matches()) {
            var completed = in(before.atom(), yearAfter);
            if (completed != null) {
                return new PlacedTime(before.start(), after.end(), completed);
            }
        }
        if (yearBefore != null && YEAR_PRECEDES.matcher(gap).matches()) {
            var completed = in(after.atom(), yearBefore);
            if (completed != null) {
                return new PlacedTime(before.start(), after.end(), completed);
            }
        }
        return joinedToDate(text, gap, before, after);
    }

    private @Nullable TimeAtom in(TimeAtom atom, int year) {
        return switch (atom) {
            case Yearly yearly when yearly.year() == null -> yearly.in(year);
            case TimeAtom.Current current when current.toDate() || current.grain() != Grain.YEAR -> dates.inYear(current, year);
            case Fixed whole when whole.isYear() && whole.from().getYear() == year -> whole;
            default -> null;
        };
    }

    /** "YTD October", "October YTD", 截至11月底今年累计: from the year's first day. */
    private @Nullable PlacedTime joinedToDate(String text, String gap, PlacedTime before, PlacedTime after) {
        if (isYearToDate(before.atom()) && after.atom() instanceof Yearly end && DATE_OF_YEAR_TO_DATE.matcher(gap).matches()) {
            return sinceNewYear(before.start(), after.end(), end);
        }
        if (!(before.atom() instanceof Yearly end) || !YEAR_TO_DATE_OF.matcher(gap).matches()) {
            return null;
        }
        if (isYearToDate(after.atom())) {
            var asOf = before(AS_OF, text, before.start());
            return sinceNewYear(asOf.find() ? asOf.start() : before.start(), after.end(), end);
        }
        var asOf = before(AS_OF, text, before.start());
        var cumulated = after(CUMULATED, text, after.end());
        var year = wholeYear(after.atom());
        return year != null && asOf.find() && cumulated.find() ? sinceNewYear(asOf.start(), cumulated.end(), end.year() == null ? end.in(year) : end) : null;
    }

    private @Nullable PlacedTime sinceNewYear(int start, int end, Yearly last) {
        var fixed = NumericTime.newest(last, dates);
        return fixed == null ? null : new PlacedTime(start, end, new Fixed(fixed.end().minusDays(1).withDayOfYear(1), fixed.end()));
    }

    private static boolean isYearToDate(TimeAtom atom) {
        return atom instanceof TimeAtom.Current current && current.toDate() && current.grain() == Grain.YEAR;
    }

    /** "October and November 2011": October's year too, as long as the data reaches there; else from the left. */
    private List<PlacedTime> withBorrowedYears(String text, List<PlacedTime> atoms) {
        List<PlacedTime> whole = new ArrayList<>(atoms);
        for (int i = whole.size() - 2; i >= 0; i--) {
            borrow(text, whole, i, i + 1);
        }
        for (int i = 1; i < whole.size(); i++) {
            borrow(text, whole, i, i - 1);
        }
        return whole;
    }

    private void borrow(String text, List<PlacedTime> atoms, int into, int from) {
        var placed = atoms.get(into);
        var other = atoms.get(from);
        var gap = text.substring(Math.min(placed.end(), other.end()), Math.max(placed.start(), other.start()));
        if (!lacksYear(placed.atom()) || !(other.atom() instanceof Yearly piece) || piece.year() == null || piece instanceof Piece any && any.unit() == TimeAtom.Unit.YEAR
                || SENTENCE_END.matcher(gap).find()) {
            return;
        }
        var own = (Yearly) placed.atom();
        int year = piece.year();
        var fixed = own.fixed(year);
        boolean isRange = from > into && RANGE.matcher(gap).matches();
        var otherDates = piece.fixed(year);
        if (isRange && fixed != null && otherDates != null && fixed.from().isAfter(otherDates.from())) {
            year--;
        }
        if (fixed != null && fixed.end().isAfter(periods.firstDay())) {
            atoms.set(into, placed.with(own.in(year)));
        }
    }

    /** "The same period last month" has dates beside nothing or the running one; beside another period it is the one before that. */
    private List<PlacedTime> withElapsed(List<PlacedTime> atoms) {
        return atoms.stream().map(placed -> placed.atom() instanceof TimeAtom.Elapsed(var grain) ? placed.with(elapsed(grain, placed, atoms)) : placed).toList();
    }

    private TimeAtom elapsed(Grain grain, PlacedTime placed, List<PlacedTime> atoms) {
        boolean isOfAnother = atoms.stream().anyMatch(other -> other != placed && other.atom() instanceof Yearly || other.atom() instanceof Fixed fixed && !fixed.end().isAfter(grain.start(dates.now())));
        return isOfAnother ? new TimeAtom.Relative(new TimeMention.Shift(false, grain)) : dates.elapsed(grain);
    }

    /** "This November vs last November": the second is a year older, though the newest complete one is the same. */
    private List<PlacedTime> withLastYears(String text, List<PlacedTime> atoms) {
        List<PlacedTime> whole = new ArrayList<>();
        for (var placed : atoms) {
            var fixed = placed.atom() instanceof Fixed month && month.isMonth() ? month : null;
            boolean isRepeated = fixed != null && LAST_NAMED_MONTH.matcher(text).region(placed.start(), placed.end()).lookingAt()
                    && whole.stream().anyMatch(other -> fixed.equals(fixed(other.atom())) && !LAST_NAMED_MONTH.matcher(text).region(other.start(), other.end()).lookingAt());
            whole.add(isRepeated && fixed != null ? placed.with(new Fixed(fixed.from().minusYears(1), fixed.end().minusYears(1))) : placed);
        }
        return whole;
    }

    /** "The 1st to the 12th" of a month beside it, else of the month spoken of before, else of the newest that has them. */
    private List<PlacedTime> withMonths(String text, List<PlacedTime> atoms) {
        List<PlacedTime> whole = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            var placed = atoms.get(i);
            var before = whole.isEmpty() ? null : whole.getLast();
            var after = i + 1 < atoms.size() ? atoms.get(i + 1) : null;
            if (!(placed.atom() instanceof TimeAtom.DaysOfMonth days)) {
                whole.add(placed);
            } else if (before != null && isMonth(before) && MONTH_OF_DAYS.matcher(text.substring(before.end(), placed.start())).matches()) {
                whole.removeLast();
                whole.add(new PlacedTime(before.start(), placed.end(), in(days, month(before))));
            } else if (after != null && isMonth(after) && DAYS_OF_MONTH.matcher(text.substring(placed.end(), after.start())).matches()) {
                whole.add(new PlacedTime(placed.start(), after.end(), in(days, month(after))));
                i++;
            } else {
                whole.add(placed.with(in(days, before != null && withinMonth(before) ? month(before) : newestWith(days))));
            }
        }
        return whole;
    }

    private static TimeAtom in(TimeAtom.DaysOfMonth days, LocalDate month) {
        var dates = days.in(month);
        return dates == null ? new Vague() : dates;
    }

    private LocalDate newestWith(TimeAtom.DaysOfMonth days) {
        var month = dates.now().withDayOfMonth(1);
        return days.first() > dates.now().getDayOfMonth() ? month.minusMonths(1) : month;
    }

    private boolean isMonth(PlacedTime placed) {
        var fixed = fixed(placed.atom());
        return fixed != null && fixed.isMonth();
    }

    private boolean withinMonth(PlacedTime placed) {
        var fixed = fixed(placed.atom());
        return fixed != null && !fixed.end().isAfter(fixed.from().withDayOfMonth(1).plusMonths(1));
    }

    private LocalDate month(PlacedTime placed) {
        return Objects.requireNonNull(fixed(placed.atom())).from().withDayOfMonth(1);
    }

    /** "Week ending" + date; "week 46 (10 to 16 November)" is one and the same. */
    private List<PlacedTime> framed(String text, List<PlacedTime> atoms) {
        List<PlacedTime> whole = new ArrayList<>(atoms);
        for (int i = 0; i < whole.size(); i++) {
            var placed = whole.get(i);
            var core = fixed(placed.atom());
            var framed = core == null ? null : TimeFrames.around(text, placed, core);
            if (framed != null && takes(framed, placed, whole)) {
                whole.removeIf(other -> other.end() > framed.start() && other.start() < framed.end());
                whole.add(framed);
                whole.sort(Comparator.comparingInt(PlacedTime::start));
                i = whole.indexOf(framed);
            }
        }
        for (int i = whole.size() - 2; i >= 0; i--) {
            if (saysAgain(text, whole.get(i), whole.get(i + 1))) {
                whole.set(i, new PlacedTime(whole.get(i).start(), whole.remove(i + 1).end() + 1, whole.get(i).atom()));
            }
        }
        return whole;
    }

    /** Of other expressions a frame takes the whole or nothing. */
    private static boolean takes(PlacedTime framed, PlacedTime core, List<PlacedTime> atoms) {
        return atoms.stream().filter(other -> other != core && other.end() > framed.start() && other.start() < framed.end())
                .allMatch(other -> other.start() >= framed.start() && other.end() <= framed.end());
    }

    private boolean saysAgain(String text, PlacedTime first, PlacedTime second) {
        var gap = text.substring(first.end(), second.start()).strip();
        var dates = fixed(first.atom());
        return "(".equals(gap) && dates != null && dates.equals(fixed(second.atom())) && second.end() < text.length() && text.charAt(second.end()) == ')';
    }

    private @Nullable TimeMention range(String text, PlacedTime first, PlacedTime second) {
        var from = fixed(first.atom());
        var to = fixed(second.atom());
        if (from == null || to == null) {
            return null;
        }
        var gap = text.substring(first.end(), second.start());
        var between = before(BETWEEN, text, first.start());
        boolean isBetween = AND.matcher(gap).matches() && (between.find() && !between.group().startsWith("在") || after(BETWEEN_AFTER, text, second.end()).find());
        if (!isBetween && !RANGE.matcher(gap).matches()) {
            return null;
        }
        var year = wholeYear(first.atom());
        if (year != null && lacksYear(second.atom())) {
            to = orElse(((Yearly) second.atom()).fixed(year), to);
        } else if (!lacksYear(first.atom()) && lacksYear(second.atom()) && to.from().isBefore(from.from())) {
            to = orElse(((Yearly) second.atom()).fixed(from.from().getYear() + 1), to);
        } else if (lacksYear(first.atom()) && from.from().isAfter(to.from())) {
            from = orElse(((Yearly) first.atom()).fixed(from.from().getYear() - 1), from);
        }
        if (!from.from().isBefore(to.end())) {
            return null;
        }
        var prefix = before(FROM, text, first.start());
        var end = after(TO_THE_END, text, second.end());
        int last = end.find() ? end.end() : second.end();
        var suffix = after(BETWEEN_AFTER, text, last);
        boolean isApart = !from.end().isAfter(to.from());
        return new TimeMention.Named(prefix.find() ? prefix.start() : first.start(), suffix.find() ? suffix.end() : last,
                periods.of(from.from(), to.end()), isApart ? List.of(periods.of(from.from(), from.end()), periods.of(to.from(), to.end())) : List.of());
    }

    private @Nullable TimeMention single(String text, PlacedTime placed) {
        var fixed = fixed(placed.atom());
        if (fixed != null) {
            return bounded(text, placed, fixed);
        }
        return switch (placed.atom()) {
            case TimeAtom.Ahead ahead -> {
                var next = dates.next(ahead.grain(), Math.max(1, ahead.steps()));
                yield new TimeMention.Ahead(placed.start(), placed.end(), ahead.grain(), Math.max(1, ahead.steps()), periods.of(next.from(), next.end()));
            }
            case TimeAtom.Relative relative -> new TimeMention.Relative(placed.start(), placed.end(), relative.shift());
            case Either either -> ambiguous(placed.start(), placed.end(), either);
            case Fixed any -> null;
            case TimeAtom.Current any -> null;
            case TimeAtom.DaysOfMonth any -> null;
            case TimeAtom.Elapsed any -> null;
            case Yearly noSuchDate -> null;
            case Vague vague -> null;
        };
    }

    private TimeMention ambiguous(int start, int end, Either either) {
        return new TimeMention.Ambiguous(start, end, either.readings().stream().map(reading -> periods.of(reading.from(), reading.end())).toList());
    }

    /** "since March", "until May", "before 2011": one end from the words, the other from the data; null where it is vague. */
    private @Nullable TimeMention bounded(String text, PlacedTime placed, Fixed fixed) {
        var tomorrow = periods.now().plusDays(1);
        var since = before(SINCE, text, placed.start());
        if (since.find() && !fixed.from().isAfter(periods.now())) {
            return named(since.start(), placed.end(), fixed.from(), tomorrow);
        }
        var sinceAfter = after(SINCE_AFTER, text, placed.end());
        if (sinceAfter.find() && !fixed.from().isAfter(periods.now())) {
            var from = before(FROM, text, placed.start());
            return named(from.find() ? from.start() : placed.start(), sinceAfter.end(), fixed.from(), tomorrow);
        }
        var asOf = before(AS_OF, text, placed.start());
        if (asOf.find() && fixed.end().isAfter(periods.firstDay())) {
            return asOf(asOf.start(), text, placed.end(), earlier(fixed.end(), tomorrow));
        }
        var until = before(UNTIL, text, placed.start());
        var untilAfter = after(UNTIL_AFTER, text, placed.end());
        boolean isUntil = until.find();
        boolean isUntilAfter = untilAfter.find();
        if ((isUntil || isUntilAfter) && fixed.end().isAfter(periods.firstDay())) {
            return named(isUntil ? until.start() : placed.start(), isUntilAfter ? untilAfter.end() : placed.end(), periods.firstDay(), earlier(fixed.end(), tomorrow));
        }
        var beforeWord = before(BEFORE, text, placed.start());
        var beforeSuffix = after(BEFORE_AFTER, text, placed.end());
        boolean isBefore = beforeWord.find();
        boolean isBeforeSuffix = beforeSuffix.find();
        if ((isBefore || isBeforeSuffix) && fixed.from().isAfter(periods.firstDay())) {
            return named(isBefore ? beforeWord.start() : placed.start(), isBeforeSuffix ? beforeSuffix.end() : placed.end(), periods.firstDay(), fixed.from());
        }
        var afterWord = before(AFTER, text, placed.start());
        var afterSuffix = after(AFTER_AFTER, text, placed.end());
        boolean isAfter = afterWord.find();
        boolean isAfterSuffix = afterSuffix.find();
        if ((isAfter || isAfterSuffix) && !fixed.end().isAfter(periods.now())) {
            return named(isAfter ? afterWord.start() : placed.start(), isAfterSuffix ? afterSuffix.end() : placed.end(), fixed.end(), tomorrow);
        }
        boolean isForecast = fixed.end().isAfter(tomorrow) && before(BY, text, placed.start()).find();
        boolean isVague = before(VAGUE, text, placed.start()).find() || after(VAGUE_AFTER, text, placed.end()).find();
        return isVague && !isForecast ? null : named(placed.start(), placed.end(), fixed.from(), fixed.end());
    }

    /** "As of 30 November" counts from the first day of the data or of that year: one reading only where these are the same. */
    private TimeMention asOf(int start, String text, int dateEnd, LocalDate end) {
        var suffix = after(TO_THE_END, text, dateEnd);
        var newYear = end.minusDays(1).withDayOfYear(1);
        var all = new Fixed(periods.firstDay(), end);
        var last = suffix.find() ? suffix.end() : dateEnd;
        return newYear.isAfter(periods.firstDay()) ? ambiguous(start, last, new Either(List.of(new Fixed(newYear, end), all))) : named(start, last, all.from(), end);
    }

    private TimeMention named(int start, int end, LocalDate from, LocalDate to) {
        return new TimeMention.Named(start, end, periods.of(from, to), List.of());
    }

    private @Nullable Fixed fixed(TimeAtom atom) {
        return switch (atom) {
            case Fixed fixed -> fixed;
            case TimeAtom.Current current -> current.dates();
            case Yearly yearly -> NumericTime.newest(yearly, dates);
            default -> null;
        };
    }

    private static boolean lacksYear(TimeAtom atom) {
        return atom instanceof Yearly yearly && yearly.year() == null;
    }

    private @Nullable Integer wholeYear(TimeAtom atom) {
        return switch (atom) {
            case Piece piece -> piece.unit() == TimeAtom.Unit.YEAR ? piece.year() : null;
            case Fixed fixed when fixed.isYear() -> Integer.valueOf(fixed.from().getYear());
            case TimeAtom.Current current when !current.toDate() && current.grain() == Grain.YEAR -> Integer.valueOf(current.dates().from().getYear());
            case TimeAtom.Ahead(var grain, var steps) when grain == Grain.YEAR && steps == 1 -> Integer.valueOf(dates.now().getYear() + 1);
            default -> null;
        };
    }

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Matcher before(Pattern pattern, String text, int end) {
        return pattern.matcher(text).region(Math.max(0, end - REACH), end).useTransparentBounds(true);
    }

    private static Matcher after(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, Math.min(text.length(), start + REACH)).useTransparentBounds(true);
    }

    private static Fixed orElse(@Nullable Fixed fixed, Fixed other) {
        return fixed == null ? other : fixed;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
