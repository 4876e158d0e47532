package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How wide a 95 % interval has to be, in standard errors as the models think them: measured rather than assumed normal (split
 * conformal prediction, Vovk, Gammerman and Shafer 2005, with errors in standard errors as the score).
 *
 * <p>Two measurements meet. One is pooled over thousands of series: the training parts of the M3 competition's, their last
 * horizon held out, by season and length. The other is the series' own backtest. Its few overlapping forecasts foretell the
 * next one's score so weakly (by a power of about 0.1, on the same holdouts) that it moves the first only a little.
 */
final class Calibration {
    private static final double SHARE = 0.95;
    /** As many origins of a series' own would count as much as the pool. */
    private static final double POOL = 50;
    /** The pooled quantile without a season, by length of the history; beyond 60 a little on the safe side of the 1.6 to 2.2 measured. */
    private static final double[] LENGTHS = {8, 13, 23, 35, 60};
    private static final double[] SEASONLESS = {2.8, 2.1, 2.4, 2.8, 2.0};
    /** With a season: 1.9 for quarters, 2.3 for months. */
    private static final double SEASONAL = 2.2;

    private Calibration() {}

    /**
     * @param season as it was learned
     * @param length of the history
     * @return half the interval's width in standard errors
     */
    static double multiple(List<RollingBacktest.Trial> trials, int season, int length) {
        double pooled = pooled(season, length);
        var scores = trials.stream().flatMapToDouble(trial -> Arrays.stream(trial.scores())).sorted().toArray();
        int rank = (int) Math.ceil((scores.length + 1) * SHARE);
        if (rank > scores.length || scores[rank - 1] == 0) {
            return pooled;
        }
        double trust = trials.size() / (trials.size() + POOL);
        return pooled * Math.pow(scores[rank - 1] / pooled, trust);
    }

    static double pooled(int season, int length) {
        if (season > 1) {
            return SEASONAL;
        }
        int next = 0;
        while (next < LENGTHS.length && LENGTHS[next] < length) {
            next++;
        }
        if (next == 0 || next == LENGTHS.length) {
            return SEASONLESS[Math.min(next, LENGTHS.length - 1)];
        }
        double share = (Math.log(length) - Math.log(LENGTHS[next - 1])) / (Math.log(LENGTHS[next]) - Math.log(LENGTHS[next - 1]));
        return SEASONLESS[next - 1] + share * (SEASONLESS[next] - SEASONLESS[next - 1]);
    }
}
