package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialSmoothingTest {
    /**
     * Values 10, 14, 12 with alpha ½ and start s: errors are 10 − s, 14 − (s + 10)/2 = 9 − s/2 and
     * 12 − (s + 10 + 28)/4 = 2.5 − s/4. Their squares are least at s = (10 + 9/2 + 2.5/4) / (1 + 1/4 + 1/16) = 15.125 / 1.3125.
     */
    @Test
    void startsWhereTheSquaredErrorsAreLeast() {
        var smoothing = ExponentialSmoothing.of(new double[] {10, 14, 12}, 0.5);
        assertEquals(15.125 / 1.3125, smoothing.start(), 1e-12);
        // s/8 + 10/8 + 14/4 + 12/2
        assertEquals(15.125 / 1.3125 / 8 + 1.25 + 3.5 + 6, smoothing.level(), 1e-12);
    }

    @Test
    void followsALastingJumpAtOnce() {
        var smoothing = ExponentialSmoothing.fit(new double[] {5, 5, 5, 5, 9, 9, 9, 9});
        assertTrue(smoothing.alpha() > 0.99, "alpha " + smoothing.alpha());
        assertEquals(9, smoothing.level(), 0.01);
    }

    @Test
    void averagesWhatOnlyAlternates() {
        var smoothing = ExponentialSmoothing.fit(new double[] {4, 6, 4, 6, 4, 6, 4, 6, 4, 6});
        assertTrue(smoothing.alpha() < 0.01, "alpha " + smoothing.alpha());
        assertEquals(5, smoothing.level(), 0.05);
    }
}
