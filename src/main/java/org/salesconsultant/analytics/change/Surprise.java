package org.salesconsultant.analytics.change;

/**
 * How differently two periods are spread over the members of a dimension: the Jensen-Shannon divergence of their shares, 0 (the
 * same) to 1 (no member in both), in bits. Of several dimensions the one with the largest says most about a change (R. Bhagwan
 * et al., Adtributor: Revenue Debugging in Advertising Systems, NSDI 2014).
 */
public final class Surprise {
    private Surprise() {}

    /** @param before,after by member; what is below 0 has no share @return 0 where a period has nothing */
    public static double of(double[] before, double[] after) {
        double allBefore = sum(before);
        double allAfter = sum(after);
        if (allBefore <= 0 || allAfter <= 0) {
            return 0;
        }
        double divergence = 0;
        for (int i = 0; i < before.length; i++) {
            double was = Math.max(0, before[i]) / allBefore;
            double is = Math.max(0, after[i]) / allAfter;
            double middle = (was + is) / 2;
            divergence += (term(was, middle) + term(is, middle)) / 2;
        }
        return divergence;
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle) / Math.log(2);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.max(0, value);
        }
        return sum;
    }
}
