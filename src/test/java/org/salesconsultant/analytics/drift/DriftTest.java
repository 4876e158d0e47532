package org.salesconsultant.analytics.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.analytics.drift.Drift.Step;

class DriftTest {
    private static final double LEVEL = 0.01;
    private static final Step INSIDE = new Step(100, 80, 120, 110);
    private static final Step OUTSIDE = new Step(100, 80, 120, 125);

    private static List<Step> steps(int inside, int outside) {
        return Stream.concat(Collections.nCopies(inside, INSIDE).stream(), Collections.nCopies(outside, OUTSIDE).stream()).toList();
    }

    /** By hand for 8: 1 − 0.95⁸ − 8·0.05·0.95⁷ − 28·0.05²·0.95⁶ = 1 − 0.663420 − 0.279335 − 0.051457; 20 from printed binomial tables. */
    @ParameterizedTest
    @CsvSource({"0, 8, 1", "1, 8, 0.336580", "3, 8, 0.005788", "2, 20, 0.2642", "4, 20, 0.0159", "1, 1, 0.05"})
    void theChanceOfSoManyOutside(int outside, int steps, double expected) {
        assertEquals(expected, Drift.atLeast(outside, steps), 6e-5);
    }

    @Test
    void moreOutsideThanChanceAllowsIsDrift() {
        assertFalse(Drift.of(steps(6, 2), Double.NaN, 0, LEVEL).drifted());
        var drift = Drift.of(steps(5, 3), Double.NaN, 0, LEVEL);
        assertTrue(drift.drifted());
        assertEquals(3, drift.outside());
    }

    /** (5 · 10 + 3 · 25) / (5 · 110 + 3 · 125) = 125 / 925 */
    @Test
    void theErrorIsAShareOfTheVolume() {
        assertEquals(125.0 / 925, Drift.of(steps(5, 3), Double.NaN, 0, LEVEL).error(), 1e-12);
    }

    /** 10 / 110 = 0.0909; with 8 steps and 6 origins the bound is 1 + 3 · 0.7555 · √(1/8 + 1/6) = 2.224 times the backtest's error. */
    @Test
    void anErrorClearlyAboveTheBacktestsIsDriftEvenInsideTheBounds() {
        assertFalse(Drift.of(steps(8, 0), 0.0909 / 2.2, 6, LEVEL).drifted());
        assertTrue(Drift.of(steps(8, 0), 0.0909 / 2.25, 6, LEVEL).drifted());
        assertFalse(Drift.of(steps(3, 0), 0.001, 6, LEVEL).drifted());
    }
}
