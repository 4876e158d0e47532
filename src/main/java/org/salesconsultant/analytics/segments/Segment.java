package org.salesconsultant.analytics.segments;

/**
 * A group of customers that buy alike.
 *
 * @param smaller whether another segment of this name spends more
 * @param customers how many
 * @param spend of all of them together, in currency
 * @param medianRecency days
 * @param averageSpend currency a customer
 */
public record Segment(SegmentName name, boolean smaller, int customers, double spend, double medianRecency, double medianOrders,
                      double averageSpend) {
    Segment smaller(boolean isSmaller) {
        return new Segment(name, isSmaller, customers, spend, medianRecency, medianOrders, averageSpend);
    }
}
