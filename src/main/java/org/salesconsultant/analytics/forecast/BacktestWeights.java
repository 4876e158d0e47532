package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How much each model's forecast counts: the more, the smaller its squared error was in the backtest (Bates and Granger 1969).
 * Half the way to equal weights, since one series' backtest says little (the forecast combination puzzle, Smith and Wallis 2009).
 */
final class BacktestWeights {
    private static final double TRUST = 0.5;

    private BacktestWeights() {}

    /** @param byMember trials of each member @return adding up to 1 */
    static double[] of(List<List<RollingBacktest.Trial>> byMember) {
        return of(byMember, TRUST);
    }

    /** For models so unlike each other that the backtest tells them apart: each as good as it was. */
    static double[] ofUnlike(List<List<RollingBacktest.Trial>> byMember) {
        return of(byMember, 1);
    }

    private static double[] of(List<List<RollingBacktest.Trial>> byMember, double trust) {
        var errors = byMember.stream().mapToDouble(trials -> trials.stream().mapToDouble(RollingBacktest.Trial::absoluteError).average().orElseThrow()).toArray();
        double least = Arrays.stream(errors).filter(error -> error > 0).min().orElse(1);
        var weights = Arrays.stream(errors).map(error -> Math.pow(least / Math.max(error, least), 2)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> trust * weight / sum + (1 - trust) / weights.length).toArray();
    }
}
