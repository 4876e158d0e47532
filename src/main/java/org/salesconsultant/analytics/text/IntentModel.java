package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One fit to some of the examples: which intent a text is likeliest for, and the signs of whether that is right. */
final class IntentModel {
    /** Numbers held for the sequences' weights at most, so that many intents do not take all memory. */
    private static final int MOST_WEIGHTS = 5_000_000;
    private static final int MOST_PLACES = 1 << 14;
    private static final int NEAREST = 3;
    private static final double SURE = 1e-6;

    private final int intents;
    private final NGrams sequences;
    private final SoftmaxRegression regression;
    private final List<List<Features>> examples;
    private final List<Features> outside;

    /** @param intent likeliest @param signs what speaks for it being right, each larger the more */
    record Guess(int intent, double[] signs, Odds odds) {}

    /**
     * The two strongest signs, of any intent.
     *
     * @param against log odds against all else, out of scope included; not calibrated
     * @param nearer how much nearer the intent's examples are than those out of scope
     */
    record Odds(int intent, double against, double nearer) {}

    private IntentModel(int intents, NGrams sequences, SoftmaxRegression regression, List<List<Features>> examples, List<Features> outside) {
        this.intents = intents;
        this.sequences = sequences;
        this.regression = regression;
        this.examples = examples;
        this.outside = outside;
    }

    /** @param labels of each text 0 … intents − 1, or {@code intents} where it is out of scope @param mostEpochs how often each text is learned at most */
    static IntentModel fit(List<String> texts, List<float[]> vectors, int[] labels, int intents, int mostEpochs) {
        int places = Math.max(1 << 8, Integer.highestOneBit(Math.min(MOST_PLACES, MOST_WEIGHTS / (intents + 1))));
        var sequences = NGrams.learn(texts, places);
        var features = IntStream.range(0, texts.size()).mapToObj(i -> sequences.features(texts.get(i), vectors.get(i))).toList();
        List<List<Features>> byIntent = new ArrayList<>();
        for (int intent = 0; intent <= intents; intent++) {
            byIntent.add(new ArrayList<>());
        }
        for (int i = 0; i < labels.length; i++) {
            byIntent.get(labels[i]).add(features.get(i));
        }
        var outside = byIntent.removeLast();
        return new IntentModel(intents, sequences, SoftmaxRegression.fit(features, labels, intents + 1, places, mostEpochs), byIntent, outside);
    }

    Guess guess(String text, float[] vector) {
        var features = sequences.features(text, vector);
        var logits = regression.logits(features);
        int best = -1;
        int second = -1;
        for (int intent = 0; intent < intents; intent++) {
            if (best < 0 || logits[intent] > logits[best]) {
                second = best;
                best = intent;
            } else if (second < 0 || logits[intent] > logits[second]) {
                second = intent;
            }
        }
        double others = 0;
        for (int intent = 0; intent < intents; intent++) {
            others += intent == best ? 0 : Math.exp(logits[intent] - logits[best]);
        }
        double near = nearest(features, examples.get(best));
        return new Guess(best, new double[] {-Math.log(others + SURE), second < 0 ? 0 : logits[best] - logits[second],
            logits[best] + Math.log1p(others), outside.isEmpty() ? 0 : logits[best] - logits[intents], near,
            outside.isEmpty() ? 0 : near - nearest(features, outside), sequences.known(text)}, odds(features, logits, best));
    }

    /** Of all intents, the likeliest first. */
    List<Odds> odds(String text, float[] vector) {
        var features = sequences.features(text, vector);
        var logits = regression.logits(features);
        return IntStream.range(0, intents).mapToObj(intent -> odds(features, logits, intent)).sorted(Comparator.comparingDouble(Odds::against).reversed()).toList();
    }

    private Odds odds(Features features, float[] logits, int intent) {
        double others = 0;
        for (int other = 0; other < (outside.isEmpty() ? intents : intents + 1); other++) {
            others += other == intent ? 0 : Math.exp(logits[other] - logits[intent]);
        }
        return new Odds(intent, -Math.log(others + SURE), nearest(features, examples.get(intent)) - nearest(features, outside));
    }

    private static double nearest(Features features, List<Features> examples) {
        return examples.stream().map(features::likeness).sorted(Comparator.reverseOrder()).limit(NEAREST).mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
