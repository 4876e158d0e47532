package org.salesconsultant.warehouse.sample;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded draws from the distributions the sample company is made of. {@link StrictMath} makes them the same on every machine.
 * Not safe for several threads.
 */
final class Draw {
    private final SplittableRandom random;

    /** @param part each part of the company has a stream of its own, so that a change in one leaves the others as they are */
    Draw(long seed, String part) {
        random = new SplittableRandom(seed * 31 + part.hashCode());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From low to high, both included. */
    int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** With mean 1. @param sigma standard deviation of its logarithm */
    double logNormal(double sigma) {
        return StrictMath.exp(sigma * gaussian() - sigma * sigma / 2);
    }

    /** Knuth's product of uniforms; made for means up to a few hundred. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A whole number whose expected value is {@code value}. */
    long rounded(double value) {
        return (long) StrictMath.floor(value + random.nextDouble());
    }

    /** An index, drawn in proportion to its weight. @param cumulative running sums of the weights */
    int index(double[] cumulative) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return at < 0 ? -at - 1 : at + 1;
    }

    static double[] cumulative(double[] weights) {
        var sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** Box and Muller's transform. */
    private double gaussian() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
