package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which models a series is given to, by what it is like. */
final class Repertoire {
    private static final int LONGEST_SMOOTHED_SEASON = 24;

    private Repertoire() {}

    /**
     * @param season as it can be learned from the history
     * @return models fitted to the series alone that each have something of their own to say; at least one
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
        return models;
    }

    /** What was learned on other series like it, where there is such. @param season as it can be learned from the history */
    static Optional<Forecaster> pooled(double[] history, int season) {
        return moves(history) && PooledNetworks.isFor(history, season) ? Optional.of(PooledNetworks.of(season)) : Optional.empty();
    }

    /** What knows the year as well as the week, where the history is of days and long enough. @param season as for {@link #of} */
    static Optional<Forecaster> yearly(double[] history, int season) {
        return moves(history) && YearlyRegressionForecaster.isFor(history, season) && !IntermittentDemand.is(history, season)
                ? Optional.of(new YearlyRegressionForecaster()) : Optional.empty();
    }

    private static boolean moves(double[] history) {
        return Arrays.stream(history).anyMatch(value -> value != history[0]);
    }
}
