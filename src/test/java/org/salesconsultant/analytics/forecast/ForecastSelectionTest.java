package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.UserError;

class ForecastSelectionTest {
    private static final double NONE = Double.NaN;
    private final ForecastSelection selection = new ForecastSelection();

    @Test
    void combinesModelsAndSaysHowGoodTheyWere() {
        var selected = selection.forecast(noisy(60, t -> 100 + 2 * t, 5), 1, 6, false);
        var card = selected.card();
        assertTrue(card.members().size() >= 4, card.members().toString());
        assertEquals(1, card.members().stream().mapToDouble(ReportCard.Member::weight).sum(), 1e-9);
        var score = card.score();
        var naive = card.benchmark();
        assertNotNull(score);
        assertNotNull(naive);
        assertEquals(6, score.origins());
        assertEquals(6, score.horizon());
        assertTrue(score.coverage() > 0.85, "covers " + score.coverage());
        assertTrue(score.mase() < naive.mase());
        assertFalse(selected.caveats().contains(ForecastCaveat.NO_BETTER_THAN_SEASONAL_NAIVE));
        assertEquals(100 + 2 * 65, selected.forecast().step(6).point(), 8);
    }

    /** As much as all models of its own together. */
    @Test
    void letsWhatOtherSeriesTeachCountHalf() {
        var members = selection.forecast(noisy(60, t -> 100 + 2 * t, 5), 1, 6, false).card().members();
        var pooled = members.stream().filter(member -> member.model().equals("Pooled neural networks")).toList();
        assertEquals(1, pooled.size(), members.toString());
        assertEquals(0.5, pooled.getFirst().weight(), 1e-9);
        var negative = selection.forecast(noisy(60, t -> t - 30, 5), 1, 6, false).card().members();
        assertTrue(negative.stream().noneMatch(member -> member.model().equals("Pooled neural networks")), negative.toString());
    }

    /** Three years of days, twice as much on the seventh day of a week and up to 40 % more or less over the year, told 90 days ahead. */
    @Test
    void knowsTheWeekAndTheYearOfDays() {
        IntToDoubleFunction truth = t -> 1_000 * (t % 7 == 6 ? 2 : 1) * (1 + 0.4 * Math.sin(2 * Math.PI * t / 365.25));
        var days = noisy(3 * 365, truth, 20);
        days[500] = -30;
        var selected = selection.forecast(days, 7, 90, false);
        assertTrue(selected.card().members().stream().anyMatch(member -> member.model().equals("Calendar regression") && member.weight() > 0.8));
        double expected = IntStream.range(days.length, days.length + 90).mapToDouble(truth::applyAsDouble).sum();
        assertEquals(expected, IntStream.rangeClosed(1, 90).mapToDouble(step -> selected.forecast().step(step).point()).sum(), 0.03 * expected);
    }

    /** Two years of months are too few for Theta to see a season (it wants more), and enough to repeat one. */
    @Test
    void saysWhenNothingBeatsRepeatingTheLastSeason() {
        var selected = selection.forecast(noisy(24, t -> t % 12 == 11 ? 900 : 100, 5), 12, 3, false);
        assertEquals("Seasonal naive", selected.card().model());
        assertTrue(selected.caveats().contains(ForecastCaveat.NO_BETTER_THAN_SEASONAL_NAIVE));
        assertEquals(selected.card().benchmark(), selected.card().score());
    }

    @Test
    void narrowsNoIntervalBelowZeroWhereTheQuantityCannotBe() {
        var falling = noisy(20, t -> Math.max(0, 50 - 3.0 * t), 4);
        var free = selection.forecast(falling, 1, 8, false).forecast();
        var bounded = selection.forecast(falling, 1, 8, true).forecast();
        assertTrue(free.step(8).low() < 0);
        assertEquals(0, bounded.step(8).low());
        assertTrue(bounded.step(8).point() >= 0);
        assertEquals(0, bounded.sum(new double[] {1, 1, 1, 1, 1, 1, 1, 1}).low());
    }

