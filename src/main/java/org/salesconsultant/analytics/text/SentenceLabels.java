package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.SentenceLearner;
import org.salesconsultant.sales.SentenceLearner.Labelled;

/**
 * How probable each label is for a sentence: {@link SoftmaxRegression}, whose probabilities are made honest by one temperature (Guo
 * et al., On Calibration of Modern Neural Networks, ICML 2017), fitted to sentences that were held out.
 */
public final class SentenceLabels implements SentenceLearner.Learned {
    private static final int FOLDS = 8;
    /** Neighbours in a file are of one hand: so many messages in a row are held out together. */
    private static final int MESSAGES_TOGETHER = 4;
    private static final int PLACES = 1 << 16;
    private static final int MOST_EPOCHS = 100;
    /** In Chinese, single characters tell much. */
    private static final int SHORTEST = 1;
    /** Texts embedded at once, so that what is asked meanwhile need not wait for all. */
    private static final int CHUNK = 32;
    private static final double LOWEST_TEMPERATURE = 0.4;
    private static final double STEP = 0.05;
    private static final int STEPS = 50;

    private final Embedder embedder;
    private final Language language;
    private final List<String> labels;
    private final NGrams sequences;
    private final SoftmaxRegression regression;
    private final double temperature;
    private final List<float[]> heldOut;

    private SentenceLabels(Embedder embedder, Language language, List<String> labels, NGrams sequences, SoftmaxRegression regression, double temperature, List<float[]> heldOut) {
        this.embedder = embedder;
        this.language = language;
        this.labels = labels;
        this.sequences = sequences;
        this.regression = regression;
        this.temperature = temperature;
        this.heldOut = heldOut;
    }

    public static SentenceLearner learner(Embedder embedder) {
        return (language, sentences) -> learn(embedder, language, sentences);
    }

    /** @param sentences of two labels or more */
    public static SentenceLabels learn(Embedder embedder, Language language, List<Labelled> sentences) {
        var labels = sentences.stream().map(Labelled::label).distinct().sorted().toList();
        var texts = sentences.stream().map(Labelled::text).toList();
        var own = sentences.stream().mapToInt(sentence -> labels.indexOf(sentence.label())).toArray();
        var sequences = NGrams.learn(texts, PLACES, SHORTEST);
        var vectors = vectors(embedder, language, texts);
        var features = IntStream.range(0, texts.size()).mapToObj(i -> sequences.features(texts.get(i), vectors.get(i))).toList();
        var fold = sentences.stream().mapToInt(sentence -> sentence.message() / MESSAGES_TOGETHER % FOLDS).toArray();
        var all = CompletableFuture.supplyAsync(() -> fit(features, own, labels.size(), i -> true));
        var heldOut = new float[own.length][];
        IntStream.range(0, FOLDS).parallel().forEach(held -> {
            var without = fit(features, own, labels.size(), i -> fold[i] != held);
            IntStream.range(0, own.length).filter(i -> fold[i] == held).forEach(i -> heldOut[i] = without.logits(features.get(i)));
        });
        var said = List.of(heldOut);
        return new SentenceLabels(embedder, language, labels, sequences, all.join(), temperature(said, own), said);
    }

    private static List<float[]> vectors(Embedder embedder, Language language, List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += CHUNK) {
            vectors.addAll(embedder.embed(language, texts.subList(from, Math.min(texts.size(), from + CHUNK))));
        }
        return vectors;
    }

    private static SoftmaxRegression fit(List<Features> features, int[] labels, int classes, IntPredicate from) {
        var training = IntStream.range(0, labels.length).filter(from).toArray();
        return SoftmaxRegression.fit(Arrays.stream(training).mapToObj(features::get).toList(), Arrays.stream(training).map(i -> labels[i]).toArray(), classes, PLACES, MOST_EPOCHS);
    }

    /** That with the smallest log loss. */
    private static double temperature(List<float[]> logits, int[] labels) {
        return IntStream.range(0, STEPS).mapToDouble(step -> LOWEST_TEMPERATURE + STEP * step).boxed()
                .min((one, other) -> Double.compare(loss(logits, labels, one), loss(logits, labels, other))).orElse(1.0);
    }

    private static double loss(List<float[]> logits, int[] labels, double temperature) {
        return -IntStream.range(0, labels.length).mapToDouble(i -> Math.log(Math.max(softmax(logits.get(i), temperature)[labels[i]], Float.MIN_NORMAL))).sum();
    }

    private static float[] softmax(float[] logits, double temperature) {
        var scaled = new float[logits.length];
        for (int k = 0; k < logits.length; k++) {
            scaled[k] = (float) (logits[k] / temperature);
        }
        SoftmaxRegression.softmax(scaled);
        return scaled;
    }

    @Override
    public Map<String, Double> probabilities(String sentence) {
        return byLabel(regression.logits(sequences.features(sentence, embedder.embed(language, List.of(sentence)).getFirst())));
    }

    @Override
    public List<Map<String, Double>> heldOut() {
        return heldOut.stream().map(this::byLabel).toList();
    }

    private Map<String, Double> byLabel(float[] logits) {
        var probabilities = softmax(logits, temperature);
        var byLabel = new LinkedHashMap<String, Double>();
        for (int k = 0; k < probabilities.length; k++) {
            byLabel.put(labels.get(k), (double) probabilities[k]);
        }
        return Collections.unmodifiableMap(byLabel);
    }
}
