package org.salesconsultant.analytics.forecast;

import smile.stat.distribution.GaussianDistribution;

/** An expected value with the bounds that hold 95 times in 100, all in the unit of the history. */
public record Interval(double point, double low, double high) {
    /** Of what comes being at least so much, 0 … 1, with errors of a normal distribution as wide as the bounds say. */
    public double probabilityOfReaching(double amount) {
        double deviation = (high - point) / Forecast.NORMAL_95;
        if (deviation <= 0) {
            return point >= amount ? 1 : 0;
        }
        return 1 - GaussianDistribution.getInstance().cdf((amount - point) / deviation);
    }

    /** As wide above and below another point. @param notNegative whether the lower bound stops at zero */
    public Interval movedTo(double other, boolean notNegative) {
        double margin = high - point;
        return new Interval(other, notNegative ? Math.max(0, other - margin) : other - margin, other + margin);
    }

    /** Whether what came lies within the bounds. */
    public boolean covers(double actual) {
        return low <= actual && actual <= high;
    }
}
