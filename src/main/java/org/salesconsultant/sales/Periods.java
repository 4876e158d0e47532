package org.salesconsultant.sales;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads periods from words, English or Chinese, relative to the data's "now" (DESIGN.md §2). The one reader of dates in
 * questions and arguments. Equal dates get equal names, and each name reads back to its dates.
 *
 * @param firstDay the oldest order date
 * @param now the newest order date
 */
public record Periods(LocalDate firstDay, LocalDate now) {
    private static final Pattern ALL = Pattern.compile("(?:the\\s+)?(?:all|whole|full|entire)(?:\\s+the)?(?:\\s+(?:data|time|period|history|dates))?|ever|overall|全部(?:数据|时间)?|所有(?:数据|时间)|有史以来", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLER = Pattern.compile("(?:\\b(?:in|the|of|during|for|over|on|within|through|from)\\b|[\\s,的在]|期间|内)*", Pattern.CASE_INSENSITIVE);

    /** All data. */
    public Period all() {
        return new Period("all data", firstDay, now.plusDays(1), false);
    }

    /** The time expressions in a text, in order; they do not overlap. */
    public List<TimeMention> find(String text) {
        return new TimeReader(this).find(text);
    }

    /** @throws UserError when the words name no period, or can be read in two ways */
    public Period read(String words) {
        return read(words, null);
    }

    /**
     * @param base what {@code same period last year} or {@code previous quarter} refer to; null where there is none
     * @throws UserError when the words name no period, or can be read in two ways
     */
    public Period read(String words, @Nullable Period base) {
        var text = words.strip();
        if (ALL.matcher(text).matches()) {
            return all();
        }
        var mentions = find(text);
        if (mentions.size() != 1 || !isAll(text, mentions.getFirst())) {
            throw unreadable(words);
        }
        return switch (mentions.getFirst()) {
            case TimeMention.Named named -> named.period();
            case TimeMention.Ahead ahead -> ahead.period();
            case TimeMention.Relative relative -> shift(relative.shift(), base);
            case TimeMention.Ambiguous ambiguous -> throw new UserError(UserError.Category.BAD_INPUT,
                    "\"" + words + "\" can be " + ambiguous.readings().stream().map(Period::name).collect(Collectors.joining(" or ")) + ".",
                    "Write the month as a word.");
        };
    }

    /** @param base null: the stretch before the running one @throws UserError when the words need another period and there is none */
    public Period shift(TimeMention.Shift shift, @Nullable Period base) {
        if (base == null) {
            if (shift.grain() == null || shift.yearEarlier()) {
                throw new UserError(UserError.Category.BAD_INPUT, "It is not said what the period is compared with.", "Name both periods.");
            }
            var last = new RelativeDates(now).last(shift.grain(), shift.steps());
            return of(last.from(), last.end());
        }
        if (shift.yearEarlier()) {
            return of(base.from().minusYears(1), base.end().minusYears(1));
        }
        return shift.grain() == null ? before(base) : of(shift.grain().plus(shift.grain().start(base.from()), -shift.steps()), shift.grain().start(base.from()));
    }

    /** The stretch of the same length just before. */
    public Period before(Period period) {
        if (period.from().getDayOfMonth() == 1 && period.end().getDayOfMonth() == 1) {
            long months = ChronoUnit.MONTHS.between(period.from(), period.end());
            return of(period.from().minusMonths(months), period.from());
        }
        return of(period.from().minusDays(ChronoUnit.DAYS.between(period.from(), period.end())), period.from());
    }

    /** @throws UserError when the last day is before the first */
    public Period between(LocalDate from, LocalDate lastDay) {
        if (lastDay.isBefore(from)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The period ends before it begins: " + from + " to " + lastDay + ".",
                    "Swap the two dates.");
        }
        return of(from, lastDay.plusDays(1));
    }

    /** A running period is partial: it holds the newest date and goes on after it. */
    Period of(LocalDate from, LocalDate end) {
        return new Period(PeriodName.of(from, end), from, end, !now.isBefore(from) && now.isBefore(end.minusDays(1)));
    }

    private static boolean isAll(String text, TimeMention mention) {
        return FILLER.matcher(text.substring(0, mention.start())).matches() && FILLER.matcher(text.substring(mention.end())).matches();
    }

    private static UserError unreadable(String words) {
        return new UserError(UserError.Category.BAD_INPUT, "\"" + words + "\" names no period.",
                "Say it like \"last quarter\", \"November 2011\", \"Q3 2011\" or \"2011-07-01 to 2011-09-30\".");
    }
}
