package org.salesconsultant.analytics.segments;

/**
 * One customer in three numbers (Hughes, "Strategic Database Marketing", 1994).
 *
 * @param recency days since the last purchase, 0 or more
 * @param orders orders so far, 1 or more
 * @param spend net spend so far, in currency; may be negative where returns outweigh purchases
 */
public record Rfm(int recency, int orders, double spend) {}
