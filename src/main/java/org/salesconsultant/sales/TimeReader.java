package org.salesconsultant.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.TimeAtom.Fixed;
import org.salesconsultant.sales.TimeAtom.Piece;

/**
 * Finds time expressions: the atoms of the rules, longest first, completed by their neighbours. A piece without a year takes
 * it from a year beside it, else from the nearest dated piece of the same sentence, else it is the newest that has begun.
 */
final class TimeReader {
    private static final List<TimeRule> RULES = Stream.of(NumericTime.RULES, EnglishTime.RULES, ChineseTime.RULES).flatMap(List::stream).toList();
    private static final Pattern YEAR_FOLLOWS = Pattern.compile("\\s*(?:,|of|in|的)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_PRECEDES = Pattern.compile("(?:['’]s)?\\s*[,的-]?\\s*");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:to|until|till?|through|thru|up to|-|–|—|~|～|到|至)\\s*(?:and with |the end of )?(?:the )?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s*(?:and|和|与|跟|、|&)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("(?:\\bbetween|介于|在)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_AFTER = Pattern.compile("^\\s*(?:之间|期间)");
    private static final Pattern FROM = Pattern.compile("(?:\\bfrom|\\bbetween|从|自|介于)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE = Pattern.compile("(?:\\b(?:ever )?since|\\bas of|\\bstarting(?: in| from)?)\\s*(?:the )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE_AFTER = Pattern.compile("^\\s*(?:onwards?|and later|以来|起|之后至今|至今|开始到现在|到现在)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("(?:\\b(?:until|till|up to|through|up until)|截至|截止到?|直到)\\s*(?:the end of )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile("\\bbefore\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_AFTER = Pattern.compile("^(?:以前|之前)");
    private static final Pattern AFTER = Pattern.compile("\\bafter\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_AFTER = Pattern.compile("^(?:以后|之后)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!;。？！；\\n]\\s");

    private final Periods periods;
    private final RelativeDates dates;

    TimeReader(Periods periods) {
        this.periods = periods;
        this.dates = new RelativeDates(periods.now());
    }

    /** An atom where it stands. */
    private record Placed(int start, int end, TimeAtom atom) {
        Placed with(TimeAtom other) {
            return new Placed(start, end, other);
        }
    }

    List<TimeMention> find(String raw) {
        var text = narrow(raw);
        var atoms = withBorrowedYears(text, withYearsBeside(text, atoms(text)));
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

    private List<Placed> atoms(String text) {
        List<Placed> found = new ArrayList<>();
        for (var rule : RULES) {
            var matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                var atom = rule.reading().read(matcher, dates);
                if (atom != null) {
                    found.add(new Placed(matcher.start(), matcher.end(), atom));
                }
            }
        }
        found.sort(Comparator.comparingInt(Placed::start).thenComparing(Placed::end, Comparator.reverseOrder()));
        List<Placed> kept = new ArrayList<>();
        for (var placed : found) {
            if (kept.isEmpty() || kept.getLast().end() <= placed.start()) {
                kept.add(placed);
            }
        }
        return kept;
    }

    /** "Q3" + "2011", "last year" + "'s" + "November": one atom. */
    private static List<Placed> withYearsBeside(String text, List<Placed> atoms) {
        List<Placed> merged = new ArrayList<>();
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

    private static @Nullable Placed joined(String text, Placed before, Placed after) {
        var gap = text.substring(before.end(), after.start());
        var yearBefore = wholeYear(before.atom());
        var yearAfter = wholeYear(after.atom());
        if (lacksYear(before.atom()) && yearAfter != null && YEAR_FOLLOWS.matcher(gap).matches()) {
            return new Placed(before.start(), after.end(), ((Piece) before.atom()).in(yearAfter));
        }
        if (lacksYear(after.atom()) && yearBefore != null && YEAR_PRECEDES.matcher(gap).matches()) {
            return new Placed(before.start(), after.end(), ((Piece) after.atom()).in(yearBefore));
        }
        return null;
    }

    /** "October and November 2011": October's year too, as long as the data reaches there; else from the left. */
    private List<Placed> withBorrowedYears(String text, List<Placed> atoms) {
        List<Placed> whole = new ArrayList<>(atoms);
        for (int i = whole.size() - 2; i >= 0; i--) {
            borrow(text, whole, i, i + 1);
        }
        for (int i = 1; i < whole.size(); i++) {
            borrow(text, whole, i, i - 1);
        }
        return whole;
    }

    private void borrow(String text, List<Placed> atoms, int into, int from) {
        var placed = atoms.get(into);
        var other = atoms.get(from);
        var gap = text.substring(Math.min(placed.end(), other.end()), Math.max(placed.start(), other.start()));
        if (!lacksYear(placed.atom()) || !(other.atom() instanceof Piece piece) || piece.year() == null || piece.unit() == TimeAtom.Unit.YEAR
                || SENTENCE_END.matcher(gap).find()) {
            return;
        }
        var own = (Piece) placed.atom();
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

    private @Nullable TimeMention range(String text, Placed first, Placed second) {
        var from = fixed(first.atom());
        var to = fixed(second.atom());
        if (from == null || to == null) {
            return null;
        }
        var gap = text.substring(first.end(), second.start());
        var before = text.substring(0, first.start());
        var after = text.substring(second.end());
        boolean isBetween = AND.matcher(gap).matches() && (BETWEEN.matcher(before).find() && !before.endsWith("在") || BETWEEN_AFTER.matcher(after).find());
        if (!isBetween && !RANGE.matcher(gap).matches()) {
            return null;
        }
        if (!lacksYear(first.atom()) && lacksYear(second.atom()) && to.from().isBefore(from.from())) {
            to = orElse(((Piece) second.atom()).fixed(from.from().getYear() + 1), to);
        } else if (lacksYear(first.atom()) && from.from().isAfter(to.from())) {
            from = orElse(((Piece) first.atom()).fixed(from.from().getYear() - 1), from);
        }
        if (!from.from().isBefore(to.end())) {
            return null;
        }
        var prefix = FROM.matcher(before);
        var suffix = BETWEEN_AFTER.matcher(after);
        return new TimeMention.Named(prefix.find() ? prefix.start() : first.start(), second.end() + (suffix.find() ? suffix.end() : 0),
                periods.of(from.from(), to.end()), List.of(periods.of(from.from(), from.end()), periods.of(to.from(), to.end())));
    }

    private @Nullable TimeMention single(String text, Placed placed) {
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
            case TimeAtom.Either either -> new TimeMention.Ambiguous(placed.start(), placed.end(),
                    either.readings().stream().map(reading -> periods.of(reading.from(), reading.end())).toList());
            case Fixed any -> null;
            case Piece noSuchDate -> null;
        };
    }

    /** "since March", "until May", "before 2011": one end from the words, the other from the data. */
    private TimeMention bounded(String text, Placed placed, Fixed fixed) {
        var before = text.substring(0, placed.start());
        var after = text.substring(placed.end());
        var tomorrow = periods.now().plusDays(1);
        var since = SINCE.matcher(before);
        if (since.find() && !fixed.from().isAfter(periods.now())) {
            return named(since.start(), placed.end(), fixed.from(), tomorrow);
        }
        var sinceAfter = SINCE_AFTER.matcher(after);
        if (sinceAfter.find() && !fixed.from().isAfter(periods.now())) {
            var from = FROM.matcher(before);
            return named(from.find() ? from.start() : placed.start(), placed.end() + sinceAfter.end(), fixed.from(), tomorrow);
        }
        var until = UNTIL.matcher(before);
        if (until.find() && fixed.end().isAfter(periods.firstDay())) {
            return named(until.start(), placed.end(), periods.firstDay(), earlier(fixed.end(), tomorrow));
        }
        var beforeWord = BEFORE.matcher(before);
        var beforeSuffix = BEFORE_AFTER.matcher(after);
        boolean isBefore = beforeWord.find();
        boolean isBeforeSuffix = beforeSuffix.find();
        if ((isBefore || isBeforeSuffix) && fixed.from().isAfter(periods.firstDay())) {
            return named(isBefore ? beforeWord.start() : placed.start(), placed.end() + (isBeforeSuffix ? beforeSuffix.end() : 0), periods.firstDay(), fixed.from());
        }
        var afterWord = AFTER.matcher(before);
        var afterSuffix = AFTER_AFTER.matcher(after);
        boolean isAfter = afterWord.find();
        boolean isAfterSuffix = afterSuffix.find();
        if ((isAfter || isAfterSuffix) && !fixed.end().isAfter(periods.now())) {
            return named(isAfter ? afterWord.start() : placed.start(), placed.end() + (isAfterSuffix ? afterSuffix.end() : 0), fixed.end(), tomorrow);
        }
        return named(placed.start(), placed.end(), fixed.from(), fixed.end());
    }

    private TimeMention named(int start, int end, LocalDate from, LocalDate to) {
        return new TimeMention.Named(start, end, periods.of(from, to), List.of());
    }

    private @Nullable Fixed fixed(TimeAtom atom) {
        return atom instanceof Fixed fixed ? fixed : atom instanceof Piece piece ? NumericTime.newest(piece, dates) : null;
    }

    private static boolean lacksYear(TimeAtom atom) {
        return atom instanceof Piece piece && piece.year() == null;
    }

    private static @Nullable Integer wholeYear(TimeAtom atom) {
        if (atom instanceof Piece piece) {
            return piece.unit() == TimeAtom.Unit.YEAR ? piece.year() : null;
        }
        return atom instanceof Fixed fixed && fixed.from().getDayOfYear() == 1 && fixed.end().equals(fixed.from().plusYears(1))
                ? Integer.valueOf(fixed.from().getYear()) : null;
    }

    private static Fixed orElse(@Nullable Fixed fixed, Fixed other) {
        return fixed == null ? other : fixed;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
