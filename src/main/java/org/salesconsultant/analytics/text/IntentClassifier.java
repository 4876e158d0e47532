package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.salesconsultant.analytics.text.HeldOut.One;
import org.salesconsultant.analytics.text.IntentModel.Guess;
import org.salesconsultant.analytics.text.Judgement.Case;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;

/**
 * Which of the intents of examples a short text has, and how sure that is.
 *
 * <p>A softmax regression on sentence vectors and letter sequences names the likeliest intent. How sure that is follows from
 * signs of it (its odds, how much all intents make of the text, how near the intent's and the out-of-scope examples are), weighed
 * by what held-out examples taught. Deterministic; safe for many threads.
 */
public final class IntentClassifier {
    private static final int FEWEST_TEXTS = 10;
    private static final int TOGETHER = 256;
    private static final int MOST_EPOCHS = 150;
    /** Out of scope are taken to be so many of the texts to come; examples never say. */
    private static final double OUTSIDE = 0.2;

    private final List<String> intents;
    private final IntentModel model;
    private final Judgement judgement;
    private final Judgement calibration;
    private final double threshold;
    private final HeldOutScore heldOut;
    private final Embedder embedder;
    private final Language language;

    /** @param intent empty where the text is out of scope */
    public record Example(String text, String intent) {}

    /** @param intent the likeliest, empty for a blank text @param confidence the probability that it is right, 0 … 1 */
    public record Reading(String intent, double confidence) {
        /** The intent, or nothing where it is not sure enough. */
        public String orNothing(double threshold) {
            return confidence >= threshold ? intent : "";
        }
    }

    /**
     * How the classifier did on examples that it had not seen.
     *
     * @param texts in scope
     * @param accuracy share of them with the right intent, were it never to abstain
     * @param accuracyAtThreshold the same at the threshold, every abstention a mistake
     * @param outside out-of-scope texts, of held-out intents where the examples have too few
     * @param recall share of them for which it abstains
     */
    public record HeldOutScore(int texts, double accuracy, double accuracyAtThreshold, int outside, double recall) {}

    private IntentClassifier(List<String> intents, IntentModel model, List<One> heldOut, Embedder embedder, Language language) {
        this.intents = intents;
        this.model = model;
        this.embedder = embedder;
        this.language = language;
        long outside = heldOut.stream().filter(One::outside).count();
        double inside = heldOut.size() - outside;
        // balanced, lest a hundred texts out of scope count for nothing beside thousands in it
        this.judgement = Judgement.fit(heldOut.stream().map(one -> new Case(one.guess().signs(), one.isRight(), one.outside() ? inside / outside : 1)).toList());
        double share = OUTSIDE / (1 - OUTSIDE);
        this.calibration = Judgement.fit(Judgement.smoothed(heldOut.stream().map(one -> new Case(score(one.guess()), one.isRight(), one.outside() ? share * inside / outside : 1)).toList()));
        // the balanced odds are even at 0; were only a fifth out of scope, they are even here
        this.threshold = outside == 0 ? 0 : calibration.probability(new double[] {Math.log(share)});
        this.heldOut = score(heldOut);
    }

    /**
     * @param examples of two intents or more; those without an intent are out of scope
     * @throws UserError where there are too few
     */
    public static IntentClassifier train(List<Example> examples, Embedder embedder) {
        var usable = examples.stream().filter(example -> !example.text().isBlank()).toList();
        var intents = List.copyOf(new TreeSet<>(usable.stream().map(Example::intent).filter(intent -> !intent.isEmpty()).toList()));
        long inside = usable.stream().filter(example -> !example.intent().isEmpty()).count();
        if (intents.size() < 2 || inside < Math.max(FEWEST_TEXTS, intents.size() + 1)) {
            throw new UserError(UserError.Category.BAD_INPUT, intents.size() + " intents with " + inside + " examples are too few to learn from.",
                    "Give two intents or more, with at least " + FEWEST_TEXTS + " examples in all and two of some intent.");
        }
        var language = mostly(usable);
        var texts = usable.stream().map(Example::text).toList();
        var labels = usable.stream().mapToInt(example -> example.intent().isEmpty() ? intents.size() : intents.indexOf(example.intent())).toArray();
        var fitted = new HeldOut(texts, vectors(texts, embedder, language), labels, intents.size(), MOST_EPOCHS).all();
        return new IntentClassifier(intents, fitted.model(), fitted.heldOut(), embedder, language);
    }

    public List<String> intents() {
        return intents;
    }

    /** From this confidence on an intent is likelier to be right than the text out of scope; 0 where nothing shows what that is. */
    public double threshold() {
        return threshold;
    }

    public HeldOutScore heldOut() {
        return heldOut;
    }

    public Reading read(String text) {
        return read(List.of(text)).getFirst();
    }

    /** Of each text, in order. */
    public List<Reading> read(List<String> texts) {
        var written = texts.stream().filter(text -> !text.isBlank()).toList();
        var readings = IntStream.range(0, written.size()).boxed().toList();
        var vectors = vectors(written, embedder, language);
        var read = readings.parallelStream().map(i -> reading(model.guess(written.get(i), vectors.get(i)))).iterator();
        return texts.stream().map(text -> text.isBlank() ? new Reading("", 0) : read.next()).toList();
    }

    private Reading reading(Guess guess) {
        return new Reading(intents.get(guess.intent()), calibration.probability(score(guess)));
    }

    private double[] score(Guess guess) {
        return new double[] {judgement.score(guess.signs())};
    }

    private HeldOutScore score(List<One> heldOut) {
        int texts = 0;
        int right = 0;
        int sure = 0;
        int outside = 0;
        int noticed = 0;
        for (var one : heldOut) {
            boolean abstains = calibration.probability(score(one.guess())) < threshold;
            texts += one.outside() ? 0 : 1;
            right += one.isRight() ? 1 : 0;
            sure += one.isRight() && !abstains ? 1 : 0;
            outside += one.outside() ? 1 : 0;
            noticed += one.outside() && abstains ? 1 : 0;
        }
        return new HeldOutScore(texts, (double) right / texts, (double) sure / texts, outside, outside == 0 ? 0 : (double) noticed / outside);
    }

    /** Vectors of different languages do not compare: all texts are read as what most examples are. */
    private static Language mostly(List<Example> examples) {
        long chinese = examples.stream().filter(example -> Language.of(example.text()) == Language.CHINESE).count();
        return 2 * chinese > examples.size() ? Language.CHINESE : Language.ENGLISH;
    }

    private static List<float[]> vectors(List<String> texts, Embedder embedder, Language language) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += TOGETHER) {
            vectors.addAll(embedder.embed(language, texts.subList(from, Math.min(texts.size(), from + TOGETHER))));
        }
        return vectors;
    }
}
