package org.salesconsultant.warehouse.imports;

/**
 * Sizes of numbers, counted in steps of a sixteenth of an octave, so that a few of them far from all others are told in one pass:
 * Tukey's outer fences on a scale of logarithms, where what is ten times as much is as far everywhere. Signs do not matter, and zeros
 * are left out.
 */
final class Magnitudes {
    private static final int STEPS = 16;
    private static final int BITS = 4;
    private static final int FENCE = 3;
    private static final long FEWEST = 20;
    private static final double MOST = 0.01;
    private static final long A_FEW = 3;

    private final long[] counts = new long[Long.SIZE * STEPS];
    private long count;

    void add(long value) {
        if (value != 0) {
            counts[step(value)]++;
            count++;
        }
    }

    private static int step(long value) {
        long size = Math.max(1, Math.abs(value));
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(size);
        int part = (int) (octave >= BITS ? size >>> octave - BITS : size << BITS - octave) & STEPS - 1;
        return octave * STEPS + part;
    }

    /** How many lie beyond the fences; 0 where there are so many that they are no exceptions, or too few values to tell. */
    long unusual() {
        if (count < FEWEST) {
            return 0;
        }
        int quarter = quantile(0.25);
        int threeQuarters = quantile(0.75);
        int spread = FENCE * Math.max(STEPS, threeQuarters - quarter);
        long beyond = 0;
        for (int step = 0; step < counts.length; step++) {
            beyond += step < quarter - spread || step > threeQuarters + spread ? counts[step] : 0;
        }
        return beyond <= Math.max(A_FEW, count * MOST) ? beyond : 0;
    }

    /** Whether a value is farther from the middle than another. */
    boolean isFarther(long value, long than) {
        int middle = quantile(0.5);
        return Math.abs(step(value) - middle) > Math.abs(step(than) - middle);
    }

    private int quantile(double share) {
        long below = 0;
        for (int step = 0; step < counts.length; step++) {
            below += counts[step];
            if (below >= share * count) {
                return step;
            }
        }
        return counts.length - 1;
    }
}
