package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Each step is what it was a season before; with no season, what came last. What every other model has to beat. Its errors
 * add up season by season: the standard error of step h is σ·√(1 + ⌊(h − 1) / season⌋) (Hyndman and Athanasopoulos 2021, §5.5).
 */
public final class SeasonalNaiveForecaster implements Forecaster {
    @Override
    public String name() {
        return "Seasonal naive";
    }

    @Override
    public String version() {
        return "1";
    }

    /** Takes the last value instead where the history is not longer than the season. */
    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        int length = history.length;
        int lag = length > season ? season : 1;
        var points = new double[horizon];
        Arrays.setAll(points, step -> history[length - lag + step % lag]);
        var scale = new double[horizon];
        Arrays.fill(scale, 1);
        var response = new double[horizon];
        Arrays.setAll(response, after -> after % lag == 0 ? 1 : 0);
        var errors = new double[length - lag];
        Arrays.setAll(errors, t -> history[t + lag] - history[t]);
        return new Forecast(points, scale, response, Forecast.rootMeanSquare(errors, 0));
    }
}
