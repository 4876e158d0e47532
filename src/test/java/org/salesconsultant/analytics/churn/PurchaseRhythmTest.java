package org.salesconsultant.analytics.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.PublishedData;
import smile.validation.metric.AUC;

class PurchaseRhythmTest {
    private static final int NOW = 1_000;
    /** Gaps of e^3.4 = 30 days in the middle; half of the customers leave after the first purchase, a tenth after each later one. */
    private static final PurchaseRhythm PLANTED = new PurchaseRhythm(3.4, 0.5, 0.4, 0.5, 0.1);

    private record Planted(PurchaseDays days, boolean left) {}

    private static List<Planted> planted(int customers) {
        var random = new Random(11);
        List<Planted> planted = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double mean = PLANTED.meanLogGap() + PLANTED.between() * random.nextGaussian();
            var days = new TreeSet<Integer>();
            int day = random.nextInt(NOW - 100);
            boolean left = false;
            while (day <= NOW && !left) {
                days.add(day);
                left = random.nextDouble() < (days.size() == 1 ? PLANTED.leaveAfterFirst() : PLANTED.leaveAfterLater());
                day += Math.max(1, (int) Math.round(Math.exp(mean + PLANTED.within() * random.nextGaussian())));
            }
            planted.add(new Planted(new PurchaseDays(days.stream().mapToInt(Integer::intValue).toArray()), left));
        }
        return planted;
    }

    @Test
    void recoversThePlantedRhythm() {
        var rhythm = PurchaseRhythm.fit(planted(3_000).stream().map(Planted::days).toList(), NOW);

        assertEquals(PLANTED.meanLogGap(), rhythm.meanLogGap(), 0.05);
        assertEquals(PLANTED.within(), rhythm.within(), 0.05);
        assertEquals(PLANTED.between(), rhythm.between(), 0.05);
        assertEquals(PLANTED.leaveAfterFirst(), rhythm.leaveAfterFirst(), 0.05);
        assertEquals(PLANTED.leaveAfterLater(), rhythm.leaveAfterLater(), 0.02);
    }

    /** A probability that means what it says: of the customers with a risk near p, a share of about p has really left. */
    @Test
    void risksAreTheSharesThatReallyLeft() {
        var planted = planted(4_000);
        var rhythm = PurchaseRhythm.fit(planted.stream().map(Planted::days).toList(), NOW);
        for (double from = 0; from < 1; from += 0.25) {
            double low = from;
            var band = planted.stream().filter(customer -> {
                double risk = rhythm.risk(customer.days(), NOW);
                return risk >= low && risk < low + 0.25;
            }).toList();
            double foretold = band.stream().mapToDouble(customer -> rhythm.risk(customer.days(), NOW)).average().orElse(0);
            double actual = band.stream().filter(Planted::left).count() / (double) band.size();
            assertEquals(foretold, actual, 0.1, band.size() + " customers from " + low);
        }
    }

    @Test
    void aSilenceLongForOneCustomerIsUsualForAnother() {
        var weekly = new PurchaseDays(new int[] {900, 907, 914, 921, 928, 935, 942, 949, 956});
        var quarterly = new PurchaseDays(new int[] {500, 590, 680, 770, 860, 956});

        assertTrue(PLANTED.risk(weekly, NOW) > 0.8, "risk " + PLANTED.risk(weekly, NOW));
        assertTrue(PLANTED.risk(quarterly, NOW) < 0.2, "risk " + PLANTED.risk(quarterly, NOW));
        assertTrue(PLANTED.usualGap(weekly) < 12);
        assertTrue(PLANTED.usualGap(quarterly) > 60);
    }

    @Test
    void riskGrowsWithSilenceFromWhatEveryoneHasOnThePurchaseDay() {
        var once = new PurchaseDays(new int[] {900});

        // nothing is known on the day itself but that half leave after the first purchase
        assertEquals(0.5, PLANTED.risk(once, 900), 1e-12);
        assertTrue(PLANTED.risk(once, 940) < PLANTED.risk(once, 1_000));
        assertTrue(PLANTED.risk(once, 5_000) > 0.99);
        assertEquals(Math.exp(3.4), PLANTED.usualGap(once), 1e-9);
    }

    @Test
    void foretellsPlantedSilenceWithoutBias() {
        var backtest = RhythmBacktest.run(planted(3_000).stream().map(Planted::days).toList(), NOW, 90);

        assertNotNull(backtest);
        assertEquals(backtest.actual(), backtest.foretold(), 0.03);
        assertTrue(backtest.auc() > 0.85, "AUC " + backtest.auc());
    }

    @Test
    void hasNoBacktestWhereNobodyWasThereBefore() {
        assertNull(RhythmBacktest.run(List.of(new PurchaseDays(new int[] {990})), NOW, 90));
        assertNull(RhythmBacktest.run(List.of(), NOW, 90));
    }

    /** CDNOW, all 23,570 customers: the last 180 days held out; guessing by days since the last purchase is the one to beat. */
    @Test
    void foretellsWhoStaysSilentAtCdnow() {
        Map<String, TreeSet<Integer>> days = new TreeMap<>();
        for (var line : PublishedData.lines("cdnow/CDNOW_master.txt.gz")) {
            var cells = line.strip().split("\\s+");
            if (cells[0].matches("\\d+")) {
                days.computeIfAbsent(cells[0], customer -> new TreeSet<>())
                        .add((int) LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay());
            }
        }
        var customers = days.values().stream().map(set -> new PurchaseDays(set.stream().mapToInt(Integer::intValue).toArray())).toList();
        var backtest = RhythmBacktest.run(customers, (int) LocalDate.parse("1998-06-30").toEpochDay(), 180);
        assertNotNull(backtest);
        assertEquals(23_570, backtest.customers());
        assertEquals(backtest.actual(), backtest.foretold(), 0.02);
        assertTrue(backtest.auc() > aucOfRecencyAlone(customers, (int) LocalDate.parse("1998-01-01").toEpochDay()), "AUC " + backtest.auc());
    }

    private static double aucOfRecencyAlone(List<PurchaseDays> customers, int then) {
        var known = customers.stream().filter(customer -> customer.until(then) != null).toList();
        var silent = known.stream().mapToInt(customer -> customer.boughtAfter(then) ? 0 : 1).toArray();
        var recency = known.stream().mapToDouble(customer -> then - Objects.requireNonNull(customer.until(then)).last()).toArray();
        return AUC.of(silent, recency);
    }
}
