package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which models a series is given to, by what it is like. */
final class Repertoire {
    private static final int LONGEST_SMOOTHED_SEASON = 24;

    private Repertoire() {}

    /**
     * @param season as it can be learned from the history
     * @return models that each have something of their own to say; at least one
     */
    static List<Forecaster> of(double[] history, int season) {
        if (Arrays.stream(history).allMatch(value -> value == history[0])) {
            return List.of(new SeasonalNaiveForecaster());
        }
        if (IntermittentDemand.is(history, season)) {
            return List.of(new TsbForecaster(), new CrostonForecaster(), new EtsForecaster());
        }
        boolean positive = Arrays.stream(history).allMatch(value -> value > 0);
        List<Forecaster> models = new ArrayList<>();
        if (season <= LONGEST_SMOOTHED_SEASON) {
            models.add(new EtsForecaster());
        }
        models.add(positive ? new LogForecaster(new ThetaForecaster()) : new ThetaForecaster());
        models.add(new DynamicThetaForecaster());
        if (TramoForecaster.isFor(history, season)) {
            models.add(new TramoForecaster());
        }
        if (PooledAutoregression.isFor(history, season)) {
            models.add(PooledAutoregression.of(season));
        }
        return models;
    }
}
