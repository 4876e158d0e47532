package org.salesconsultant.analytics.forecast;

/** A model of one series. Does not change and is safe for many threads; each model is one class. */
public interface Forecaster {
    /** As a person would name it, e.g. {@code Theta}. */
    String name();

    /** Changes whenever the same history may give other numbers. */
    String version();

    /**
     * Fits the model and forecasts the steps that follow.
     *
     * @param history equally spaced, finite, oldest first; at least 3 values
     * @param season steps in a season, 1 for none; may be longer than the history
     * @param horizon steps to forecast, at least 1
     */
    Forecast forecast(double[] history, int season, int horizon);

    /**
     * This model with its form as it would choose it for the history: it then spares the choice and estimates parameters only,
     * for any part of that history.
     */
    default Forecaster settledOn(double[] history, int season) {
        return this;
    }
}
