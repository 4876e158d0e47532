package org.salesconsultant.analytics.segments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    private static final int EACH = 100;

    /** Four kinds of customer: (recency, orders, spend), each varied by up to a fifth. */
    private static List<Rfm> planted() {
        var random = new Random(7);
        List<Rfm> customers = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            customers.add(varied(random, 8, 40, 20_000));
            customers.add(varied(random, 15, 4, 600));
            customers.add(varied(random, 250, 12, 4_000));
            customers.add(new Rfm((int) (300 * (0.8 + 0.4 * random.nextDouble())), 1, 120 * (0.8 + 0.4 * random.nextDouble())));
        }
        return customers;
    }

    private static Rfm varied(Random random, int recency, int orders, double spend) {
        return new Rfm((int) Math.round(recency * (0.8 + 0.4 * random.nextDouble())),
                (int) Math.round(orders * (0.8 + 0.4 * random.nextDouble())), spend * (0.8 + 0.4 * random.nextDouble()));
    }

    @Test
    void findsPlantedGroupsAndTheirNumber() {
        var segmentation = Segmentation.fit(planted(), null);

        assertEquals(List.of(SegmentName.CHAMPIONS, SegmentName.PROMISING, SegmentName.AT_RISK, SegmentName.ONE_TIME),
                segmentation.segments().stream().map(Segment::name).toList());
        assertTrue(segmentation.segments().stream().allMatch(segment -> segment.customers() == EACH && !segment.smaller()));
        for (int i = 0; i < 4 * EACH; i++) {
            assertEquals(i % 4, segmentation.segmentOf()[i], "customer " + i);
        }
        assertTrue(segmentation.silhouette() > 0.7, "silhouette " + segmentation.silhouette());
    }

    @Test
    void describesASegmentByItsMiddleCustomer() {
        // two customers a group: medians and means by hand
        var segmentation = Segmentation.fit(List.of(new Rfm(2, 10, 1000), new Rfm(4, 12, 2000), new Rfm(200, 1, 50), new Rfm(210, 1, 70)), 2);

        var best = segmentation.segments().getFirst();
        assertEquals(2, best.customers());
        assertEquals(3000, best.spend());
        assertEquals(3, best.medianRecency());
        assertEquals(11, best.medianOrders());
        assertEquals(1500, best.averageSpend());
        assertEquals(SegmentName.ONE_TIME, segmentation.segments().getLast().name());
    }

    @Test
    void givesTheSameGroupsEachTimeAndOnEachThread() throws InterruptedException {
        var first = Segmentation.fit(planted(), 5);
        List<Segmentation> others = Collections.synchronizedList(new ArrayList<>());
        var thread = Thread.ofVirtual().start(() -> others.add(Segmentation.fit(planted(), 5)));
        thread.join();

        assertEquals(first.segments(), others.getFirst().segments());
        assertArrayEquals(first.segmentOf(), others.getFirst().segmentOf());
    }

    @Test
    void saysWhichOfTwoAlikeSegmentsSpendsLess() {
        var segments = Segmentation.fit(planted(), 8).segments();

        for (int i = 1; i < segments.size(); i++) {
            boolean alike = segments.get(i).name() == segments.get(i - 1).name();
            assertEquals(alike, segments.get(i).smaller());
            assertTrue(!alike || segments.get(i).averageSpend() <= segments.get(i - 1).averageSpend());
        }
    }

    @Test
    void refusesToGroupTooFewDifferentCustomers() {
        assertThrows(IllegalArgumentException.class, () -> Segmentation.fit(Collections.nCopies(50, new Rfm(1, 1, 1)), null));
        assertThrows(IllegalArgumentException.class, () -> Segmentation.fit(planted().subList(0, 3), 4));
    }
}
