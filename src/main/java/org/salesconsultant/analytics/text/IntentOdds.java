package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salesconsultant.analytics.text.HeldOut.One;
import org.salesconsultant.analytics.text.IntentModel.Odds;
import org.salesconsultant.analytics.text.Judgement.Case;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;

/**
 * How probable each intent is for a text: what {@link IntentClassifier} rests on, learned quickly, with a confidence that is
 * weighed by two signs only, so that some hundred held-out examples suffice to calibrate it.
 */
public final class IntentOdds implements IntentLearner.Intents {
    /** More of them tell a few hundred texts hardly better apart, and each fold takes as long. */
    private static final int MOST_EPOCHS = 100;
    private static final int BINS = 10;

    private final List<String> intents;
    private final IntentModel model;
    private final Judgement judgement;
    private final List<One> heldOut;
    private final Embedder embedder;
    private final Language language;

    private IntentOdds(List<String> intents, IntentModel model, List<One> heldOut, Embedder embedder, Language language) {
        this.intents = intents;
        this.model = model;
        this.judgement = judgement(heldOut);
        this.heldOut = heldOut;
        this.embedder = embedder;
        this.language = language;
    }

    public static IntentLearner learner(Embedder embedder) {
        return (language, examples, beyond) -> {
            var ordered = new TreeMap<>(examples);
            ordered.values().removeIf(List::isEmpty);
            return ordered.size() < 2 || ordered.values().stream().allMatch(texts -> texts.size() < 2) ? text -> List.of() : learn(embedder, language, ordered, beyond);
        };
    }

    /** @param examples of two intents or more, one with two texts or more @param beyond texts out of scope */
    public static IntentOdds learn(Embedder embedder, Language language, Map<String, List<String>> examples, List<String> beyond) {
        var ordered = new TreeMap<>(examples);
        var intents = List.copyOf(ordered.keySet());
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        ordered.forEach((intent, its) -> {
            texts.addAll(its);
            labels.addAll(Collections.nCopies(its.size(), intents.indexOf(intent)));
        });
        texts.addAll(beyond);
        labels.addAll(Collections.nCopies(beyond.size(), intents.size()));
        var fitted = new HeldOut(texts, embedder.embed(language, texts), labels.stream().mapToInt(Integer::intValue).toArray(), intents.size(), MOST_EPOCHS).all();
        return new IntentOdds(intents, fitted.model(), fitted.heldOut(), embedder, language);
    }

    @Override
    public List<IntentLearner.Guess> guesses(String text) {
        return model.odds(text, embedder.embed(language, List.of(text)).getFirst()).stream()
                .map(odds -> new IntentLearner.Guess(intents.get(odds.intent()), judgement.probability(signs(odds)))).toList();
    }

    /**
     * The expected calibration error, of ten equally wide bins: how far the confidence in the likeliest intent is from the share
     * that is right. Each example's comes from a model and a judgement that were fitted without its fold.
     */
    public double calibrationError() {
        var over = new double[BINS];
        for (int fold : heldOut.stream().mapToInt(One::fold).distinct().toArray()) {
            var judged = judgement(heldOut.stream().filter(one -> one.fold() != fold).toList());
            for (var one : heldOut.stream().filter(other -> other.fold() == fold).toList()) {
                double confidence = judged.probability(signs(one.guess().odds()));
                over[Math.min(BINS - 1, (int) (BINS * confidence))] += confidence - (one.isRight() ? 1 : 0);
            }
        }
        return Arrays.stream(over).map(Math::abs).sum() / heldOut.size();
    }

    private static Judgement judgement(List<One> heldOut) {
        return Judgement.fit(Judgement.smoothed(heldOut.stream().map(one -> new Case(signs(one.guess().odds()), one.isRight(), 1)).toList()));
    }

    private static double[] signs(Odds odds) {
        return new double[] {odds.against(), odds.nearer()};
    }
}
