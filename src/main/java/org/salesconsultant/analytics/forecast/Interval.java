package org.salesconsultant.analytics.forecast;

/** An expected value with the bounds that hold 95 times in 100, all in the unit of the history. */
public record Interval(double point, double low, double high) {
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
