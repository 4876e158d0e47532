package org.salesconsultant.tools;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Language;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.Source;

/** How members of dimensions are written in tables and said in sentences, in the viewer's language. */
final class MemberNames {
    private final MetricReading reading;
    private final ToolContext context;

    MemberNames(MetricReading reading) {
        this.reading = reading;
        this.context = reading.context();
    }

    /** As a cell. */
    @Nullable Object cell(Dimension dimension, @Nullable Object member) {
        if (member == null) {
            return dimension.isTime() ? null : context.say("no_member", "dimension", Labels.inSentence(dimension.label(), context.language()));
        }
        if (dimension.members() == Source.WEEKDAY) {
            return weekday(member);
        }
        if (member == QueryResult.Gathered.OTHERS) {
            return context.say("others");
        }
        if (dimension.members().isComputed()) {
            return context.say("is_" + member);
        }
        return isFees(dimension, member) ? context.say("fees") : member;
    }

    /** As said in a sentence, with the preposition it needs where it is a time. */
    String said(Dimension dimension, @Nullable Object member) {
        if (member == null || !dimension.isTime()) {
            return String.valueOf(cell(dimension, member));
        }
        if (dimension.members() == Source.WEEKDAY) {
            return context.say("on_weekday", "weekday", weekday(member));
        }
        var grain = Grain.of(dimension.members().word());
        var start = start(grain, member);
        return switch (grain) {
            case DAY -> context.say("on_day", "date", context.spoken().date(start));
            case WEEK -> context.say("in_week", "date", context.spoken().date(start));
            case MONTH, QUARTER, YEAR -> context.say("in_period", "period",
                    context.spoken().period(reading.periods().between(start, grain.plus(start, 1).minusDays(1))));
        };
    }

    /** Whether it is a member one can ask about: neither unknown nor the fees. */
    static boolean isNamed(Dimension dimension, @Nullable Object member) {
        return member != null && member != QueryResult.Gathered.OTHERS && !isFees(dimension, member);
    }

    /** The first day of a step of time. */
    static LocalDate start(Grain grain, Object member) {
        var text = member.toString();
        return switch (grain) {
            case DAY, WEEK -> LocalDate.parse(text);
            case MONTH -> LocalDate.parse(text + "-01");
            case QUARTER -> LocalDate.of(Integer.parseInt(text.substring(0, 4)), 3 * (text.charAt(6) - '0') - 2, 1);
            case YEAR -> LocalDate.of(Integer.parseInt(text), 1, 1);
        };
    }

    private static boolean isFees(Dimension dimension, Object member) {
        return QueryResult.FEES.equals(member) && (dimension.members() == Source.PRODUCT || dimension.members() == Source.CATEGORY);
    }

    private String weekday(Object english) {
        return DayOfWeek.valueOf(english.toString().toUpperCase(Locale.ROOT))
                .getDisplayName(TextStyle.FULL, context.language() == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }
}