    @Test
    void boundsATotalMoreTightlyThanItsSteps() {
        var forecast = selection.forecast(noisy(60, t -> 200, 20), 1, 8, false).forecast();
        var total = forecast.sum(new double[] {1, 1, 1, 1, 1, 1, 1, 1});
        double steps = IntStream.rangeClosed(1, 8).mapToDouble(step -> forecast.step(step).high()).sum();
        assertTrue(total.high() < steps);
        assertEquals(IntStream.rangeClosed(1, 8).mapToDouble(step -> forecast.step(step).point()).sum(), total.point(), 1e-6);
    }

    @Test
    void forecastsAConstantAndSaysThatItsUncertaintyIsUnknown() {
        var selected = selection.forecast(new double[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}, 1, 2, true);
        assertEquals(4, selected.forecast().step(2).point(), 1e-9);
        assertTrue(selected.caveats().contains(ForecastCaveat.CONSTANT));
    }

    @Test
    void closesGapsOnTheLineBetweenTheirNeighbours() {
        var selected = selection.forecast(new double[] {NONE, 1, 2, NONE, NONE, 5, 6, 7, 8, 9, 10, 11}, 1, 1, false);
        assertTrue(selected.caveats().contains(ForecastCaveat.GAPS_FILLED));
        assertEquals(11, selected.card().steps());
        assertEquals(12, selected.forecast().step(1).point(), 0.1);
    }

    @Test
    void doesWithoutASeasonItHasNotSeen() {
        var selected = selection.forecast(noisy(53, t -> 100, 10), 52, 8, true);
        assertTrue(selected.caveats().contains(ForecastCaveat.SEASON_NOT_LEARNED));
        assertEquals(1, selected.card().season());
    }

    @Test
    void saysWhenTheHistoryIsMostlyZeros() {
        var history = new double[40];
        Arrays.setAll(history, t -> t % 4 == 0 ? 8 : 0);
        assertTrue(selection.forecast(history, 1, 4, true).caveats().contains(ForecastCaveat.MANY_ZEROS));
    }

    @Test
    void forecastsThreeValuesWithoutABacktest() {
        var selected = selection.forecast(new double[] {10, 11, 12}, 1, 1, true);
        assertNull(selected.card().score());
        assertTrue(selected.caveats().contains(ForecastCaveat.NOT_BACKTESTED));
        assertTrue(Double.isFinite(selected.forecast().step(1).high()));
    }

    @Test
    void saysWhenMoreIsForecastThanTheHistoryHas() {
        assertTrue(selection.forecast(noisy(10, t -> t, 1), 1, 11, false).caveats().contains(ForecastCaveat.BEYOND_HISTORY));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001, 10_000})
    void refusesAnImpossibleHorizon(int horizon) {
        var error = assertThrows(UserError.class, () -> selection.forecast(noisy(30, t -> t, 1), 1, horizon, false));
        assertTrue(error.message().contains(String.valueOf(horizon)));
    }

    @Test
    void refusesAHistoryItCannotUse() {
        assertUnusable("2 known values", 1, 2);
        assertUnusable("infinite", 1, 2, 3, Double.POSITIVE_INFINITY);
        assertUnusable("last value is missing", 1, 2, 3, NONE);
        assertUnusable("misses 4 of 8", 1, NONE, NONE, 2, NONE, NONE, 3, 4);
    }

    @Test
    void givesTheSameAnswerTwice() {
        var history = noisy(80, t -> 100 + t % 4, 3);
        assertEquals(selection.forecast(history, 4, 4, false).forecast().step(4), selection.forecast(history, 4, 4, false).forecast().step(4));
        assertFalse(Double.isNaN(selection.forecast(history, 4, 4, false).forecast().step(4).low()));
    }

    private void assertUnusable(String part, double... history) {
        var error = assertThrows(UserError.class, () -> selection.forecast(history, 1, 2, false));
        assertEquals(UserError.Category.BAD_INPUT, error.category());
        assertTrue(error.message().contains(part), error.message());
    }

    private static double[] noisy(int length, IntToDoubleFunction expected, double deviation) {
        var random = new Random(7);
        return IntStream.range(0, length).mapToDouble(t -> expected.applyAsDouble(t) + deviation * random.nextGaussian()).toArray();
    }
}
