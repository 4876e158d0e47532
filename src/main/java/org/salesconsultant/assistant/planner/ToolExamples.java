package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;

/**
 * Example questions of each tool, learned once in the background: as vectors, whose nearness says whether a question is meant for any
 * tool, and by a classifier, which tells near tools apart. Safe for many threads.
 */
final class ToolExamples {
    /** How many of a tool's examples speak for it. */
    private static final int NEAREST = 3;

    private final Embedder embedder;
    private final Map<Language, Map<String, List<String>>> texts;
    private final IntentLearner learner;
    private final Map<Language, CompletableFuture<Learned>> learned = new ConcurrentHashMap<>();

    /** @param score how near a question is to what a tool answers, 0 … 1 @param probability that of all tools it is for this one */
    record Likelihood(String tool, double score, double probability) {}

    private record Learned(Map<String, List<float[]>> vectors, IntentLearner.Intents intents) {}

    /** @param texts masked examples, by language and tool */
    ToolExamples(Embedder embedder, IntentLearner learner, Map<Language, Map<String, List<String>>> texts) {
        this.embedder = embedder;
        this.learner = learner;
        this.texts = texts;
    }

    /** Begins to embed the examples and returns at once. */
    void warmUp() {
        for (var language : Language.values()) {
            learned(language);
        }
    }

    /** All tools, the nearest first. @param masked the question with its names and dates masked as the examples are */
    List<Likelihood> rank(Language language, String masked) {
        var question = embedder.embed(language, List.of(masked)).getFirst();
        List<Likelihood> ranked = new ArrayList<>();
        var known = learned(language).join();
        var probabilities = known.intents().probabilities(masked);
        known.vectors().forEach((tool, examples) -> ranked.add(new Likelihood(tool, score(question, examples), probabilities.getOrDefault(tool, 0.0))));
        ranked.sort(Comparator.comparingDouble(Likelihood::score).reversed().thenComparing(Likelihood::tool));
        return ranked;
    }

    /** The nearest example counts most; the next ones keep a single odd example from deciding. */
    private static double score(float[] question, List<float[]> examples) {
        var nearest = examples.stream().map(example -> dot(question, example)).sorted(Comparator.reverseOrder()).limit(NEAREST).toList();
        double mean = nearest.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return nearest.isEmpty() ? 0 : 0.7 * nearest.getFirst() + 0.3 * mean;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private CompletableFuture<Learned> learned(Language language) {
        return learned.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(
                () -> new Learned(embed(language), learner.learn(language, texts.getOrDefault(language, Map.of())))));
    }

    private Map<String, List<float[]>> embed(Language language) {
        Map<String, List<float[]>> byTool = new LinkedHashMap<>();
        new HashMap<>(texts.getOrDefault(language, Map.of())).forEach((tool, examples) -> {
            if (!examples.isEmpty()) {
                byTool.put(tool, embedder.embed(language, examples));
            }
        });
        return byTool;
    }
}
