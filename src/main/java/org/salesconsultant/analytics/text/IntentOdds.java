package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;

/**
 * How probable each intent is for a text: what {@link IntentClassifier} rests on, without holding examples out, and so quick to learn.
 * Never says that a text is out of scope.
 */
public final class IntentOdds implements IntentLearner.Intents {
    private final List<String> intents;
    private final IntentModel model;
    private final Embedder embedder;
    private final Language language;

    private IntentOdds(List<String> intents, IntentModel model, Embedder embedder, Language language) {
        this.intents = intents;
        this.model = model;
        this.embedder = embedder;
        this.language = language;
    }

    public static IntentLearner learner(Embedder embedder) {
        return (language, examples) -> learn(embedder, language, examples);
    }

    private static IntentLearner.Intents learn(Embedder embedder, Language language, Map<String, List<String>> examples) {
        var ordered = new TreeMap<>(examples);
        ordered.values().removeIf(List::isEmpty);
        if (ordered.isEmpty()) {
            return text -> Map.of();
        }
        var intents = List.copyOf(ordered.keySet());
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        ordered.forEach((intent, its) -> its.forEach(text -> {
            texts.add(text);
            labels.add(intents.indexOf(intent));
        }));
        var model = IntentModel.fit(texts, embedder.embed(language, texts), labels.stream().mapToInt(Integer::intValue).toArray(), intents.size());
        return new IntentOdds(intents, model, embedder, language);
    }

    @Override
    public Map<String, Double> probabilities(String text) {
        var probabilities = model.probabilities(text, embedder.embed(language, List.of(text)).getFirst());
        Map<String, Double> named = new HashMap<>();
        for (int intent = 0; intent < probabilities.length; intent++) {
            named.put(intents.get(intent), (double) probabilities[intent]);
        }
        return named;
    }
}
