package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThetaForecasterTest {
    private final ThetaForecaster theta = new ThetaForecaster();

    /** On a straight line smoothing follows with alpha → 1, so the forecast goes on from the last value with half the slope. */
    @Test
    void goesOnWithHalfTheTrend() {
        var forecast = theta.forecast(new double[] {10, 12, 14, 16, 18, 20, 22, 24}, 1, 4);
        assertEquals(25, forecast.step(1).point(), 0.01);
        assertEquals(28, forecast.step(4).point(), 0.01);
    }

    @Test
    void stretchesTheSeasonWithTheLevel() {
        var history = new double[48];
        Arrays.setAll(history, t -> (100 + t) * (t % 12 == 11 ? 2.0 : 10.0 / 11));
        var forecast = theta.forecast(history, 12, 12);
        assertEquals(2.2, forecast.step(12).point() / forecast.step(11).point(), 0.05);
        assertTrue(forecast.step(12).high() - forecast.step(12).low() > 1.5 * (forecast.step(11).high() - forecast.step(11).low()));
    }

    @Test
    void addsTheSeasonWhereAValueIsNegative() {
        var history = new double[28];
        Arrays.setAll(history, t -> t % 7 == 5 ? -10 : 50);
        var forecast = theta.forecast(history, 7, 7);
        assertEquals(-10, forecast.step(6).point(), 0.5);
        assertEquals(50, forecast.step(1).point(), 0.5);
    }

    /** A shop closed on every sixth day, whose other days have grown from 50 to 119: an added −70 would not close it. */
    @Test
    void keepsClosedDaysClosedHoweverMuchTheOthersGrow() {
        var history = new double[70];
        Arrays.setAll(history, t -> t % 7 == 5 ? 0 : 50 + t);
        var forecast = theta.forecast(history, 7, 7);
        assertEquals(0, forecast.step(6).high(), 1e-9);
        assertEquals(120, forecast.step(1).point(), 5);
    }

    @Test
    void findsNoSeasonInTwoSeasons() {
        var history = new double[24];
        Arrays.setAll(history, t -> t % 12 == 11 ? 200 : 100);
        assertTrue(theta.forecast(history, 12, 12).step(12).point() < 150);
    }

    @Test
    void givesAConstantBackWithoutDoubt() {
        var forecast = theta.forecast(new double[] {7, 7, 7, 7, 7}, 1, 3);
        assertEquals(new Interval(7, 7, 7), rounded(forecast.step(3)));
    }

    private static Interval rounded(Interval interval) {
        return new Interval(Math.rint(interval.point() * 1e6) / 1e6, Math.rint(interval.low() * 1e6) / 1e6,
                Math.rint(interval.high() * 1e6) / 1e6);
    }
}
