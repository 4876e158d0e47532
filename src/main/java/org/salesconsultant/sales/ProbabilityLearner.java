package org.salesconsultant.sales;

import java.util.List;

/** Learns from cases how probable something is by a handful of signs. */
@FunctionalInterface
public interface ProbabilityLearner {
    Probability learn(List<Case> cases);

    /** @param signs as many in each case, the more in favour the larger @param isSo whether it was so */
    record Case(double[] signs, boolean isSo) {}

    /** What was learned. */
    @FunctionalInterface
    interface Probability {
        /** 0 … 1 */
        double of(double... signs);
    }
}
