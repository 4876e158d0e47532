package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How wide a 95 % interval has to be for this series, measured on backtest errors rather than assumed normal (split conformal
 * prediction, Vovk, Gammerman and Shafer 2005, with errors in standard errors as the score).
 */
final class Calibration {
    private static final double SHARE = 0.95;

    private Calibration() {}

    /**
     * @return half the interval's width in standard errors: the normal one, or more where the backtest's errors need more.
     *     Never less: errors of overlapping forecasts are too few independent ones to promise that
     */
    static double multiple(List<RollingBacktest.Trial> trials) {
        var scores = trials.stream().flatMapToDouble(trial -> Arrays.stream(trial.scores())).sorted().toArray();
        int rank = (int) Math.ceil((scores.length + 1) * SHARE);
        return rank > scores.length ? Forecast.NORMAL_95 : Math.max(Forecast.NORMAL_95, scores[rank - 1]);
    }
}
