package org.salesconsultant.analytics.forecast;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far off a model was in a rolling backtest.
 *
 * @param origins ends of the history it forecast from
 * @param horizon steps forecast from each
 * @param mase mean absolute error in units of the history's one-step seasonal naive error (Hyndman and Koehler 2006); under 1
 *     is better than that
 * @param smape symmetric mean absolute percentage error as a fraction, 0 … 2
 * @param wape absolute errors added up as a fraction of the actual values added up: the share of the volume that was missed
 * @param coverage share of what came inside the 95 % intervals, these calibrated on the other origins
 */
public record BacktestScore(int origins, int horizon, double mase, double smape, double wape, double coverage) {
    /** @param naiveError zero only for a history that repeats itself exactly @param season and length: of the history */
    static BacktestScore of(List<RollingBacktest.Trial> trials, double naiveError, int season, int length) {
        int horizon = trials.getFirst().horizon();
        double errors = 0;
        double volume = 0;
        double percentages = 0;
        int covered = 0;
        for (int origin = 0; origin < trials.size(); origin++) {
            var trial = trials.get(origin);
            var calibrated = trial.forecast().calibrated(Calibration.multiple(without(trials, origin), season, length));
            for (int step = 1; step <= horizon; step++) {
                double actual = trial.actual(step);
                var expected = calibrated.step(step);
                double error = Math.abs(actual - expected.point());
                errors += error;
                volume += Math.abs(actual);
                percentages += error == 0 ? 0 : 2 * error / (Math.abs(actual) + Math.abs(expected.point()));
                covered += expected.covers(actual) ? 1 : 0;
            }
        }
        double points = (double) trials.size() * horizon;
        return new BacktestScore(trials.size(), horizon, ratio(errors / points, naiveError), percentages / points, ratio(errors, volume),
                covered / points);
    }

    private static double ratio(double errors, double scale) {
        return errors == 0 ? 0 : errors / Math.max(scale, Double.MIN_NORMAL);
    }

    private static List<RollingBacktest.Trial> without(List<RollingBacktest.Trial> trials, int origin) {
        return IntStream.range(0, trials.size()).filter(other -> other != origin).mapToObj(trials::get).toList();
    }
}
