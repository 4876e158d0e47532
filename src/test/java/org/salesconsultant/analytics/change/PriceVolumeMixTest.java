package org.salesconsultant.analytics.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.change.PriceVolumeMix.Sales;

class PriceVolumeMixTest {
    /**
     * By hand. Lamps: 10 at 2, then 15 at 3; jugs: 10 at 4, both times. Price: 15 lamps at 1 more. Volume: 25 pieces after 20 are a
     * quarter more of 60. Mix: 2.5 lamps at 2 above that pace and 2.5 jugs at 4 below it.
     */
    @Test
    void splitsAsAControllerWould() {
        var parts = PriceVolumeMix.of(List.of(new Sales(10, 20, 15, 45), new Sales(10, 40, 10, 40), new Sales(3, 7, 0, 0), new Sales(0, 0, 2, 9)));
        assertEquals(new PriceVolumeMix(15, 15, -5, 9, -7, 60, 85), parts);
        assertEquals(94 - 67, parts.total());
    }

    @Test
    void withNothingSoldInBothThereIsNoPrice() {
        assertEquals(new PriceVolumeMix(0, 0, 0, 9, -7, 0, 0), PriceVolumeMix.of(List.of(new Sales(3, 7, 0, 0), new Sales(0, 0, 2, 9))));
        assertEquals(0, PriceVolumeMix.of(List.of()).total());
    }

    @Test
    void partsAddUpWhateverIsSold() {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var sales = IntStream.range(0, random.nextInt(30)).mapToObj(any -> new Sales(some(random), some(random), some(random), some(random))).toList();
            long change = sales.stream().mapToLong(one -> one.amountAfter() - one.amountBefore()).sum();
            assertEquals(change, PriceVolumeMix.of(sales).total());
        }
    }

    private static long some(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(1_000_000_000_000L);
    }
}
