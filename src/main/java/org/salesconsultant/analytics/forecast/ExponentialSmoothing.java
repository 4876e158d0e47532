package org.salesconsultant.analytics.forecast;

/**
 * Simple exponential smoothing, fitted: level[t] = level[t−1] + alpha × (value[t] − level[t−1]). Alpha and the level before the
 * first value are those of the least squared one-step errors (Hyndman, Koehler, Ord and Snyder 2008, model ANN).
 *
 * @param alpha in 0.0001 … 0.9999
 * @param start the level before the first value
 * @param level the level after the last value
 */
record ExponentialSmoothing(double alpha, double start, double level) {
    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 1 - 1e-4;
    private static final int GRID = 20;
    private static final double PRECISION = 1e-4;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** The squared errors may have several minima in alpha: a grid finds the valley, golden sections its bottom. */
    static ExponentialSmoothing fit(double[] values) {
        double best = SMALLEST;
        double least = Double.POSITIVE_INFINITY;
        double width = (LARGEST - SMALLEST) / GRID;
        for (int point = 0; point <= GRID; point++) {
            double alpha = SMALLEST + point * width;
            double squares = squaredErrors(values, alpha);
            if (squares < least) {
                least = squares;
                best = alpha;
            }
        }
        double alpha = bottom(values, Math.max(SMALLEST, best - width), Math.min(LARGEST, best + width));
        return squaredErrors(values, alpha) <= least ? of(values, alpha) : of(values, best);
    }

    /** With this alpha, and the best start for it. */
    static ExponentialSmoothing of(double[] values, double alpha) {
        double start = bestStart(values, alpha);
        double level = start;
        for (double value : values) {
            level += alpha * (value - level);
        }
        return new ExponentialSmoothing(alpha, start, level);
    }

    private static double bottom(double[] values, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftSquares = squaredErrors(values, left);
        double rightSquares = squaredErrors(values, right);
        while (high - low > PRECISION) {
            if (leftSquares < rightSquares) {
                high = right;
                right = left;
                rightSquares = leftSquares;
                left = high - GOLDEN * (high - low);
                leftSquares = squaredErrors(values, left);
            } else {
                low = left;
                left = right;
                leftSquares = rightSquares;
                right = low + GOLDEN * (high - low);
                rightSquares = squaredErrors(values, right);
            }
        }
        return (low + high) / 2;
    }

    private static double squaredErrors(double[] values, double alpha) {
        double level = bestStart(values, alpha);
        double squares = 0;
        for (double value : values) {
            double error = value - level;
            squares += error * error;
            level += alpha * error;
        }
        return squares;
    }

    /** Each error is linear in the start, error[t] = a[t] − (1 − alpha)^t × start, so the best start is a regression's slope. */
    private static double bestStart(double[] values, double alpha) {
        double level = 0;
        double weight = 1;
        double products = 0;
        double weights = 0;
        for (double value : values) {
            double error = value - level;
            products += error * weight;
            weights += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }
        return products / weights;
    }
}
