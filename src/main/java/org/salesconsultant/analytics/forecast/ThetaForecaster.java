package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * The Theta method with two lines, θ = 0 and 2 (Assimakopoulos and Nikolopoulos 2000), in the form Hyndman and Billah (2003)
 * showed it to be: simple exponential smoothing of the deseasonalised series, with a drift of half its linear trend.
 */
public final class ThetaForecaster implements Forecaster {
    private static final int PARAMETERS = 3;

    @Override
    public String name() {
        return "Theta";
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
        var smoothing = ExponentialSmoothing.fit(adjusted);
        double drift = Line.through(adjusted).slope() / 2;
        var ahead = new double[horizon];
        Arrays.setAll(ahead, step -> smoothing.level() + drift * (step + lead(smoothing.alpha(), adjusted.length)));
        return new SeasonallyAdjusted.Smoothed(ahead, smoothing.alpha(), Forecast.rootMeanSquare(errors(adjusted, smoothing, drift), PARAMETERS));
    }

    private static double[] errors(double[] values, ExponentialSmoothing smoothing, double drift) {
        var errors = new double[values.length];
        double level = smoothing.start();
        for (int t = 0; t < values.length; t++) {
            errors[t] = values[t] - (level + drift * lead(smoothing.alpha(), t));
            level += smoothing.alpha() * (values[t] - level);
        }
        return errors;
    }

    /** How many steps of drift a smoothed level trails behind after so many values; the more, the smaller alpha. */
    private static double lead(double alpha, int length) {
        return (1 - Math.pow(1 - alpha, length)) / alpha;
    }
}
