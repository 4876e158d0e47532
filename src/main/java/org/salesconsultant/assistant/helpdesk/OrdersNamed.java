package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.history.ProductCard;

/** Which order, product or period a customer's words name. */
final class OrdersNamed {
    /** Letters may stand before the digits, as in SO130125. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}])[A-Za-z]{0,4}[-/]?\\d{4,}(?![\\p{Alnum}])");
    private static final Pattern CODE = Pattern.compile("(?<![\\p{Alnum}])(?:[A-Z]{2,4}[-/]?\\d{3,}|\\d{5,})(?![\\p{Alnum}])");
    private static final Pattern WORD = Pattern.compile("[a-z]{4,}");
    /** A word that more of the products bought have in their name tells nothing. */
    private static final double TELLING = 0.05;

    private OrdersNamed() {}

    /** Whether a text has what looks like the number of an order or the code of a product. */
    static boolean isNumberIn(String text) {
        return CODE.matcher(text).find();
    }

    /** What could be an order's number, in the order of the text. */
    static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /** The period that is named for certain. */
    static Optional<Period> period(String text, Periods periods) {
        return periods.find(text).stream().filter(TimeMention.Named.class::isInstance).map(mention -> ((TimeMention.Named) mention).period()).findFirst();
    }

    /** By code, or the only one with the most words of a name, one of them telling. @param bought what the customer can mean */
    static Optional<ProductCard> product(String text, List<ProductCard> bought) {
        var folded = Names.fold(text);
        var coded = bought.stream().filter(product -> folded.contains(Names.fold(product.code()))).findFirst();
        if (coded.isPresent()) {
            return coded;
        }
        var said = words(folded);
        int most = 0;
        List<ProductCard> likest = List.of();
        for (var product : bought) {
            var shared = words(Names.fold(product.name())).stream().filter(said::contains).toList();
            boolean telling = shared.stream().anyMatch(word -> bought.stream().filter(other -> words(Names.fold(other.name())).contains(word)).count() <= Math.max(2, TELLING * bought.size()));
            if (telling && shared.size() >= most) {
                likest = shared.size() > most ? List.of(product) : Stream.concat(likest.stream(), Stream.of(product)).toList();
                most = shared.size();
            }
        }
        return likest.size() == 1 ? Optional.of(likest.getFirst()) : Optional.empty();
    }

    private static Set<String> words(String folded) {
        return WORD.matcher(folded.toLowerCase(Locale.ROOT)).results().map(found -> found.group().replaceFirst("s$", "")).collect(Collectors.toSet());
    }
}
