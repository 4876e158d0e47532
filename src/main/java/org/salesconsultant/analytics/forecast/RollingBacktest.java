package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts the past from earlier and earlier ends of the history ("rolling origins", Tashman 2000): every forecast sees only
 * what came before its origin.
 */
final class RollingBacktest {
    private static final int FEWEST_ORIGINS = 3;
    private static final int MOST_ORIGINS = 6;
    /** Of the history, at most this part is forecast at once. */
    private static final int HORIZON_PART = 4;

    private final double[] history;
    private final int season;
    private final int horizon;
    private final int[] origins;

    private RollingBacktest(double[] history, int season, int horizon, int[] origins) {
        this.history = history;
        this.season = season;
        this.horizon = horizon;
        this.origins = origins;
    }

    /**
     * @param season as {@link #usableSeason} gives it
     * @param horizon as the forecast's; the backtest's is shorter where the history is
     */
    static RollingBacktest of(double[] history, int season, int horizon) {
        int steps = Math.max(1, Math.min(horizon, history.length / HORIZON_PART));
        int last = history.length - steps;
        int twoSeasons = 2 * season + 1;
        int first = last - twoSeasons + 1 >= FEWEST_ORIGINS ? Math.max(twoSeasons, history.length / 2)
                : Math.max(season + History.SHORTEST, history.length / 2);
        return new RollingBacktest(history, season, steps, spread(Math.max(History.SHORTEST, first), last));
    }

    /** The season if enough origins have seen more than one of it, else 1. */
    static int usableSeason(double[] history, int season, int horizon) {
        int steps = Math.max(1, Math.min(horizon, history.length / HORIZON_PART));
        return history.length - steps - (season + History.SHORTEST) + 1 >= FEWEST_ORIGINS ? season : 1;
    }

    boolean isPossible() {
        return origins.length >= FEWEST_ORIGINS;
    }

    /** What one model did at each origin. */
    List<Trial> trials(Forecaster model) {
        List<Trial> trials = new ArrayList<>();
        for (int origin : origins) {
            var training = Arrays.copyOf(history, origin);
            var actual = Arrays.copyOfRange(history, origin, origin + horizon);
            trials.add(new Trial(TrimmedMeanForecaster.attempt(model, training, season, horizon), actual));
        }
        return trials;
    }

    /** What a combination did at each origin, from what its members did. */
    static List<Trial> combined(TrimmedMeanForecaster combination, List<List<Trial>> byMember) {
        return IntStream.range(0, byMember.getFirst().size()).mapToObj(origin -> new Trial(
                combination.combine(byMember.stream().map(trials -> trials.get(origin).forecast()).toList()),
                byMember.getFirst().get(origin).actual)).toList();
    }

    BacktestScore score(List<Trial> trials) {
        return BacktestScore.of(trials, naiveError(), season, history.length);
    }

    double multiple(List<Trial> trials) {
        return Calibration.multiple(trials, season, history.length);
    }

    /** One origin: the forecast made there, and what came. */
    static final class Trial {
        private final Forecast forecast;
        private final double[] actual;
        private final double[] scores;

        Trial(Forecast forecast, double[] actual) {
            this.forecast = forecast;
            this.actual = actual;
            this.scores = IntStream.rangeClosed(1, actual.length).filter(step -> forecast.standardError(step) > 0)
                    .mapToDouble(step -> Math.abs(actual[step - 1] - forecast.step(step).point()) / forecast.standardError(step)).toArray();
        }

        double absoluteError() {
            return IntStream.rangeClosed(1, actual.length).mapToDouble(step -> Math.abs(actual[step - 1] - forecast.step(step).point())).average().orElseThrow();
        }

        Forecast forecast() {
            return forecast;
        }

        int horizon() {
            return actual.length;
        }

        /** @param step 1 for the first after the origin */
        double actual(int step) {
            return actual[step - 1];
        }

        /** The errors in standard errors, of the steps that have one. */
        double[] scores() {
            return scores;
        }
    }

    /** The mean error of the one-step seasonal naive forecast over the history; errors are measured in it. */
    private double naiveError() {
        return IntStream.range(season, history.length).mapToDouble(t -> Math.abs(history[t] - history[t - season])).average().orElseThrow();
    }

    private static int[] spread(int first, int last) {
        int possible = Math.max(0, last - first + 1);
        int count = Math.min(possible, MOST_ORIGINS);
        return IntStream.range(0, count)
                .map(index -> count == 1 ? last : first + (int) Math.round((double) index * (last - first) / (count - 1))).toArray();
    }
}
