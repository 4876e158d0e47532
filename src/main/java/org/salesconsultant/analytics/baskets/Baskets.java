package org.salesconsultant.analytics.baskets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was bought in one go, basket by basket, and the rules in it. Items are numbers from 0. Deterministic. Safe for many
 * threads.
 */
public final class Baskets {
    /** Rarer sets are left out as soon as there would be more than this many: their number grows without bound. */
    private static final int MOST_ITEM_SETS = 200_000;
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
            if (contains(basket, item)) {
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

    private static boolean contains(int[] basket, int item) {
        for (int other : basket) {
            if (other == item) {
                return true;
            }
        }
        return false;
    }

    /**
     * All rules with one consequent.
     *
     * @param minimumCount baskets that must hold the whole rule; raised where there would be too many
     * @param mostItems in a rule, both sides together, 2 or more
     * @return by lift, descending, with the count that held in the end
     */
    public Mined rules(int minimumCount, double minimumConfidence, int mostItems) {
        int count = Math.max(1, minimumCount);
        var frequent = FrequentSets.of(baskets, holding, count, mostItems, MOST_ITEM_SETS);
        while (frequent.size() > MOST_ITEM_SETS) {
            count *= 2;
            frequent = FrequentSets.of(baskets, holding, count, mostItems, MOST_ITEM_SETS);
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
}
