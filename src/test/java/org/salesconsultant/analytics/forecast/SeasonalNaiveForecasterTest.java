package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeasonalNaiveForecasterTest {
    private final SeasonalNaiveForecaster naive = new SeasonalNaiveForecaster();

    @Test
    void repeatsTheLastSeason() {
        var forecast = naive.forecast(new double[] {1, 2, 3, 4, 10, 20, 30, 40}, 4, 6);
        assertEquals(10, forecast.step(1).point());
        assertEquals(40, forecast.step(4).point());
        assertEquals(20, forecast.step(6).point());
    }

    /** Seasonal differences 1, 1, −1, 3: σ² = 12 / 4 = 3. One season ahead σ = √3, two seasons ahead √6. */
    @Test
    void growsLessSureSeasonBySeason() {
        var forecast = naive.forecast(new double[] {5, 7, 6, 8, 5, 11}, 2, 3);
        assertEquals(5 - 1.959964 * Math.sqrt(3), forecast.step(1).low(), 1e-9);
        assertEquals(11 + 1.959964 * Math.sqrt(3), forecast.step(2).high(), 1e-9);
        assertEquals(5 + 1.959964 * Math.sqrt(6), forecast.step(3).high(), 1e-9);
    }

    /** Steps 1 and 3 share a shock, step 2 has its own: variance of the sum 3 × (2² + 1² + 1²) = 18. */
    @Test
    void knowsWhichErrorsOfATotalGoTogether() {
        var total = naive.forecast(new double[] {5, 7, 6, 8, 5, 11}, 2, 3).sum(new double[] {1, 1, 1});
        assertEquals(21, total.point());
        assertEquals(21 + 1.959964 * Math.sqrt(18), total.high(), 1e-9);
    }

    @Test
    void takesTheLastValueWhereTheHistoryIsShorterThanTheSeason() {
        assertEquals(9, naive.forecast(new double[] {3, 5, 9}, 12, 2).step(2).point());
    }
}
