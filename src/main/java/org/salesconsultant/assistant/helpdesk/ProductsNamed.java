package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.history.ProductCard;

/** Which of the products that a customer bought are meant by the customer's words. */
final class ProductsNamed {
    private static final Pattern WORD = Pattern.compile("\\d+(?:\\.\\d+)? ?(?:oz|mm|ml|kg|l|g)\\b|\\p{L}{3,}");
    /** A word that more of the products bought have in their name tells nothing alone. */
    private static final double TELLING = 0.05;
    private static final int FEW = 2;
    /** More that are as likely are too many to tell of. */
    private static final int MOST = 3;

    private final Map<String, String> glossary;
    private final Set<String> unspecific;

    /** @param glossary the words of product names by what customers say for them @param unspecific words that name no product though names have them */
    ProductsNamed(Map<String, String> glossary, List<String> unspecific) {
        this.unspecific = Set.copyOf(unspecific);
        this.glossary = glossary;
    }

    /** By code, or those with the most words of a name, one of them telling; none where they are too many. */
    List<ProductCard> in(String text, List<ProductCard> bought) {
        var folded = Names.fold(text);
        var coded = bought.stream().filter(product -> folded.contains(Names.fold(product.code()))).limit(MOST).toList();
        if (!coded.isEmpty()) {
            return coded;
        }
        var said = words(translated(folded));
        var has = new HashMap<String, Integer>();
        bought.forEach(product -> words(Names.fold(product.name())).forEach(word -> has.merge(word, 1, Integer::sum)));
        var likest = likest(said, bought, has, Math.max(FEW, TELLING * bought.size()));
        return likest.size() <= MOST ? likest : List.of();
    }

    private List<ProductCard> likest(Set<String> said, List<ProductCard> bought, Map<String, Integer> has, double telling) {
        int most = 0;
        List<ProductCard> likest = new ArrayList<>();
        for (var product : bought) {
            var shared = words(Names.fold(product.name())).stream().filter(said::contains).toList();
            if (shared.size() < most || shared.stream().noneMatch(word -> !unspecific.contains(word) && has.getOrDefault(word, 0) <= telling)) {
                continue;
            }
            if (shared.size() > most) {
                likest.clear();
                most = shared.size();
            }
            likest.add(product);
        }
        return likest;
    }

    private String translated(String folded) {
        var text = new StringBuilder(folded);
        glossary.forEach((said, word) -> {
            if (folded.contains(Names.fold(said))) {
                text.append(' ').append(word);
            }
        });
        return text.toString();
    }

    private static Set<String> words(String folded) {
        return WORD.matcher(folded).results().map(MatchResult::group).map(word -> word.replace(" ", "").replaceFirst("(?<=\\p{L}{3})s$", "")).collect(Collectors.toSet());
    }
}
