package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.function.Function;

/** What the Theta models share: the season is taken off, what is left is smoothed and carried on, and the season put back. */
final class SeasonallyAdjusted {
    private SeasonallyAdjusted() {}

    /**
     * What smoothing makes of a series without a season.
     *
     * @param ahead by step
     * @param alpha how much of a step's error stays in the level
     * @param deviation standard deviation of the one-step errors
     */
    record Smoothed(double[] ahead, double alpha, double deviation) {}

    /** @param smoothing of the history without its season */
    static Forecast forecast(double[] history, int season, int horizon, Function<double[], Smoothed> smoothing) {
        var seasonality = Seasonality.of(history, season);
        var smoothed = smoothing.apply(seasonality.removed(history));
        var points = new double[horizon];
        var scale = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            points[step] = seasonality.restore(smoothed.ahead()[step], history.length + step);
            scale[step] = seasonality.scale(history.length + step);
        }
        var response = new double[horizon];
        Arrays.fill(response, smoothed.alpha());
        response[0] = 1;
        return new Forecast(points, scale, response, smoothed.deviation());
    }
}
