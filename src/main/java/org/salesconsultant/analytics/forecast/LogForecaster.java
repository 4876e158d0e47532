package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Another model on the logarithms of the values, so that trends are rates of growth and seasons percentages. What it gives is
 * the median. For values above zero; others are left as they are.
 */
public record LogForecaster(Forecaster inner) implements Forecaster {
    /** Further from the history no logarithm is believed, in ranges of the history's. */
    private static final double MOST_RANGES = 2;

    @Override
    public String name() {
        return inner.name() + " of logarithms";
    }

    @Override
    public String version() {
        return inner.version();
    }

    @Override
    public LogForecaster settledOn(double[] history, int season) {
        return Arrays.stream(history).allMatch(value -> value > 0)
                ? new LogForecaster(inner.settledOn(logarithms(history), season)) : new LogForecaster(inner.settledOn(history, season));
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        if (Arrays.stream(history).anyMatch(value -> value <= 0)) {
            return inner.forecast(history, season, horizon);
        }
        double largest = Arrays.stream(history).max().orElseThrow();
        var logarithms = logarithms(history);
        double range = Math.abs(Arrays.stream(logarithms).min().orElseThrow()); // −0.0 of a constant history would be above 0.0
        var ahead = inner.forecast(logarithms, season, horizon);
        var points = Arrays.stream(ahead.points())
                .map(point -> largest * Math.exp(Math.clamp(point, -(1 + MOST_RANGES) * range, MOST_RANGES * range))).toArray();
        return ahead.relativeTo(points);
    }

    /** None above zero, so that a season is added and not multiplied once more. */
    private static double[] logarithms(double[] history) {
        double largest = Arrays.stream(history).max().orElseThrow();
        return Arrays.stream(history).map(value -> Math.log(value / largest)).toArray();
    }
}
