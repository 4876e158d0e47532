package org.salesconsultant.analytics.segments;

/** What a segment is called: by how lately its middle customer bought, and how much and how often. In order of worth. */
public enum SegmentName {
    /** lately, much */
    CHAMPIONS,
    /** lately, middling */
    LOYAL,
    /** lately, little: new or small */
    PROMISING,
    /** middling in everything */
    STEADY,
    /** not lately, but better than the average customer: worth winning back first */
    AT_RISK,
    /** neither lately nor long ago, little */
    OCCASIONAL,
    /** long ago, little, more than once in the middle */
    DORMANT,
    /** not lately, once in the middle */
    ONE_TIME;

    /** Beyond this many standard deviations from the average customer a centroid is high or low, not middling. */
    private static final double BAND = 0.5;

    /**
     * @param recency of the centroid, log days, standardised: below 0 later than the average customer
     * @param worth of the centroid: the mean of its log orders and log spend, each standardised
     */
    static SegmentName of(double recency, double worth, double medianOrders) {
        if (recency < -BAND || recency < 0 && worth > BAND) {
            return worth > 2 * BAND ? CHAMPIONS : worth > 0 ? LOYAL : PROMISING;
        }
        if (medianOrders <= 1) {
            return ONE_TIME;
        }
        if (recency <= BAND && Math.abs(worth) <= BAND) {
            return STEADY;
        }
        if (worth > 0) {
            return AT_RISK;
        }
        return recency > BAND ? DORMANT : OCCASIONAL;
    }
}
