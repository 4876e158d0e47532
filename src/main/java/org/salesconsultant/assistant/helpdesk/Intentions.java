package org.salesconsultant.assistant.helpdesk;

import java.util.EnumMap;
import java.util.Map;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.IntentLearner.Intents;
import org.salesconsultant.sales.Language;

/** What sentences are for, learned once from the prompt's examples, in the background. Safe for many threads. */
final class Intentions {
    private final IntentLearner learner;
    private final Map<Language, Map<String, List<String>>> examples;
    private final Map<Language, CompletableFuture<Intents>> learned = new ConcurrentHashMap<>();

    Intentions(IntentLearner learner, Map<Language, Map<String, List<String>>> examples) {
        this.learner = learner;
        this.examples = examples;
    }

    void warmUp() {
        examples.keySet().forEach(this::learned);
    }

    /** The probability of each intent; they need not add up to 1. */
    Map<Intent, Double> of(Language language, String sentence) {
        var odds = new EnumMap<Intent, Double>(Intent.class);
        learned(language).join().guesses(sentence).forEach(guess -> odds.put(Intent.of(guess.intent()), guess.confidence()));
        return odds;
    }

    private CompletableFuture<Intents> learned(Language language) {
        return learned.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(() -> learner.learn(language, examples.getOrDefault(language, Map.of()), List.of())));
    }
}
