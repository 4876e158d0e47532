package org.salesconsultant.analytics.anomalies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import smile.stat.distribution.GaussianDistribution;
import smile.stat.distribution.TDistribution;

/**
 * Steps that trend and season do not explain. A step is expected to be the median of the nearest steps at the same place of the
 * cycle, before and after it (of the same weekdays around), and differs by the ratio to it; how far such ratios usually spread is
 * the median absolute deviation of the same steps. A step is unusual beyond 3.5 of these deviations (B. Iglewicz and D. Hoaglin, How to
 * Detect and Handle Outliers, 1993), or further out where the middle of the ratios shows that their tails are heavier than a
 * bell curve's: so far that chance alone would take at most {@link #MOST_BY_CHANCE} of the ordinary steps there.
 */
public final class UnusualSteps {
    /** Of ordinary steps, the share that may be flagged. */
    public static final double MOST_BY_CHANCE = 0.005;
    private static final double DEVIATIONS = 3.5;
    /** From the median absolute deviation to the standard deviation of a bell curve. */
    private static final double TO_STANDARD = 1.4826;
    private static final int NEIGHBOURS = 8;
    private static final int FEWEST_NEIGHBOURS = 4;
    /** Like steps on each side from which the spread is taken. */
    private static final int NEARBY = 13;
    /** Deviations nearby are taken for no smaller than this share of those of all like steps. */
    private static final double LEAST_SPREAD = 0.6;
    /** Below this share of a usual step, differences stop to matter. */
    private static final double NEXT_TO_NOTHING = 0.05;
    private static final double HEAVIEST = 4;
    private static final double LIGHTEST = 60;

    private final double[] values;
    private final int cycle;
    private final double offset;

    /**
     * @param low,high what an ordinary step lies between
     * @param deviations how many usual deviations it is off, below 0 where it is low
     */
    public record Unusual(int step, double value, double expected, double low, double high, double deviations) {}

    /**
     * @param steps oldest first
     * @param byChance the share of ordinary steps that would be among them by chance
     * @param judged how many steps have enough neighbours
     */
    public record Result(List<Unusual> steps, double byChance, int judged) {}

    private UnusualSteps(double[] values, int cycle) {
        this.values = values;
        this.cycle = cycle;
        var sold = Arrays.stream(values).filter(value -> value > 0).toArray();
        this.offset = sold.length == 0 ? 1 : NEXT_TO_NOTHING * median(sold);
    }

    /**
     * @param values whole steps, oldest first; what is below 0 counts as nothing
     * @param cycle steps after which a like one comes: 7 for days, 1 where there is none
     */
    public static Result of(double[] values, int cycle) {
        return new UnusualSteps(values, cycle).result();
    }

    private Result result() {
        var expected = new double[values.length];
        var residuals = new double[values.length];
        Arrays.fill(residuals, Double.NaN);
        for (int step = 0; step < values.length; step++) {
            var neighbours = neighbours(step);
            if (neighbours.length >= FEWEST_NEIGHBOURS) {
                expected[step] = median(neighbours);
                // a weekday on which nothing is ever sold tells nothing of the spread
                residuals[step] = expected[step] <= 0 && values[step] <= 0 ? Double.NaN : level(values[step]) - level(expected[step]);
            }
        }
        var known = Arrays.stream(residuals).filter(residual -> !Double.isNaN(residual)).toArray();
        double spread = TO_STANDARD * medianAbsolute(known);
        if (known.length < FEWEST_NEIGHBOURS || spread == 0) {
            return new Result(List.of(), 0, known.length);
        }
        var spreads = new double[values.length];
        var scores = new double[values.length];
        for (int step = 0; step < values.length; step++) {
            double all = TO_STANDARD * medianAbsolute(alike(residuals, step, values.length));
            spreads[step] = Math.max(LEAST_SPREAD * (all > 0 ? all : spread), TO_STANDARD * medianAbsolute(alike(residuals, step, NEARBY * cycle)));
            scores[step] = residuals[step] / spreads[step];
        }
        var tail = Tail.of(Arrays.stream(scores).filter(score -> !Double.isNaN(score)).map(Math::abs).sorted().toArray());
        double bound = Math.max(DEVIATIONS, tail.bound(MOST_BY_CHANCE));
        List<Unusual> unusual = new ArrayList<>();
        for (int step = 0; step < values.length; step++) {
            if (Math.abs(scores[step]) > bound) {
                double reach = bound * spreads[step];
                unusual.add(new Unusual(step, values[step], expected[step], amount(level(expected[step]) - reach), amount(level(expected[step]) + reach), scores[step]));
            }
        }
        return new Result(List.copyOf(unusual), tail.beyond(bound), known.length);
    }

    /** The nearest steps at the same place of the cycle: as many before as after, more of one side at the ends. */
    private double[] neighbours(int step) {
        var found = new double[NEIGHBOURS];
        int count = 0;
        for (int far = cycle; count < NEIGHBOURS && (step - far >= 0 || step + far < values.length); far += cycle) {
            if (step - far >= 0) {
                found[count++] = Math.max(0, values[step - far]);
            }
            if (count < NEIGHBOURS && step + far < values.length) {
                found[count++] = Math.max(0, values[step + far]);
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** What is known at the same place of the cycle, no further than so many steps. */
    private double[] alike(double[] residuals, int step, int far) {
        int first = step % cycle;
        int from = Math.max(first, step - far / cycle * cycle);
        return IntStream.iterate(from, one -> one < residuals.length && one <= (long) step + far, one -> one + cycle).mapToDouble(one -> residuals[one])
                .filter(residual -> !Double.isNaN(residual)).toArray();
    }

    /** Ratios become differences; next to nothing is as good as nothing. */
    private double level(double value) {
        return Math.log(Math.max(0, value) + offset);
    }

    private double amount(double level) {
        return Math.max(0, Math.exp(level) - offset);
    }

    private static double medianAbsolute(double[] values) {
        return values.length == 0 ? 0 : median(Arrays.stream(values).map(Math::abs).toArray());
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Student's t as wide and heavy as the middle 90 % of the scores, which no outlier reaches. */
    private record Tail(double scale, double freedom) {
        private static final double MIDDLE = 0.75;
        private static final double OUTER = 0.95;

        static Tail of(double[] sortedAbsolute) {
            double middle = sortedAbsolute[(int) (0.5 * (sortedAbsolute.length - 1))];
            double outer = sortedAbsolute[(int) (0.9 * (sortedAbsolute.length - 1))];
            double freedom = LIGHTEST;
            while (freedom > HEAVIEST && quantile(freedom, OUTER) / quantile(freedom, MIDDLE) < outer / middle) {
                freedom -= freedom > 10 ? 5 : 1;
            }
            return new Tail(middle / quantile(freedom, MIDDLE), freedom);
        }

        double bound(double share) {
            return scale * quantile(freedom, 1 - share / 2);
        }

        double beyond(double bound) {
            return 2 * (freedom >= LIGHTEST ? 1 - new GaussianDistribution(0, 1).cdf(bound / scale) : 1 - new TDistribution((int) Math.round(freedom)).cdf(bound / scale));
        }

        private static double quantile(double freedom, double probability) {
            return freedom >= LIGHTEST ? new GaussianDistribution(0, 1).quantile(probability) : new TDistribution((int) Math.round(freedom)).quantile(probability);
        }
    }
}
