package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a 95 % interval has to be for this series, measured on backtest errors rather than assumed normal (split conformal
 * prediction, Vovk, Gammerman and Shafer 2005, with errors in standard errors as the score).
 */
final class Calibration {
    private static final double NORMAL_95 = 1.959964;
    private static final double SHARE = 0.95;

    private Calibration() {}

    /**
     * @return half the interval's width in standard errors: the normal one, or more where the backtest's errors need more.
     *     Never less: errors of overlapping forecasts are too few independent ones to promise that
     */
    static double multiple(List<RollingBacktest.Trial> trials) {
        List<Double> scores = new ArrayList<>();
        for (var trial : trials) {
            for (int step = 1; step <= trial.actual().length; step++) {
                double standardError = trial.forecast().standardError(step);
                if (standardError > 0) {
                    scores.add(Math.abs(trial.actual()[step - 1] - trial.forecast().step(step).point()) / standardError);
                }
            }
        }
        int rank = (int) Math.ceil((scores.size() + 1) * SHARE);
        if (rank > scores.size()) {
            return NORMAL_95;
        }
        return Math.max(NORMAL_95, scores.stream().sorted().skip(rank - 1L).findFirst().orElse(NORMAL_95));
    }
}
