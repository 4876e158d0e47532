package org.salesconsultant.analytics.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.salesconsultant.analytics.text.IntentModel.Guess;

/**
 * What models said of examples that they had not seen (cross-validation). Where too few examples are out of scope to learn from,
 * whole intents are held out too, a few in each fold: what is of none of the others is out of their scope.
 */
final class HeldOut {
    private static final int MANY = 3_000;
    private static final int FEW_FOLDS = 3;
    private static final int FOLDS = 5;
    /** With fewer out-of-scope examples than this, held-out intents stand beside them. */
    private static final int ENOUGH_OUTSIDE = 30;
    private static final int FEWEST_LEFT = 2;
    private static final int NEVER = -1;
    /** Of the intents, at most about this part is held out at once. */
    private static final int INTENTS_PART = 8;

    private final List<String> texts;
    private final List<float[]> vectors;
    private final int[] labels;
    private final int intents;
    private final int mostEpochs;
    private final int folds;
    private final int[] fold;
    private final boolean holdsOutIntents;

    /** One held-out example. @param intent its own; the number of intents where it is out of scope @param fold that it was held out with */
    record One(Guess guess, int intent, boolean outside, int fold) {
        boolean isRight() {
            return !outside && guess.intent() == intent;
        }
    }

    HeldOut(List<String> texts, List<float[]> vectors, int[] labels, int intents, int mostEpochs) {
        this.texts = texts;
        this.vectors = vectors;
        this.labels = labels;
        this.intents = intents;
        this.mostEpochs = mostEpochs;
        this.folds = texts.size() >= MANY ? FEW_FOLDS : FOLDS;
        this.fold = new int[labels.length];
        var counts = new int[intents + 1];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        var next = new int[intents + 1];
        // neighbours in a file are often one sentence said twice: they belong into one fold
        Arrays.setAll(fold, i -> counts[labels[i]] == 1 ? NEVER : (next[labels[i]]++ * folds / counts[labels[i]] + labels[i]) % folds);
        this.holdsOutIntents = counts[intents] < ENOUGH_OUTSIDE && intents > FEWEST_LEFT;
    }

    /** A model of all examples, and what the others said of what was held out from them. */
    record Fitted(IntentModel model, List<One> heldOut) {}

    /** On all cores. */
    Fitted all() {
        var model = CompletableFuture.supplyAsync(() -> IntentModel.fit(texts, vectors, labels, intents, mostEpochs));
        var heldOut = IntStream.range(0, folds).parallel().mapToObj(this::of).flatMap(List::stream).toList();
        return new Fitted(model.join(), heldOut);
    }

    private List<One> of(int held) {
        var known = IntStream.range(0, intents).filter(intent -> !isHeldOut(intent, held)).toArray();
        var place = new int[intents + 1];
        Arrays.fill(place, -1);
        IntStream.range(0, known.length).forEach(i -> place[known[i]] = i);
        place[intents] = known.length;
        var training = IntStream.range(0, labels.length).filter(i -> fold[i] != held && place[labels[i]] >= 0).toArray();
        List<One> said = new ArrayList<>();
        if (training.length == 0) {
            return said;
        }
        var model = IntentModel.fit(Arrays.stream(training).mapToObj(texts::get).toList(), Arrays.stream(training).mapToObj(vectors::get).toList(),
                Arrays.stream(training).map(i -> place[labels[i]]).toArray(), known.length, mostEpochs);
        for (int i = 0; i < labels.length; i++) {
            boolean outside = labels[i] == intents || isHeldOut(labels[i], held);
            if (fold[i] == held) {
                var guess = model.guess(texts.get(i), vectors.get(i));
                said.add(new One(new Guess(known[guess.intent()], guess.signs(), guess.odds()), labels[i], outside, held));
            }
        }
        return said;
    }

    private boolean isHeldOut(int intent, int held) {
        int groups = Math.max(folds, Math.min(INTENTS_PART, intents));
        return holdsOutIntents && intent < intents && intent % groups == held;
    }
}
