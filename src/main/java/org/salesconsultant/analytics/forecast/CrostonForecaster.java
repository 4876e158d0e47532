package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Intermittent demand by Croston (1972): sizes of demands and the steps between them smoothed apart, with the correction of
 * Syntetos and Boylan (2005) for the bias of their ratio.
 */
public final class CrostonForecaster implements Forecaster {
    private static final double[] SHARES = {0.05, 0.1, 0.15, 0.2, 0.3};

    @Override
    public String name() {
        return "Croston";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        var best = run(history, SHARES[0]);
        for (double share : SHARES) {
            var run = run(history, share);
            best = run.squares() < best.squares() ? run : best;
        }
        return IntermittentDemand.constant(best.expected(), horizon, Math.sqrt(best.squares() / history.length), best.share());
    }

    private record Run(double expected, double squares, double share) {}

    private static Run run(double[] history, double share) {
        var demand = Arrays.stream(history).filter(value -> value != 0).toArray();
        if (demand.length == 0) {
            return new Run(0, 0, share);
        }
        double size = Arrays.stream(demand).average().orElseThrow();
        double interval = (double) history.length / demand.length;
        double squares = 0;
        int since = 1;
        for (double value : history) {
            double error = value - expected(size, interval, share);
            squares += error * error;
            if (value == 0) {
                since++;
            } else {
                size += share * (value - size);
                interval += share * (since - interval);
                since = 1;
            }
        }
        return new Run(expected(size, interval, share), squares, share);
    }

    private static double expected(double size, double interval, double share) {
        return (1 - share / 2) * size / interval;
    }
}
