package org.salesconsultant.analytics.drift;

import java.util.List;

/**
 * What was forecast against what came. A model drifts where steps lie outside its 95 % intervals more often than chance allows
 * (one-sided binomial test of their number against 1 in 20), or where it was off by clearly more than its backtest: by more
 * than three standard errors, taking errors to be normal, so that absolute ones vary by {@code √(π/2 − 1)} of their mean, and
 * counting the backtest's origins as what is known of it.
 *
 * @param steps that were forecast and have come
 * @param outside how many of them lay outside their interval
 * @param probability of so many or more outside, were the intervals right; 1 where there are no steps
 * @param error absolute errors added up as a fraction of the actual values added up
 * @param tested the same of the backtest
 */
public record Drift(int steps, int outside, double probability, double error, double tested, boolean drifted) {
    private static final double OUTSIDE = 0.05;
    /** One or two steps outside are no pattern. */
    private static final int FEWEST_OUTSIDE = 2;
    private static final int FEWEST_STEPS = 4;
    private static final double VARIATION = Math.sqrt(Math.PI / 2 - 1);
    private static final double STANDARD_ERRORS = 3;

    /** One step: its 95 % interval as forecast, and what came. */
    public record Step(double forecast, double low, double high, double actual) {}

    /**
     * @param tested the backtest's error, as {@link #error}; NaN where unknown
     * @param origins the backtest's
     * @param level how improbable the number outside must be, e.g. 0.01; lower where many models are looked at together
     */
    public static Drift of(List<Step> steps, double tested, int origins, double level) {
        int outside = (int) steps.stream().filter(step -> step.actual() < step.low() || step.actual() > step.high()).count();
        double errors = steps.stream().mapToDouble(step -> Math.abs(step.actual() - step.forecast())).sum();
        double volume = steps.stream().mapToDouble(step -> Math.abs(step.actual())).sum();
        double error = errors == 0 ? 0 : errors / Math.max(volume, Double.MIN_NORMAL);
        double probability = atLeast(outside, steps.size());
        boolean unlikely = outside >= FEWEST_OUTSIDE && probability < level;
        boolean drifted = unlikely || isClearlyAbove(error, tested, steps.size(), origins);
        return new Drift(steps.size(), outside, probability, error, tested, drifted);
    }

    private static boolean isClearlyAbove(double error, double tested, int steps, int origins) {
        if (!(tested > 0) || steps < FEWEST_STEPS || origins < 1) {
            return false;
        }
        return error > tested * (1 + STANDARD_ERRORS * VARIATION * Math.sqrt(1.0 / steps + 1.0 / origins));
    }

    /** The probability of {@code outside} or more of {@code steps}, each outside with probability 0.05. */
    static double atLeast(int outside, int steps) {
        double probability = Math.pow(1 - OUTSIDE, steps);
        double below = 0;
        for (int count = 0; count < outside; count++) {
            below += probability;
            probability *= (double) (steps - count) / (count + 1) * OUTSIDE / (1 - OUTSIDE);
        }
        return Math.clamp(1 - below, 0, 1);
    }
}
