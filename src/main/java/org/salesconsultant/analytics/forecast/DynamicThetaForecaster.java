package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler 2016): the line that Theta adds is
 * estimated anew at each step from what has come by then, and how much of it is kept (θ) is fitted with the smoothing.
 */
public final class DynamicThetaForecaster implements Forecaster {
    private static final int PARAMETERS = 3;
    /** Steps after which the line is one: through two points at least. */
    private static final int SETTLING = 2;
    private static final int EVALUATIONS = 400;
    private static final double TOLERANCE = 1e-7;
    private static final double LEAST_ALPHA = 0.1;
    private static final double MOST_ALPHA = 0.99;
    private static final double LEAST_THETA = 1;

    @Override
    public String name() {
        return "Dynamic Theta";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        return SeasonallyAdjusted.forecast(history, season, horizon, adjusted -> smoothed(adjusted, horizon));
    }

    private static SeasonallyAdjusted.Smoothed smoothed(double[] adjusted, int horizon) {
        double scale = Math.max(Arrays.stream(adjusted).map(Math::abs).average().orElseThrow(), Double.MIN_NORMAL);
        var values = Arrays.stream(adjusted).map(value -> value / scale).toArray();
        int length = values.length;
        var errors = new double[length];
        var none = new double[0];
        var best = NelderMead.minimise(point -> run(values, alpha(point), point[1], theta(point), errors, none),
                new double[] {0, values[0], 0}, new double[] {1, 0.1, 1}, EVALUATIONS, TOLERANCE);
        var ahead = new double[horizon];
        run(values, alpha(best), best[1], theta(best), errors, ahead);
        var settled = Arrays.copyOfRange(errors, Math.min(SETTLING, length - 1), length);
        return new SeasonallyAdjusted.Smoothed(Arrays.stream(ahead).map(value -> value * scale).toArray(), alpha(best),
                Forecast.rootMeanSquare(settled, PARAMETERS) * scale);
    }

    private static double alpha(double[] point) {
        return LEAST_ALPHA + (MOST_ALPHA - LEAST_ALPHA) / (1 + Math.exp(-point[0]));
    }

    private static double theta(double[] point) {
        return LEAST_THETA + Math.exp(point[2]);
    }

    private static double run(double[] values, double alpha, double start, double theta, double[] errors, double[] ahead) {
        double level = start;
        double mean = 0;
        double intercept = 0;
        double slope = 0;
        double squares = 0;
        double power = 1;
        int length = values.length;
        int end = length + ahead.length;
        for (int t = 1; t <= end; t++) {
            double expected = level + (1 - 1 / theta) * (power * intercept + (1 - power * (1 - alpha)) / alpha * slope);
            double value = t <= length ? values[t - 1] : expected;
            if (t <= length) {
                double error = value - expected;
                squares += t > SETTLING ? error * error : 0;
                errors[t - 1] = error;
            } else {
                ahead[t - length - 1] = expected;
            }
            level = alpha * value + (1 - alpha) * level;
            slope = t == 1 ? 0 : ((t - 2) * slope + 6.0 / t * (value - mean)) / (t + 1);
            mean = ((t - 1) * mean + value) / t;
            intercept = mean - (t + 1) / 2.0 * slope;
            power *= 1 - alpha;
        }
        return squares;
    }
}
