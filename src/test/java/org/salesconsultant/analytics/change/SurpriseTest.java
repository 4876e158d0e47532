package org.salesconsultant.analytics.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SurpriseTest {
    /** The last by hand: half of log2(4/3), and half of log2(2/3) / 2 + log2(2) / 2. */
    @Test
    void isTheDivergenceOfShares() {
        assertEquals(0, Surprise.of(new double[] {1, 3}, new double[] {20, 60}), 1e-12);
        assertEquals(1, Surprise.of(new double[] {5, 0}, new double[] {0, 7}), 1e-12);
        assertEquals(0.311278, Surprise.of(new double[] {1, 0}, new double[] {1, 1}), 1e-6);
    }

    @Test
    void nothingHasNoShares() {
        assertEquals(0, Surprise.of(new double[] {0, -4}, new double[] {1, 1}));
    }
}
