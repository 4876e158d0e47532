package org.salesconsultant.assistant.helpdesk;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.history.CustomerOrders.Sort;

/** Which of their orders customers ask for by a superlative: the first one, the largest, the last three. */
final class OrdersAsked {
    private static final String COUNT = "#";
    private static final int MOST = 20;

    private final Map<Language, List<Phrase>> phrases;

    private record Phrase(Sort sort, Pattern pattern) {}

    /** @param count how many */
    record Asked(Sort sort, int count) {}

    /** @param phrases by sort and language code; "#" stands for a number in digits or in words */
    OrdersAsked(Map<Sort, Map<String, List<String>>> phrases) {
        this.phrases = Map.of(Language.ENGLISH, phrases(phrases, Language.ENGLISH), Language.CHINESE, phrases(phrases, Language.CHINESE));
    }

    private static List<Phrase> phrases(Map<Sort, Map<String, List<String>>> phrases, Language language) {
        return phrases.entrySet().stream().flatMap(entry -> entry.getValue().getOrDefault(language.code(), List.of()).stream()
                .map(phrase -> new Phrase(entry.getKey(), pattern(phrase, language)))).toList();
    }

    private static Pattern pattern(String phrase, Language language) {
        boolean isChinese = language == Language.CHINESE;
        var parts = Stream.of(phrase.split(COUNT, -1)).map(Pattern::quote).toList();
        return Pattern.compile((isChinese ? "" : "\\b") + String.join(isChinese ? "(\\d+|[一二两三四五六七八九十]+)" : "(\\d+|[a-z]+)", parts) + (isChinese ? "" : "\\b"));
    }

    Optional<Asked> in(String text) {
        var language = Language.of(text);
        var folded = Names.fold(text);
        return phrases.getOrDefault(language, List.of()).stream().flatMap(phrase -> phrase.pattern().matcher(folded).results()
                .flatMap(found -> found.groupCount() == 0 ? Stream.of(1) : count(found.group(1), language).stream()).map(count -> new Asked(phrase.sort(), count))).findFirst();
    }

    private static Optional<Integer> count(String word, Language language) {
        if (word.chars().allMatch(Character::isDigit)) {
            return Optional.of(Math.clamp(Long.parseLong(word), 1, MOST));
        }
        var at = new ParsePosition(0);
        var number = new RuleBasedNumberFormat(language == Language.CHINESE ? Locale.CHINESE : Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT).parse(word.replace('两', '二'), at);
        return at.getIndex() == word.length() && number.intValue() > 0 ? Optional.of(Math.min(number.intValue(), MOST)) : Optional.empty();
    }
}
