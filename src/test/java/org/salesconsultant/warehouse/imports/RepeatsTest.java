package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {
    /** Counted as a set of the rows' texts counts them; in memory alone, and in 5 and 500 stretches of a file. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 10_000, 100})
    void rowsThatEqualAnEarlierOneAreCounted(int inMemory) {
        var random = new Random(inMemory);
        var seen = new HashSet<String>();
        long expected = 0;
        try (var repeats = new Repeats(inMemory)) {
            for (int i = 0; i < 50_000; i++) {
                var row = new String[] {String.valueOf(random.nextInt(300)), "", String.valueOf(random.nextInt(200))};
                expected += seen.add(String.join(",", row)) ? 0 : 1;
                repeats.add(Repeats.print(row));
            }
            assertEquals(expected, repeats.count());
        }
    }
}
