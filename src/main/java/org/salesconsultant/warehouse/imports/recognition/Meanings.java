package org.salesconsultant.warehouse.imports.recognition;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.warehouse.imports.fields.Field;

/** How near headers are in meaning to the words of fields, by sentence vectors; asked only for headers that words alone leave open. */
final class Meanings {
    /** Nothing is near anything. */
    static final Meanings NONE = new Meanings();

    /** Vectors of two or three words are near one another more often than their meanings are: one field has to stand out, and stays a question. */
    private static final Map<Language, Double> LEAST = Map.of(Language.ENGLISH, 0.6, Language.CHINESE, 0.7);
    private static final double AHEAD = 0.06;
    private static final double AT_BEST = 0.65;
    private static final int WORDS_OF_A_FIELD = 3;

    private final Map<Integer, Map<Field, Double>> near = new HashMap<>();

    private Meanings() {}

    /** @param columns whose headers are asked about @param fields that they could be */
    static Meanings of(@Nullable Embedder embedder, Look look, Vocabulary vocabulary, Collection<Integer> columns, Collection<Field> fields) {
        if (embedder == null || columns.isEmpty() || fields.isEmpty()) {
            return NONE;
        }
        var meanings = new Meanings();
        for (var language : Language.values()) {
            var asked = columns.stream().filter(column -> Language.of(look.sample().header().get(column)) == language).toList();
            if (!asked.isEmpty()) {
                meanings.compare(embedder, language, look, vocabulary, asked, List.copyOf(fields));
            }
        }
        return meanings;
    }

    /** As a header would say it, 0 to 1. */
    double near(int column, Field field) {
        return near.getOrDefault(column, Map.of()).getOrDefault(field, 0.0);
    }

    private void compare(Embedder embedder, Language language, Look look, Vocabulary vocabulary, List<Integer> columns, List<Field> fields) {
        var headers = embedder.embed(language, columns.stream().map(column -> spoken(look.sample().header().get(column))).toList());
        var scores = new HashMap<Field, double[]>();
        for (var field : fields) {
            var words = vocabulary.texts().getOrDefault(field, List.of()).stream().filter(word -> Language.of(word) == language).limit(WORDS_OF_A_FIELD).toList();
            if (!words.isEmpty()) {
                var vectors = embedder.embed(language, words);
                scores.put(field, headers.stream().mapToDouble(header -> vectors.stream().mapToDouble(vector -> dot(vector, header)).max().orElse(0)).toArray());
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            var ranked = scores.entrySet().stream().sorted(Comparator.comparingDouble(entry -> -entry.getValue()[at])).toList();
            double best = ranked.isEmpty() ? 0 : ranked.getFirst().getValue()[at];
            double next = ranked.size() < 2 ? 0 : ranked.get(1).getValue()[at];
            if (best >= LEAST.getOrDefault(language, 1.0) && best - next >= AHEAD) {
                near.put(columns.get(i), Map.of(ranked.getFirst().getKey(), Math.min(AT_BEST, best)));
            }
        }
    }

    private static String spoken(String header) {
        var words = HeaderWords.parted(header);
        return words.isEmpty() ? header : words;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
