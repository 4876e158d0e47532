package org.salesconsultant.analytics.recommend;

/**
 * A product to offer.
 *
 * @param score the sum of its similarities to what the customer has; comparable within one list only
 * @param because the product the customer has that speaks most for it
 * @param buyersOfBoth customers who bought {@code because} and this
 */
public record Recommendation(int product, double score, int because, int buyersOfBoth) {}
