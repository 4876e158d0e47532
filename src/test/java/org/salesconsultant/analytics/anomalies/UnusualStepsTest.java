package org.salesconsultant.analytics.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.anomalies.UnusualSteps.Unusual;

class UnusualStepsTest {
    private static final int DAYS = 7;
    private static final double[] WEEK = {100, 120, 130, 110, 150, 40, 0};

    private static double[] year(long seed, double noise) {
        var random = new Random(seed);
        var days = new double[364];
        Arrays.setAll(days, day -> WEEK[day % 7] * (1 + day / 400.0) * Math.exp(noise * random.nextGaussian()));
        return days;
    }

    private static List<Integer> places(double[] days) {
        return UnusualSteps.of(days, DAYS).steps().stream().map(Unusual::step).toList();
    }

    @Test
    void outagesAndRushesStandOut() {
        var days = year(1, 0.1);
        days[100] *= 0.3;
        days[201] = 0;
        days[302] *= 2.5;
        days[360] *= 0.3;
        var result = UnusualSteps.of(days, DAYS);
        assertTrue(result.steps().stream().map(Unusual::step).toList().containsAll(List.of(100, 201, 302, 360)), result.toString());
        var outage = result.steps().stream().filter(step -> step.step() == 201).findFirst().orElseThrow();
        // day 201 is a Saturday at 1.5 times 40
        assertEquals(60, outage.expected(), 6);
        assertTrue(outage.low() > 0 && outage.high() > outage.expected() && outage.deviations() < -3.5);
    }

    /** Fifty years without anything planted: no more is flagged than is said to be. */
    @Test
    void ordinaryDaysAreSeldomFlagged() {
        int flagged = 0;
        double stated = 0;
        int judged = 0;
        for (int seed = 0; seed < 50; seed++) {
            var result = UnusualSteps.of(year(seed, 0.15), DAYS);
            flagged += result.steps().size();
            stated += result.byChance() * result.judged();
            judged += result.judged();
        }
        assertTrue(flagged <= 0.005 * judged, flagged + " of " + judged);
        assertTrue(stated <= UnusualSteps.MOST_BY_CHANCE * judged * 1.01, stated + " stated");
    }

    @Test
    void seriesThatTellNothing() {
        assertEquals(List.of(), places(new double[0]));
        assertEquals(List.of(), places(new double[] {1, 2, 3}));
        assertEquals(List.of(), places(new double[200]));
        var constant = new double[100];
        Arrays.fill(constant, 5);
        assertEquals(List.of(), places(constant));
    }

    @Test
    void theUnitDoesNotMatter() {
        var days = year(3, 0.2);
        days[150] *= 4;
        assertEquals(places(days), places(Arrays.stream(days).map(day -> 1_000 * day).toArray()));
    }
}
