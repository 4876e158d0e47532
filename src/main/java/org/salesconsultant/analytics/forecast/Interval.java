package org.salesconsultant.analytics.forecast;

/** An expected value with the bounds that hold 95 times in 100, all in the unit of the history. */
public record Interval(double point, double low, double high) {
    /** Whether what came lies within the bounds. */
    public boolean covers(double actual) {
        return low <= actual && actual <= high;
    }
}
