package org.salesconsultant.analytics.forecast;

/** The mean of two models' forecasts, which is often better than both (Bates and Granger 1969). */
public record MeanForecaster(Forecaster one, Forecaster other) implements Forecaster {
    @Override
    public String name() {
        return one.name() + " + " + other.name();
    }

    @Override
    public String version() {
        return one.version() + "+" + other.version();
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        return Forecast.mean(one.forecast(history, season, horizon), other.forecast(history, season, horizon));
    }
}
