package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a {@link PooledNetworks pooled network} is shown of a history, so that series of any size, growth and roughness look alike
 * to it: seasonally adjusted logarithms about their level, in units of how much they usually move from one step to the next.
 *
 * @param values the last values, slow and fast levels, slopes, size, length, and the season from the first step ahead on
 * @param base by step ahead: the logarithm where level and season stay as they are; the network says how far off that is
 * @param size the usual move of a step, in logarithms: the unit of {@code values} and of what the network says
 */
record NetworkInput(float[] values, double[] base, double size) {
    private static final double SLOW = 0.1;
    private static final double USUAL = 0.25;
    private static final double FAST = 0.5;
    private static final double LEAST_SIZE = 0.005;
    /** The slope of the last values is that of two seasons and so many steps. */
    private static final int STEPS_BEYOND_SEASONS = 6;
    /** Nothing further from the level, in sizes, is believed. */
    private static final double FARTHEST = 20;

    /**
     * @param logarithms oldest first, at least one
     * @param season steps in a season, 1 for none
     * @param lags how many of the last values are shown; the first again where there are fewer
     * @param steps ahead
     */
    static NetworkInput of(double[] logarithms, int season, int lags, int steps) {
        int length = logarithms.length;
        var pattern = season > 1 && length > 2 * season ? Seasonality.indices(logarithms, season, false) : new double[season];
        var adjusted = new double[length];
        Arrays.setAll(adjusted, t -> logarithms[t] - pattern[t % season]);
        double level = level(adjusted, USUAL);
        var last = new double[lags];
        Arrays.setAll(last, lag -> adjusted[Math.max(0, length - lags + lag)]);
        double size = moves(last) + LEAST_SIZE;
        double strength = strength(logarithms, adjusted);

        var shown = DoubleStream.builder();
        Arrays.stream(last).forEach(value -> shown.add((value - level) / size));
        shown.add((level(adjusted, SLOW) - level) / size);
        shown.add((level(adjusted, FAST) - level) / size);
        shown.add(season * slope(adjusted) / size);
        shown.add(season * slope(Arrays.copyOfRange(adjusted, Math.max(0, length - 2 * season - STEPS_BEYOND_SEASONS), length)) / size);
        shown.add(Math.log(size) / 2 + 1.5);
        shown.add(Math.log(length) - 4);
        shown.add(strength);
        for (int ahead = 0; season > 1 && ahead < season; ahead++) {
            shown.add(pattern[(length + ahead) % season] / size);
        }
        var values = shown.build().map(value -> Math.clamp(value, -FARTHEST, FARTHEST)).toArray();
        var single = new float[values.length];
        for (int input = 0; input < values.length; input++) {
            single[input] = (float) values[input];
        }
        var base = new double[steps];
        Arrays.setAll(base, step -> level + strength * pattern[(length + step) % season]);
        return new NetworkInput(single, base, size);
    }

    /** How many values a network for these gets. */
    static int width(int season, int lags) {
        return lags + 7 + (season > 1 ? season : 0);
    }

    /** Exponentially weighted mean, the last value with most weight. */
    private static double level(double[] values, double alpha) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int t = values.length - 1; t >= 0; t--) {
            sum += weight * values[t];
            weights += weight;
            weight *= 1 - alpha;
        }
        return sum / weights;
    }

    private static double slope(double[] values) {
        return values.length < 2 ? 0 : Line.through(values).slope();
    }

    /** Mean absolute change from one to the next. */
    private static double moves(double[] values) {
        double sum = 0;
        for (int t = 1; t < values.length; t++) {
            sum += Math.abs(values[t] - values[t - 1]);
        }
        return sum / Math.max(1, values.length - 1);
    }

    /** How much calmer a series is without its season: 0, not at all, … 1, it does not move but for it. */
    private static double strength(double[] values, double[] adjusted) {
        double before = 0;
        double after = 0;
        for (int t = 1; t < values.length; t++) {
            before += Math.pow(values[t] - values[t - 1], 2);
            after += Math.pow(adjusted[t] - adjusted[t - 1], 2);
        }
        return before == 0 ? 0 : Math.max(0, 1 - after / before);
    }
}
