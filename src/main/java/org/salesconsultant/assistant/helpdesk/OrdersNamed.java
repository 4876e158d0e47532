package org.salesconsultant.assistant.helpdesk;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;

/** Which order or period a customer's words name. */
final class OrdersNamed {
    /** Letters may stand before the digits, as in SO130125. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}])[A-Za-z]{0,4}[-/]?\\d{4,}(?![\\p{Alnum}])");
    private static final Pattern CODE = Pattern.compile("(?<![\\p{Alnum}])(?:[A-Z]{2,4}[-/]?\\d{3,}|\\d{5,})(?![\\p{Alnum}])");

    private OrdersNamed() {}

    /** Whether a text has what looks like the number of an order or the code of a product. */
    static boolean isNumberIn(String text) {
        return CODE.matcher(text).find();
    }

    /** What could be an order's number, in the order of the text. */
    static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /** The shortest period that is named for certain: "this year to date" names two. */
    static Optional<Period> period(String text, Periods periods) {
        return periods.find(text).stream().filter(TimeMention.Named.class::isInstance).map(mention -> ((TimeMention.Named) mention).period())
                .min(Comparator.comparingLong(period -> ChronoUnit.DAYS.between(period.from(), period.end())));
    }
}
