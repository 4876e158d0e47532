package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;

/** Phrases of the prompt that speak for an intent wherever they stand in a sentence. */
final class Cues {
    private static final String GAP = "…";
    /** What may stand in a phrase's gap: three words, or as much in Chinese. */
    private static final String WORDS_BETWEEN = "(?: [^ ]+){0,3} ";
    private static final String CHARACTERS_BETWEEN = ".{0,8}?";

    private final Map<Language, Map<Intent, List<Pattern>>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, List<Pattern>> asking = new EnumMap<>(Language.class);

    /** @param phrases by intent and language code; "…" stands for up to three words @param asking phrases that make a sentence a question or a request, by language code */
    Cues(Map<String, Map<String, List<String>>> phrases, Map<String, List<String>> asking) {
        asking.forEach((code, its) -> this.asking.put(Language.ofCode(code), its.stream().map(phrase -> pattern(phrase, Language.ofCode(code))).toList()));
        phrases.forEach((intent, byLanguage) -> byLanguage.forEach((code, its) -> {
            var language = Language.ofCode(code);
            patterns.computeIfAbsent(language, any -> new EnumMap<>(Intent.class)).computeIfAbsent(Intent.of(intent), any -> new ArrayList<>())
                    .addAll(its.stream().map(phrase -> pattern(phrase, language)).toList());
        }));
    }

    /** The intents that have phrases at all: a sentence without any of them is the less for that intent. */
    Set<Intent> known(Language language) {
        return patterns.getOrDefault(language, Map.of()).keySet();
    }

    boolean asks(String sentence, Language language) {
        return sentence.contains("?") || sentence.contains("？") || asking.getOrDefault(language, List.of()).stream().anyMatch(pattern -> pattern.matcher(folded(sentence, language)).find());
    }

    Set<Intent> in(String sentence, Language language) {
        var folded = folded(sentence, language);
        var found = EnumSet.noneOf(Intent.class);
        patterns.getOrDefault(language, Map.of()).forEach((intent, its) -> {
            if (its.stream().anyMatch(pattern -> pattern.matcher(folded).find())) {
                found.add(intent);
            }
        });
        return found;
    }

    private static String folded(String sentence, Language language) {
        var folded = Names.fold(sentence).replace('’', '\'');
        return language == Language.CHINESE ? folded : " " + folded.replaceAll("[^\\p{Alnum}'%]+", " ").strip() + " ";
    }

    private static Pattern pattern(String phrase, Language language) {
        boolean isChinese = language == Language.CHINESE;
        var parts = Stream.of(phrase.split(GAP)).map(part -> Pattern.quote(Names.fold(part)));
        return Pattern.compile(isChinese ? parts.collect(Collectors.joining(CHARACTERS_BETWEEN)) : " " + parts.collect(Collectors.joining(WORDS_BETWEEN)) + " ");
    }
}
