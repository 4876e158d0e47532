package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class KeptForecastsTest {
    private final KeptForecasts forecasts = new KeptForecasts();

    @Test
    void answersTheSameHistoryFromWhatItKept() {
        var first = forecasts.forecast(new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9}, 1, 2, true);
        assertSame(first, forecasts.forecast(new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9}, 1, 2, true));
        assertNotSame(first, forecasts.forecast(new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9.5}, 1, 2, true));
        assertNotSame(first, forecasts.forecast(new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9}, 1, 3, true));
    }

    @Test
    void keepsWhatItWasGivenWhenTheGiverChangesIt() {
        var history = new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9};
        var first = forecasts.forecast(history, 1, 2, true);
        history[9] = 100;
        assertNotSame(first, forecasts.forecast(history, 1, 2, true));
        assertSame(first, forecasts.forecast(new double[] {5, 7, 6, 8, 5, 9, 7, 8, 6, 9}, 1, 2, true));
    }
}
