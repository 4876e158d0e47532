package org.salesconsultant.analytics.text;

import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression on a sentence vector and hashed sequences together, fitted by seeded mini-batches whose steps get
 * smaller: Adam for the vector's weights (Kingma and Ba, ICLR 2015), AdaGrad for the sequences' (Duchi, Hazan and Singer, JMLR
 * 2011), since most of them are rare. Deterministic; safe for many threads once fitted.
 */
final class SoftmaxRegression {
    private static final long SEED = 20_261_123;
    private static final int BATCH = 32;
    private static final int FEWEST_EPOCHS = 5;
    private static final double TEXTS_SEEN = 100_000;
    private static final double DENSE_STEP = 0.02;
    private static final double SPARSE_STEP = 0.03;
    private static final double DECAY = 1e-5;
    private static final double FIRST_MOMENT = 0.9;
    private static final double SECOND_MOMENT = 0.999;
    private static final float EPSILON = 1e-8f;

    private final int classes;
    private final float[][] dense;
    private final float[][] sparse;
    private final float[] bias;

    private SoftmaxRegression(int classes, int dimensions, int places) {
        this.classes = classes;
        this.dense = new float[dimensions][classes];
        this.sparse = new float[places][];
        this.bias = new float[classes];
    }

    /** @param labels class of each text, 0 … classes − 1 @param mostEpochs how often each text is learned at most */
    static SoftmaxRegression fit(List<Features> texts, int[] labels, int classes, int places, int mostEpochs) {
        var model = new SoftmaxRegression(classes, texts.getFirst().vector().length, places);
        new Fit(model, places).run(texts, labels, mostEpochs);
        return model;
    }

    /** Of each class, not normalised. */
    float[] logits(Features text) {
        var logits = bias.clone();
        for (int i = 0; i < text.vector().length; i++) {
            add(logits, dense[i], text.vector()[i]);
        }
        for (int i = 0; i < text.hashed().length; i++) {
            var row = sparse[text.hashed()[i]];
            if (row != null) {
                add(logits, row, text.weights()[i]);
            }
        }
        return logits;
    }

    private static void add(float[] sum, float[] row, float weight) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * row[k];
        }
    }

    /** In place. */
    static void softmax(float[] logits) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        float sum = 0;
        for (int k = 0; k < logits.length; k++) {
            logits[k] = (float) Math.exp(logits[k] - largest);
            sum += logits[k];
        }
        for (int k = 0; k < logits.length; k++) {
            logits[k] /= sum;
        }
    }

    /** The state of fitting. */
    private static final class Fit {
        private final SoftmaxRegression model;
        private final float[][] gradient;
        private final float[][] first;
        private final float[][] second;
        private final float[] biasSquares;
        private final float[][] squares;
        private int batches;

        Fit(SoftmaxRegression model, int places) {
            this.model = model;
            int dimensions = model.dense.length;
            this.gradient = new float[dimensions][model.classes];
            this.first = new float[dimensions][model.classes];
            this.second = new float[dimensions][model.classes];
            this.biasSquares = new float[model.classes];
            this.squares = new float[places][];
        }

        void run(List<Features> texts, int[] labels, int mostEpochs) {
            var random = new Random(SEED);
            var order = random.ints(0, texts.size()).distinct().limit(texts.size()).toArray();
            int epochs = (int) Math.clamp(TEXTS_SEEN / texts.size(), FEWEST_EPOCHS, mostEpochs);
            long steps = (long) epochs * ((texts.size() + BATCH - 1) / BATCH);
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle(order, random);
                for (int from = 0; from < order.length; from += BATCH) {
                    int to = Math.min(order.length, from + BATCH);
                    float pace = (float) (1 - (double) batches / steps);
                    for (int i = from; i < to; i++) {
                        learn(texts.get(order[i]), labels[order[i]], pace, to - from);
                    }
                    step(pace);
                }
            }
        }

        private void learn(Features text, int label, float pace, int batch) {
            var error = model.logits(text);
            softmax(error);
            error[label] -= 1;
            for (int i = 0; i < text.vector().length; i++) {
                add(gradient[i], error, text.vector()[i] / batch);
            }
            float step = (float) SPARSE_STEP * pace;
            for (int i = 0; i < text.hashed().length; i++) {
                int place = text.hashed()[i];
                if (model.sparse[place] == null) {
                    model.sparse[place] = new float[model.classes];
                    squares[place] = new float[model.classes];
                }
                descend(model.sparse[place], squares[place], error, text.weights()[i], step);
            }
            descend(model.bias, biasSquares, error, 1, step);
        }

        private static void descend(float[] row, float[] squares, float[] error, float weight, float step) {
            for (int k = 0; k < row.length; k++) {
                float slope = weight * error[k];
                squares[k] += slope * slope;
                row[k] -= step * slope / (float) Math.sqrt(squares[k] + EPSILON);
            }
        }

        private void step(float pace) {
            batches++;
            float ofFirst = (float) (1 / (1 - Math.pow(FIRST_MOMENT, batches)));
            float ofSecond = (float) (1 / (1 - Math.pow(SECOND_MOMENT, batches)));
            float step = (float) DENSE_STEP * pace;
            float decay = 1 - (float) (DECAY * DENSE_STEP) * pace;
            for (int i = 0; i < gradient.length; i++) {
                adam(model.dense[i], gradient[i], first[i], second[i], step * ofFirst, ofSecond, decay);
            }
        }

        private static void adam(float[] row, float[] gradient, float[] first, float[] second, float step, float ofSecond, float decay) {
            for (int k = 0; k < row.length; k++) {
                float slope = gradient[k];
                gradient[k] = 0;
                first[k] = (float) FIRST_MOMENT * first[k] + (float) (1 - FIRST_MOMENT) * slope;
                second[k] = (float) SECOND_MOMENT * second[k] + (float) (1 - SECOND_MOMENT) * slope * slope;
                row[k] = row[k] * decay - step * first[k] / ((float) Math.sqrt(second[k] * ofSecond) + EPSILON);
            }
        }

        private static void shuffle(int[] order, Random random) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
        }
    }
}
