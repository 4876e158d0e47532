package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/** What models of demand that comes now and then share. */
final class IntermittentDemand {
    /** Share of steps without demand from which on it is intermittent. */
    private static final double MANY_ZEROS = 1.0 / 3;

    private IntermittentDemand() {}

    /** Whether a third of the steps or more see none, not as a season has it. */
    static boolean is(double[] history, int season) {
        return Arrays.stream(history).allMatch(value -> value >= 0)
                && Arrays.stream(history).filter(value -> value == 0).count() > MANY_ZEROS * history.length
                && !Seasonality.isFound(history, season);
    }

    /** The same at each step. @param share of an error that stays */
    static Forecast constant(double expected, int horizon, double deviation, double share) {
        var points = new double[horizon];
        Arrays.fill(points, expected);
        var ones = new double[horizon];
        Arrays.fill(ones, 1);
        var response = new double[horizon];
        Arrays.fill(response, share);
        response[0] = 1;
        return new Forecast(points, ones, response, deviation);
    }
}
