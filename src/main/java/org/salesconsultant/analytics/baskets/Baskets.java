package org.salesconsultant.analytics.baskets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import smile.association.FPGrowth;
import smile.association.FPTree;
import smile.association.ItemSet;

/**
 * What was bought in one go, basket by basket, and the rules in it. Items are numbers from 0. Deterministic. Safe for many
 * threads.
 */
public final class Baskets {
    /** Rarer sets are left out as soon as there would be more than this many: their number grows without bound. */
    private static final int MOST_ITEM_SETS = 300_000;
    private static final Comparator<Rule> STRONGEST_FIRST = Comparator.comparingDouble(Rule::lift).reversed()
            .thenComparing(Comparator.comparingInt(Rule::count).reversed())
            .thenComparing(rule -> rule.antecedent().toString()).thenComparingInt(Rule::consequent);

    private final int[][] baskets;
    private final int[] holding;

    /**
     * @param items how many items there are
     * @param baskets the items of each basket, each once
     */
    public Baskets(int items, int[][] baskets) {
        this.baskets = baskets;
        holding = new int[items];
        for (var basket : baskets) {
            for (int item : basket) {
                holding[item]++;
            }
        }
    }

    public int size() {
        return baskets.length;
    }

    /** Baskets that hold the item. */
    public int holding(int item) {
        return holding[item];
    }

    /**
     * The rules with this one item as antecedent and one other as consequent, exactly counted.
     *
     * @param minimumCount baskets that must hold both
     * @return by confidence, descending: what most often lies beside it
     */
    public List<Rule> with(int item, int minimumCount, double minimumConfidence) {
        var together = new int[holding.length];
        for (var basket : baskets) {
            if (Arrays.stream(basket).anyMatch(other -> other == item)) {
                for (int other : basket) {
                    together[other]++;
                }
            }
        }
        return IntStream.range(0, together.length).filter(other -> other != item && together[other] >= Math.max(1, minimumCount))
                .mapToObj(other -> Rule.of(List.of(item), other, together[other], holding[item], holding[other], size()))
                .filter(rule -> rule.confidence() >= minimumConfidence)
                .sorted(Comparator.comparingDouble(Rule::confidence).reversed().thenComparingInt(Rule::consequent)).toList();
    }

    /**
     * All rules with one consequent, found by FP-growth (Han, Pei, Yin: "Mining frequent patterns without candidate
     * generation", SIGMOD 2000).
     *
     * @param minimumCount baskets that must hold the whole rule; raised where there would be too many
     * @return by lift, descending, with the count that held in the end
     */
    public Mined rules(int minimumCount, double minimumConfidence) {
        int count = Math.max(1, minimumCount);
        var frequent = frequent(count);
        while (frequent.size() > MOST_ITEM_SETS) {
            count *= 2;
            frequent = frequent(count);
        }
        List<Rule> rules = new ArrayList<>();
        for (var set : frequent.entrySet()) {
            for (int consequent : set.getKey()) {
                var antecedent = set.getKey().stream().filter(item -> item != consequent).toList();
                var whole = frequent.get(antecedent);
                if (whole != null && set.getValue() >= minimumConfidence * whole) {
                    rules.add(Rule.of(antecedent, consequent, set.getValue(), whole, holding[consequent], size()));
                }
            }
        }
        rules.sort(STRONGEST_FIRST);
        return new Mined(List.copyOf(rules), count);
    }

    /** @param minimumCount the least number of baskets a rule had to be in */
    public record Mined(List<Rule> rules, int minimumCount) {}

    /** One more than allowed at most, so that the caller sees there are too many. */
    private Map<List<Integer>, Integer> frequent(int minimumCount) {
        Map<List<Integer>, Integer> frequent = new HashMap<>();
        if (Arrays.stream(holding).noneMatch(count -> count >= minimumCount)) {
            return frequent; // Smile's tree throws where it would be empty
        }
        try (var sets = FPGrowth.apply(FPTree.of(minimumCount, baskets))) {
            var iterator = sets.iterator();
            while (iterator.hasNext() && frequent.size() <= MOST_ITEM_SETS) {
                ItemSet set = iterator.next();
                frequent.put(Arrays.stream(set.items()).sorted().boxed().toList(), set.support());
            }
        }
        return frequent;
    }
}
