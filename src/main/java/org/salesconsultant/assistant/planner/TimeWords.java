package org.salesconsultant.assistant.planner;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.sales.UserError;

/**
 * The words in which a question says the times of its plan, so that "last month" is the last one whenever it is asked again.
 *
 * @param then as the question was answered
 */
record TimeWords(String question, Periods then) {
    /** More than a year, and no whole number of weeks, months or quarters. */
    private static final int LATER_DAYS = 400;

    /** @throws UserError when the question does not say a time of its plan, or not in words that can stand alone */
    Slots in(Slots slots) {
        var times = then.find(question);
        if (slots.horizon() != null && (times.isEmpty() || times.stream().anyMatch(time -> !(time instanceof TimeMention.Ahead)))) {
            throw unsaid("how far its forecast reaches");
        }
        var period = slots.period() == null ? null : then.read(slots.period());
        return slots.withPeriod(words(slots.period(), null)).withCompareTo(words(slots.compareTo(), period));
    }

    private @Nullable String words(@Nullable String planned, @Nullable Period base) {
        if (planned == null) {
            return null;
        }
        var meant = then.read(planned, base);
        if (!Objects.equals(dates(later(), planned, base), meant.from() + " " + meant.end())) {
            return planned; // relative by itself
        }
        return IntStream.range(0, then.find(question).size()).mapToObj(i -> words(i, meant, base)).flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> unsaid("the period " + meant.name()));
    }

    /** How the mention says the period, if it does. */
    private Optional<String> words(int mention, Period meant, @Nullable Period base) {
        var time = then.find(question).get(mention);
        var words = question.substring(time.start(), time.end());
        if (time instanceof TimeMention.Relative) {
            return Objects.equals(dates(then, words, base), dates(meant)) ? Optional.of(words) : Optional.empty();
        }
        var others = later().find(question);
        if (!Objects.equals(dates(time), dates(meant)) || others.size() <= mention) {
            return Optional.empty();
        }
        var afterwards = dates(others.get(mention));
        if (dates(meant).equals(afterwards)) {
            return Optional.of(meant.name());
        }
        return Objects.equals(dates(later(), words, null), afterwards) ? Optional.of(words) : Optional.empty();
    }

    private Periods later() {
        return new Periods(then.firstDay(), then.now().plus(LATER_DAYS, ChronoUnit.DAYS));
    }

    private static @Nullable String dates(Periods periods, String words, @Nullable Period base) {
        try {
            return dates(periods.read(words, base));
        } catch (UserError unreadable) {
            return null;
        }
    }

    private static @Nullable String dates(TimeMention mention) {
        return switch (mention) {
            case TimeMention.Named named -> dates(named.period());
            case TimeMention.Ahead ahead -> dates(ahead.period());
            case TimeMention.Relative relative -> null;
            case TimeMention.Ambiguous ambiguous -> null;
        };
    }

    private static String dates(Period period) {
        return period.from() + " " + period.end();
    }

    private static UserError unsaid(String what) {
        return new UserError(UserError.Category.CONFLICT, "The question does not say " + what + " in words that hold next month too.",
                "Write it into " + LearnedFile.NAME + " by hand, with a period such as \"last month\".");
    }
}
