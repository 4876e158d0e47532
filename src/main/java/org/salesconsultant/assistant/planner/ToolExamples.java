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
import org.salesconsultant.sales.Language;

/**
 * Example questions of each tool as vectors, computed once in the background; the tool of the nearest ones is the likeliest.
 * Safe for many threads.
 */
final class ToolExamples {
    /** How many of a tool's examples speak for it. */
    private static final int NEAREST = 3;

    private final Embedder embedder;
    private final Map<Language, Map<String, List<String>>> texts;
    private final Map<Language, CompletableFuture<Map<String, List<float[]>>>> vectors = new ConcurrentHashMap<>();

    /** How near a question is to what a tool answers, 0 … 1. */
    record Likelihood(String tool, double score) {}

    /** @param texts masked examples, by language and tool */
    ToolExamples(Embedder embedder, Map<Language, Map<String, List<String>>> texts) {
        this.embedder = embedder;
        this.texts = texts;
    }

    /** Begins to embed the examples and returns at once. */
    void warmUp() {
        for (var language : Language.values()) {
            vectors(language);
        }
    }

    /** All tools, the likeliest first. @param masked the question with its names and dates masked as the examples are */
    List<Likelihood> rank(Language language, String masked) {
        var question = embedder.embed(language, List.of(masked)).getFirst();
        List<Likelihood> ranked = new ArrayList<>();
        vectors(language).join().forEach((tool, examples) -> ranked.add(new Likelihood(tool, score(question, examples))));
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

    private CompletableFuture<Map<String, List<float[]>>> vectors(Language language) {
        return vectors.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(() -> embed(language)));
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
