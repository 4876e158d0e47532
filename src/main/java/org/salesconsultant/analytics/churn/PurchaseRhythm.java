package org.salesconsultant.analytics.churn;

import java.util.List;
import java.util.Random;
import smile.math.BFGS;
import smile.math.MathEx;
import smile.stat.distribution.GaussianDistribution;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * How customers buy and leave: after each purchase a customer leaves for good with some probability, else comes back after a
 * gap of the customer's own rhythm.
 *
 * <p>A mixture cure model (Boag, "Maximum likelihood estimates of the proportion of patients cured by cancer therapy", JRSS B
 * 1949) on repeated gaps. Assumptions: (1) the logarithm of a customer's gaps is normal around the customer's own mean with a
 * spread all share; (2) customers' means are normal around the population's, so that few gaps are shrunk towards it;
 * (3) the probability of leaving is one after the first purchase and another after any later one; (4) no season. Parameters
 * by maximum likelihood; each gap is judged by the customer's gaps before it. Immutable.
 *
 * @param meanLogGap of the population; days
 * @param within standard deviation of one customer's log gaps
 * @param between standard deviation of customers' mean log gaps
 * @param leaveAfterFirst probability of leaving after the first purchase
 * @param leaveAfterLater probability of leaving after each later one
 */
public record PurchaseRhythm(double meanLogGap, double within, double between, double leaveAfterFirst, double leaveAfterLater) {
    private static final long SEED = 20_111_209;
    /** More customers than this teach nothing more; a seeded sample of them does. */
    private static final int MOST_CUSTOMERS = 10_000;
    private static final int MOST_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-5;
    private static final GaussianDistribution NORMAL = GaussianDistribution.getInstance();

    /**
     * Learns from all purchases up to a day.
     *
     * @param now the last day seen
     */
    public static PurchaseRhythm fit(List<PurchaseDays> customers, int now) {
        var teaching = sample(customers);
        var start = new double[] {Math.log(30), 0, 0, -0.5, -2};
        BFGS.minimize(new NegativeLikelihood(teaching, now), start, TOLERANCE, MOST_ITERATIONS);
        return of(start);
    }

    private static List<PurchaseDays> sample(List<PurchaseDays> customers) {
        if (customers.size() <= MOST_CUSTOMERS) {
            return customers;
        }
        return new Random(SEED).ints(0, customers.size()).distinct().limit(MOST_CUSTOMERS).mapToObj(customers::get).toList();
    }

    /** @param free the parameters without bounds: logarithms of spreads, log odds of probabilities */
    private static PurchaseRhythm of(double[] free) {
        return new PurchaseRhythm(free[0], Math.exp(free[1]), Math.exp(free[2]), MathEx.sigmoid(free[3]), MathEx.sigmoid(free[4]));
    }

    private record NegativeLikelihood(List<PurchaseDays> customers, int now) implements DifferentiableMultivariateFunction {
        @Override
        public double f(double[] free) {
            var rhythm = of(free);
            return -customers.stream().mapToDouble(customer -> rhythm.logLikelihood(customer, now)).sum() / customers.size();
        }
    }

    private double logLikelihood(PurchaseDays customer, int now) {
        double sum = 0;
        double seen = 0;
        for (int gap = 0; gap < customer.gaps(); gap++) {
            double logGap = customer.logGap(gap);
            double spread = spread(gap);
            sum += Math.log1p(-leaving(gap)) + NORMAL.logp((logGap - mean(seen, gap)) / spread) - Math.log(spread);
            seen += logGap;
        }
        return sum + Math.log(silence(customer, now));
    }

    private double leaving(int gapsBefore) {
        return gapsBefore == 0 ? leaveAfterFirst : leaveAfterLater;
    }

    /** Expected log gap after having seen {@code gaps} of the customer that sum to {@code sum}. */
    private double mean(double sum, int gaps) {
        return meanLogGap + (sum - gaps * meanLogGap) / (gaps + within * within / (between * between));
    }

    /** Standard deviation of the next log gap: the customer's own, and how little is known of the mean. */
    private double spread(int gaps) {
        return Math.sqrt(within * within + 1 / (1 / (between * between) + gaps / (within * within)));
    }

    /** Probability that a customer who has not left still has not bought {@code days} after the last purchase. */
    private double waiting(PurchaseDays customer, int days) {
        if (days <= 0) {
            return 1;
        }
        int gaps = customer.gaps();
        double sum = gaps == 0 ? 0 : customer.meanLogGap() * gaps;
        return 1 - NORMAL.cdf((Math.log(days) - mean(sum, gaps)) / spread(gaps));
    }

    /** Probability of the silence since the last purchase, whether the customer has left or not. */
    private double silence(PurchaseDays customer, int now) {
        double leaving = leaving(customer.gaps());
        return leaving + (1 - leaving) * waiting(customer, now - customer.last());
    }

    /** Probability that the customer has left for good, given the silence until {@code now}: 0 … 1. */
    public double risk(PurchaseDays customer, int now) {
        return leaving(customer.gaps()) / silence(customer, now);
    }

    /** Probability that the customer buys nothing in the {@code horizon} days after {@code now}: 0 … 1. */
    public double noPurchase(PurchaseDays customer, int now, int horizon) {
        return silence(customer, now + horizon) / silence(customer, now);
    }

    /** The customer's usual gap in days: the middle of the gaps to expect, own ones weighed against everyone's. */
    public double usualGap(PurchaseDays customer) {
        int gaps = customer.gaps();
        return Math.exp(mean(gaps == 0 ? 0 : customer.meanLogGap() * gaps, gaps));
    }
}
