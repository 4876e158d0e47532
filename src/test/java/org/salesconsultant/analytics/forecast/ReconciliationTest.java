package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final double EXACT = 1e-9;

    /** 100 − (50 + 30) = 20 to share by variances 1 and 3: 5 and 15. */
    @Test
    void sharesTheGapByVariance() {
        assertArrayEquals(new double[] {55, 45}, Reconciliation.points(100, new double[] {50, 30}, new double[] {1, 3}, true), EXACT);
    }

    /**
     * Minimal in the weighted squares: with S = (1 1; 1 0; 0 1) and W = diag(v, 1, 3), MinT's (S'W⁻¹S)⁻¹S'W⁻¹ŷ gives bottom
     * forecasts b + w (ŷ − Σb) / (Σw + v). As v goes to 0 that is 50 + 20/4 and 30 + 60/4.
     */
    @Test
    void isMinTraceWithTheTotalHeld() {
        double v = 1e-9;
        double[][] information = {{1 / v + 1, 1 / v}, {1 / v, 1 / v + 1 / 3.0}};
        double[] right = {100 / v + 50, 100 / v + 30 / 3.0};
        double determinant = information[0][0] * information[1][1] - information[0][1] * information[1][0];
        double first = (right[0] * information[1][1] - right[1] * information[0][1]) / determinant;
        assertEquals(first, Reconciliation.points(100, new double[] {50, 30}, new double[] {1, 3}, false)[0], 1e-4);
    }

    /** 10 − (2 + 20 + 8) = −20 by variances 1, 1, 2 would be −3, 15, −2; then 10 − 20 = −10 is the second's alone. */
    @Test
    void holdsAtZeroWhatWouldFallBelow() {
        assertArrayEquals(new double[] {0, 10, 0}, Reconciliation.points(10, new double[] {2, 20, 8}, new double[] {1, 1, 2}, true), EXACT);
        assertArrayEquals(new double[] {-3, 15, -2}, Reconciliation.points(10, new double[] {2, 20, 8}, new double[] {1, 1, 2}, false), EXACT);
    }

    /** Half widths 2 and 4: variances 4 and 16; the gap of 10 is shared as 2 and 8. */
    @Test
    void movesBoundsWithTheirPoints() {
        var parts = Reconciliation.of(20, List.of(new Interval(3, 1, 5), new Interval(7, 3, 11)), true);
        assertEquals(List.of(new Interval(5, 3, 7), new Interval(15, 11, 19)), parts);
    }

    /** The lower bound stops at zero, and where it had stopped there before it is as far below as the upper is above. */
    @Test
    void keepsBoundsSane() {
        var parts = Reconciliation.of(6, List.of(new Interval(1, 0, 4), new Interval(1, 0, 2)), true);
        // half widths 3 and 1: variances 9 and 1; the gap of 4 is shared as 3.6 and 0.4
        assertEquals(4.6, parts.getFirst().point(), EXACT);
        assertEquals(1.6, parts.getFirst().low(), EXACT);
        assertEquals(7.6, parts.getFirst().high(), EXACT);
        assertEquals(0.4, parts.getLast().low(), EXACT);
    }

    /** Nothing varied: 12 − (2 + 4) = 6 in proportion to size; without any size, in equal parts. */
    @Test
    void sharesBySizeWhereNothingVaried() {
        assertEquals(List.of(4.0, 8.0), Reconciliation.of(12, List.of(new Interval(2, 2, 2), new Interval(4, 4, 4)), true).stream().map(Interval::point).toList());
        assertEquals(List.of(6.0, 6.0), Reconciliation.of(12, List.of(new Interval(0, 0, 0), new Interval(0, 0, 0)), true).stream().map(Interval::point).toList());
    }

    @Test
    void alwaysAddsUp() {
        var parts = new double[] {0.1, 0.2, 300, 1e-7, 42};
        var variances = new double[] {5, 1e-3, 70, 2, 9};
        for (double total : new double[] {0, 0.05, 100, 342.3, 9_000}) {
            assertEquals(total, Arrays.stream(Reconciliation.points(total, parts, variances, true)).sum(), EXACT * (1 + total));
        }
    }
}
