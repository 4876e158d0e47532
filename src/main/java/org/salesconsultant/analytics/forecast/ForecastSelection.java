package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.salesconsultant.sales.UserError;

/** Chooses the model that was clearly best on a series' own past, and forecasts with it. Safe for many threads. */
public final class ForecastSelection {
    private static final int LONGEST_HORIZON = 1_000;
    /** Backtests of one short series are noisy: a model has to be this much better than one preferred to it. */
    private static final double CLEARLY_BETTER = 0.9;

    private final List<Forecaster> models;
    private final Forecaster benchmark;

    /**
     * @param models in order of preference: the first is taken where nothing can be measured
     * @param benchmark what they have to beat
     */
    ForecastSelection(List<Forecaster> models, Forecaster benchmark) {
        this.models = models;
        this.benchmark = benchmark;
    }

    /** Theta, and the mean of Theta and seasonal naive, against seasonal naive. */
    public static ForecastSelection standard() {
        var theta = new ThetaForecaster();
        var naive = new SeasonalNaiveForecaster();
        return new ForecastSelection(List.of(theta, new MeanForecaster(theta, naive)), naive);
    }

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
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new UserError(UserError.Category.BAD_INPUT, "A horizon of " + horizon + " steps is not possible.",
                    "Ask for 1 to " + LONGEST_HORIZON + " steps.");
        }
        if (season < 1) {
            throw new UserError(UserError.Category.BAD_INPUT, "A season of " + season + " steps is not possible.",
                    "Give the steps in a season, or 1 for none.");
        }
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

    private Selected best(RollingBacktest backtest, double[] values, int season, int horizon, Set<ForecastCaveat> caveats) {
        var naive = Candidate.of(benchmark, backtest);
        List<Candidate> candidates = new ArrayList<>();
        models.forEach(model -> candidates.add(Candidate.of(model, backtest)));
        candidates.add(naive);
        var best = candidates.getFirst();
        for (var candidate : candidates) {
            best = candidate.score().mase() < CLEARLY_BETTER * best.score().mase() ? candidate : best;
        }
        if (naive.score().mase() <= best.score().mase() && !caveats.contains(ForecastCaveat.CONSTANT)) {
            caveats.add(ForecastCaveat.NO_BETTER_THAN_SEASONAL_NAIVE);
        }
        var forecast = best.model().forecast(values, season, horizon).calibrated(Calibration.multiple(best.trials()));
        var card = new ReportCard(best.model().name(), best.model().version(), values.length, season, best.score(), naive.score());
        return new Selected(forecast, card, caveats);
    }

    private Selected unmeasured(double[] values, int season, int horizon, Set<ForecastCaveat> caveats) {
        caveats.add(ForecastCaveat.NOT_BACKTESTED);
        var model = models.getFirst();
        var card = new ReportCard(model.name(), model.version(), values.length, season, null, null);
        return new Selected(model.forecast(values, season, horizon), card, caveats);
    }

    private record Candidate(Forecaster model, List<RollingBacktest.Trial> trials, BacktestScore score) {
        static Candidate of(Forecaster model, RollingBacktest backtest) {
            var trials = backtest.trials(model);
            return new Candidate(model, trials, BacktestScore.of(trials, backtest.naiveError()));
        }
    }
}
