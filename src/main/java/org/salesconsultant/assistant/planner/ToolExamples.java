package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.IntentLearner.Guess;
import org.salesconsultant.sales.IntentLearner.Intents;
import org.salesconsultant.sales.Language;

/** Example questions of each tool, and questions beyond them, learned once in the background. Safe for many threads. */
final class ToolExamples {
    private final IntentLearner learner;
    private final Map<Language, Map<String, List<String>>> texts;
    private final Map<Language, List<String>> beyond;
    private final Map<Language, CompletableFuture<Intents>> learned = new ConcurrentHashMap<>();

    /** @param texts masked examples, by language and tool @param beyond masked questions that no tool answers */
    ToolExamples(IntentLearner learner, Map<Language, Map<String, List<String>>> texts, Map<Language, List<String>> beyond) {
        this.learner = learner;
        this.texts = texts;
        this.beyond = beyond;
    }

    /** Begins to learn the examples and returns at once. */
    void warmUp() {
        for (var language : Language.values()) {
            learned(language);
        }
    }

    /** All tools, the likeliest first. @param masked the question with its names and dates masked as the examples are */
    List<Guess> guesses(Language language, String masked) {
        return learned(language).join().guesses(masked);
    }

    /** A tool's first example, masked; blank where it has none. */
    String first(Language language, String tool) {
        return texts.getOrDefault(language, Map.of()).getOrDefault(tool, List.of()).stream().findFirst().orElse("");
    }

    private CompletableFuture<Intents> learned(Language language) {
        return learned.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(
                () -> learner.learn(language, texts.getOrDefault(language, Map.of()), beyond.getOrDefault(language, List.of()))));
    }
}
