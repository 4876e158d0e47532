package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntermittentDemandTest {
    private static double[] every(int steps, double demand, int length) {
        var history = new double[length];
        Arrays.setAll(history, t -> t % steps == steps - 1 ? demand : 0);
        return history;
    }

    /** 12 every fourth step: 3 a step, less Syntetos and Boylan's half share of at most 0.3. */
    @Test
    void crostonSpreadsADemandOverItsInterval() {
        double expected = new CrostonForecaster().forecast(every(4, 12, 80), 1, 3).step(3).point();
        assertTrue(expected <= 3 && expected >= 3 * (1 - 0.15), "expects " + expected);
    }

    /** Its chance falls by a fixed share with every step that sees none: after 60 of them little is left, where Croston forgets nothing. */
    @Test
    void tsbForgetsWhatIsNoLongerAskedFor() {
        var ended = Arrays.copyOf(every(4, 12, 80), 140);
        double tsb = new TsbForecaster().forecast(ended, 1, 1).step(1).point();
        double croston = new CrostonForecaster().forecast(ended, 1, 1).step(1).point();
        assertTrue(tsb < 1, "expects " + tsb);
        assertTrue(croston > 2, "expects " + croston);
    }

    @Test
    void tsbExpectsChanceTimesSize() {
        assertEquals(3, new TsbForecaster().forecast(every(4, 12, 200), 1, 1).step(1).point(), 0.5);
    }

    @Test
    void growsWithTheUnit() {
        var history = every(3, 5, 60);
        var dozens = Arrays.stream(history).map(value -> value * 12).toArray();
        for (var model : new Forecaster[] {new TsbForecaster(), new CrostonForecaster()}) {
            assertEquals(12 * model.forecast(history, 1, 2).step(2).high(), model.forecast(dozens, 1, 2).step(2).high(), 1e-9, model.name());
            assertEquals(0, model.forecast(new double[20], 1, 1).step(1).point(), model.name());
        }
    }

    /** A shop that is closed on every other day is no intermittent demand: its season says when. */
    @Test
    void isNotWhatASeasonExplains() {
        assertTrue(IntermittentDemand.is(every(5, 7, 40), 1));
        assertFalse(IntermittentDemand.is(every(2, 7, 40), 2));
        assertFalse(IntermittentDemand.is(new double[] {1, 2, 3, 4, 0}, 1));
        assertFalse(IntermittentDemand.is(new double[] {0, 0, 0, -4, 0}, 1));
    }
}
