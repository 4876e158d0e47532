package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The seasonal pattern of a series: one index for each position in the season, the first for the history's first value.
 * Found by classical decomposition (centred moving average) where the autocorrelation at the season's lag is significant at
 * 90 %, as Assimakopoulos and Nikolopoulos (2000) deseasonalise. Multiplicative; additive where a value is negative.
 */
final class Seasonality {
    private static final double NORMAL_90_TWO_SIDED = 1.644854;
    /** A position under this share of the average is as good as closed, like Saturdays in many trades. */
    private static final double CLOSED = 0.02;

    private final double[] indices;
    private final boolean multiplicative;

    private Seasonality(double[] indices, boolean multiplicative) {
        this.indices = indices;
        this.multiplicative = multiplicative;
    }

    /** @return of no effect where there is no significant season, or fewer than two of them and one value */
    static Seasonality of(double[] history, int season) {
        if (!isFound(history, season)) {
            return new Seasonality(new double[] {1}, true);
        }
        boolean multiplicative = Arrays.stream(history).allMatch(value -> value >= 0);
        return new Seasonality(indices(history, season, multiplicative), multiplicative);
    }

    /** The history without it; a closed step has nothing to say and takes the value of its neighbour. */
    double[] removed(double[] history) {
        var rest = new double[history.length];
        double before = rest(history, IntStream.range(0, history.length).filter(t -> !isClosed(t)).findFirst().orElse(0));
        for (int t = 0; t < history.length; t++) {
            rest[t] = isClosed(t) ? before : rest(history, t);
            before = rest[t];
        }
        return rest;
    }

    private double rest(double[] history, int t) {
        double index = indices[t % indices.length];
        return multiplicative ? history[t] / index : history[t] - index;
    }

    private boolean isClosed(int t) {
        return multiplicative && indices[t % indices.length] < CLOSED;
    }

    /** @param t counted from the history's first value, beyond its end too */
    double restore(double value, int t) {
        double index = indices[t % indices.length];
        return multiplicative ? value * index : value + index;
    }

    /** What one unit of the deseasonalised series is at this time. */
    double scale(int t) {
        return multiplicative ? indices[t % indices.length] : 1;
    }

    /** Whether there are more than two seasons to see it in, and it is significant. */
    static boolean isFound(double[] history, int season) {
        return season > 1 && history.length > 2 * season && isSignificant(history, season);
    }

    private static boolean isSignificant(double[] history, int season) {
        double mean = Arrays.stream(history).average().orElseThrow();
        double variance = autocovariance(history, mean, 0);
        if (variance == 0) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < season; lag++) {
            double correlation = autocovariance(history, mean, lag) / variance;
            squares += correlation * correlation;
        }
        double limit = NORMAL_90_TWO_SIDED * Math.sqrt((1 + 2 * squares) / history.length);
        return Math.abs(autocovariance(history, mean, season) / variance) > limit;
    }

    private static double autocovariance(double[] history, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < history.length; t++) {
            sum += (history[t] - mean) * (history[t - lag] - mean);
        }
        return sum;
    }

    /**
     * Found by classical decomposition, whether significant or not.
     *
     * @param history longer than two seasons
     * @return by position; their mean is 1 where multiplicative, else 0
     */
    static double[] indices(double[] history, int season, boolean multiplicative) {
        var sums = new double[season];
        var counts = new int[season];
        int half = season / 2;
        for (int t = half; t < history.length - half; t++) {
            double trend = centredAverage(history, t, season);
            // while all is closed nothing can be learned about single steps
            if (!multiplicative || trend > 0) {
                sums[t % season] += multiplicative ? history[t] / trend : history[t] - trend;
                counts[t % season]++;
            }
        }
        var indices = new double[season];
        Arrays.setAll(indices, position -> sums[position] / Math.max(1, counts[position]));
        double mean = Arrays.stream(indices).average().orElseThrow();
        return Arrays.stream(indices).map(index -> multiplicative ? index / mean : index - mean).toArray();
    }

    /** Over one season; one of even length is reached by half of each end. */
    private static double centredAverage(double[] history, int centre, int season) {
        int half = season / 2;
        double sum = 0;
        for (int t = centre - half; t <= centre + half; t++) {
            boolean halved = season % 2 == 0 && (t == centre - half || t == centre + half);
            sum += halved ? history[t] / 2 : history[t];
        }
        return sum / season;
    }
}
