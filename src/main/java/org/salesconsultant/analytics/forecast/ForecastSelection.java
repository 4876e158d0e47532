package org.salesconsultant.analytics.forecast;

import java.util.List;
import java.util.Set;
import org.salesconsultant.sales.UserError;

/**
 * Combines the models that suit a series, weighs them by a backtest on its own past, and forecasts with intervals as wide as
 * that backtest says they must be. Safe for many threads.
 */
public final class ForecastSelection {
    private static final int LONGEST_HORIZON = 1_000;
    private static final int LONGEST_SEASON = 10_000;
    /** Backtests of one short series are noisy: repeating the season has to halve the error to be preferred. */
    private static final double CLEARLY_BETTER = 0.5;

    private final Forecaster benchmark = new SeasonalNaiveForecaster();

    /**
     * A forecast with intervals as wide as the backtest says they must be.
     *
     * @param card how it was made
     * @param caveats what weakens it
     */
    public record Selected(Forecast forecast, ReportCard card, Set<ForecastCaveat> caveats) {}

    /**
     * @param measured equally spaced, oldest first; NaN where a value is missing
     * @param season steps in a season, 1 for none
     * @param horizon 1 … 1,000 steps
     * @param notNegative whether the quantity cannot be below zero
     * @throws UserError when the horizon or the history is unusable
     */
    public Selected forecast(double[] measured, int season, int horizon, boolean notNegative) {
        requirePossible(season, horizon);
        var history = History.of(measured);
        var values = history.values();
        var caveats = history.caveats();
        int usable = RollingBacktest.usableSeason(values, season, horizon);
        if (usable < season) {
            caveats.add(ForecastCaveat.SEASON_NOT_LEARNED);
        }
        if (horizon > values.length) {
            caveats.add(ForecastCaveat.BEYOND_HISTORY);
        }
        var backtest = RollingBacktest.of(values, usable, horizon);
        var selected = backtest.isPossible() ? best(backtest, values, usable, horizon, caveats)
                : unmeasured(values, usable, horizon, caveats);
        return notNegative ? new Selected(selected.forecast().notNegative(), selected.card(), selected.caveats()) : selected;
    }

    /** @throws UserError when no history could be forecast so */
    public static void requirePossible(int season, int horizon) {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new UserError(UserError.Category.BAD_INPUT, "A horizon of " + horizon + " steps is not possible.",
                    "Ask for 1 to " + LONGEST_HORIZON + " steps.");
        }
        if (season < 1 || season > LONGEST_SEASON) {
            throw new UserError(UserError.Category.BAD_INPUT, "A season of " + season + " steps is not possible.",
                    "Give the steps in a season, 1 for none and at most " + LONGEST_SEASON + ".");
        }
    }

    private Selected best(RollingBacktest backtest, double[] values, int season, int horizon, Set<ForecastCaveat> caveats) {
        var naive = Candidate.of(benchmark, backtest.trials(benchmark), backtest);
        var members = Repertoire.of(values, season).stream().map(model -> model.settledOn(values, season)).toList();
        var byMember = members.stream().map(backtest::trials).toList();
        var own = new TrimmedMeanForecaster(members, BacktestWeights.of(byMember));
        var ownTrials = RollingBacktest.combined(own, byMember);
        var beside = Repertoire.pooled(values, season).or(() -> Repertoire.yearly(values, season)).map(model -> List.of(ownTrials, backtest.trials(model)));
        var combination = Repertoire.pooled(values, season).map(model -> TrimmedMeanForecaster.equal(List.of(own, model)))
                .or(() -> Repertoire.yearly(values, season).map(model -> new TrimmedMeanForecaster(List.of(own, model), BacktestWeights.ofUnlike(beside.orElseThrow()))))
                .orElse(own);
        var trials = beside.map(both -> RollingBacktest.combined(combination, both)).orElse(ownTrials);
        var combined = Candidate.of(combination, trials, backtest);
        var best = naive.score().mase() < CLEARLY_BETTER * combined.score().mase() ? naive : combined;
        if (naive.score().mase() <= best.score().mase() && !caveats.contains(ForecastCaveat.CONSTANT)) {
            caveats.add(ForecastCaveat.NO_BETTER_THAN_SEASONAL_NAIVE);
        }
        var forecast = best.model().forecast(values, season, horizon).calibrated(backtest.multiple(best.trials()));
        var parts = best == combined ? combination.parts() : List.of(new ReportCard.Member(benchmark.name(), 1));
        var card = new ReportCard(best.model().name(), best.model().version(), parts, values.length, season, best.score(), naive.score());
        return new Selected(forecast, card, caveats);
    }

    private Selected unmeasured(double[] values, int season, int horizon, Set<ForecastCaveat> caveats) {
        caveats.add(ForecastCaveat.NOT_BACKTESTED);
        var own = TrimmedMeanForecaster.equal(Repertoire.of(values, season));
        var model = Repertoire.pooled(values, season).map(pooled -> TrimmedMeanForecaster.equal(List.of(own, pooled))).orElse(own);
        var card = new ReportCard(model.name(), model.version(), model.parts(), values.length, season, null, null);
        var forecast = model.forecast(values, season, horizon).calibrated(Calibration.pooled(season, values.length));
        return new Selected(forecast, card, caveats);
    }

    private record Candidate(Forecaster model, List<RollingBacktest.Trial> trials, BacktestScore score) {
        static Candidate of(Forecaster model, List<RollingBacktest.Trial> trials, RollingBacktest backtest) {
            return new Candidate(model, trials, backtest.score(trials));
        }
    }
}
