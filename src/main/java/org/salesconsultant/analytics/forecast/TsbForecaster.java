package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Intermittent demand by Teunter, Syntetos and Babai (2011): how often there is any and how much it then is are smoothed apart,
 * the first at every step, so that what is no longer asked for fades out.
 */
public final class TsbForecaster implements Forecaster {
    private static final double[] SHARES = {0.02, 0.05, 0.1, 0.15, 0.2, 0.3};

    @Override
    public String name() {
        return "TSB";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        var best = new Run(0, 0, Double.POSITIVE_INFINITY, SHARES[0]);
        for (double often : SHARES) {
            for (double size : SHARES) {
                var run = run(history, often, size);
                best = run.squares() < best.squares() ? run : best;
            }
        }
        return IntermittentDemand.constant(best.often() * best.size(), horizon, Math.sqrt(best.squares() / history.length), best.share());
    }

    private record Run(double often, double size, double squares, double share) {}

    private static Run run(double[] history, double often, double large) {
        var demand = Arrays.stream(history).filter(value -> value != 0).toArray();
        double chance = (double) demand.length / history.length;
        double size = demand.length == 0 ? 0 : Arrays.stream(demand).average().orElseThrow();
        double squares = 0;
        for (double value : history) {
            double error = value - chance * size;
            squares += error * error;
            chance += often * ((value == 0 ? 0 : 1) - chance);
            size += value == 0 ? 0 : large * (value - size);
        }
        return new Run(chance, size, squares, often);
    }
}
