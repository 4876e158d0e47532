package org.salesconsultant.analytics.baskets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.PublishedData;
import smile.association.FPGrowth;
import smile.association.FPTree;
import smile.association.ItemSet;

class BasketsTest {
    private static final int BREAD = 0;
    private static final int BUTTER = 1;
    private static final int BEER = 2;
    private static final Baskets FIVE = new Baskets(3, new int[][] {{BREAD, BUTTER}, {BREAD, BUTTER}, {BREAD}, {BEER}, {BUTTER, BEER}});

    @Test
    void countsWhatLiesBesideAnItem() {
        // bread is in 3 of 5 baskets, butter in 3, both in 2: support 2/5, confidence 2/3, lift (2/3) / (3/5) = 10/9
        var rule = FIVE.with(BREAD, 1, 0).getFirst();

        assertEquals(BUTTER, rule.consequent());
        assertEquals(2, rule.count());
        assertEquals(0.4, rule.support(), 1e-12);
        assertEquals(2.0 / 3, rule.confidence(), 1e-12);
        assertEquals(10.0 / 9, rule.lift(), 1e-12);
    }

    @Test
    void leavesOutWhatIsTooRareOrTooLoose() {
        assertEquals(2, FIVE.with(BUTTER, 1, 0).size());
        assertEquals(1, FIVE.with(BUTTER, 2, 0).size());
        assertEquals(1, FIVE.with(BUTTER, 1, 0.5).size());
        assertEquals(List.of(), FIVE.with(BEER, 2, 0));
    }

    @Test
    void findsTheSameRulesByMiningAsByCounting() {
        var mined = FIVE.rules(2, 0.5, 3).rules();

        assertEquals(List.of(FIVE.with(BREAD, 2, 0).getFirst(), FIVE.with(BUTTER, 2, 0).getFirst()), mined);
    }

    @Test
    void hasNoRulesWhereNothingIsBoughtTogether() {
        assertEquals(List.of(), new Baskets(2, new int[][] {{0}, {1}}).rules(1, 0, 3).rules());
        assertEquals(List.of(), new Baskets(2, new int[][] {{0}, {1}}).rules(2, 0, 3).rules());
        assertEquals(List.of(), new Baskets(2, new int[][] {}).rules(1, 0, 3).rules());
    }

    /** A standing order of 40 items, three times: 2^40 - 1 sets are in 3 of 3 baskets. */
    @Test
    void endsWhereRulesAreWithoutNumber() {
        var standing = IntStream.range(0, 40).toArray();
        var baskets = new Baskets(40, new int[][] {standing, standing, standing});

        // pairs only: 40 x 39 rules; any size: raised from 1 over 2 to 4, which nothing reaches
        assertEquals(40 * 39, baskets.rules(1, 0.5, 2).rules().size());
        assertEquals(4, baskets.rules(1, 0.5, 40).minimumCount());
        assertEquals(List.of(), baskets.rules(1, 0.5, 40).rules());
    }

    @Test
    void findsTheSetsThatSmilesFpGrowthFinds() {
        var groceries = groceries(new ArrayList<>());
        Map<List<Integer>, Integer> expected = FPGrowth.apply(FPTree.of(20, groceries))
                .collect(Collectors.toMap(set -> Arrays.stream(set.items()).sorted().boxed().toList(), ItemSet::support));
        var holding = new int[169];
        Arrays.stream(groceries).flatMapToInt(Arrays::stream).forEach(item -> holding[item]++);

        assertEquals(expected, FrequentSets.of(groceries, holding, 20, 10, 1_000_000));
    }

    /**
     * Groceries (9,835 baskets): 410 rules at support .001 and confidence .8; the one with the highest lift is
     * {liquor, red/blush wine} => {bottled beer}, support .001931876, confidence .9047619, lift 11.235269 (Hahsler,
     * arules package and vignettes).
     */
    @Test
    void findsThePublishedRulesOfGroceries() {
        List<String> names = new ArrayList<>();
        var baskets = groceries(names);

        var groceries = new Baskets(names.size(), baskets);
        var rules = groceries.rules((int) Math.ceil(0.001 * baskets.length), 0.8, 10).rules();

        assertEquals(9_835, groceries.size());
        assertEquals(169, names.size());
        assertEquals(410, rules.size());
        var best = rules.getFirst();
        assertEquals(List.of("liquor", "red/blush wine"), best.antecedent().stream().map(names::get).sorted().toList());
        assertEquals("bottled beer", names.get(best.consequent()));
        assertEquals(0.001931876, best.support(), 1e-9);
        assertEquals(0.9047619, best.confidence(), 1e-7);
        assertEquals(11.235269, best.lift(), 1e-6);
        assertTrue(rules.stream().allMatch(rule -> rule.confidence() >= 0.8));
    }

    private static int[][] groceries(List<String> names) {
        return PublishedData.lines("fimi/groceries.csv.gz").stream().filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split(",")).mapToInt(name -> number(names, name.strip())).distinct().toArray())
                .toArray(int[][]::new);
    }

    private static int number(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }
}
