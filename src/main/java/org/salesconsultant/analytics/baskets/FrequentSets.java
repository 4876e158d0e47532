package org.salesconsultant.analytics.baskets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sets of items that lie together in many baskets, each with its count, found depth first by projecting the baskets on
 * one item after another (Agarwal, Aggarwal, Prasad, "A tree projection algorithm for generation of frequent item sets",
 * J. Parallel Distrib. Comput. 2001).
 *
 * <p>Smile's FP-growth gives the same sets (a test compares them) but knows no largest size and keeps all sets of an item in
 * memory before it gives the first: a standing order of 40 products, repeated, makes it run out. This stops at a size and at a
 * number of sets. Not safe for several threads.
 */
final class FrequentSets {
    private final int[][] baskets;
    private final int[] itemOf;
    private final int minimumCount;
    private final int mostItems;
    private final int mostSets;
    private final Map<List<Integer>, Integer> sets = new HashMap<>();

    private FrequentSets(int[][] baskets, int[] itemOf, int minimumCount, int mostItems, int mostSets) {
        this.baskets = baskets;
        this.itemOf = itemOf;
        this.minimumCount = minimumCount;
        this.mostItems = mostItems;
        this.mostSets = mostSets;
    }

    /**
     * @param holding for each item the baskets that hold it
     * @param mostItems in one set
     * @param mostSets to find; there are more where one more than these comes back
     * @return counts by items, ascending
     */
    static Map<List<Integer>, Integer> of(int[][] baskets, int[] holding, int minimumCount, int mostItems, int mostSets) {
        // rare items first: projections on them are small, and nothing common is projected on a rare one later
        var itemOf = IntStream.range(0, holding.length).filter(item -> holding[item] >= minimumCount).boxed()
                .sorted((a, b) -> Integer.compare(holding[a], holding[b])).mapToInt(Integer::intValue).toArray();
        var rank = new int[holding.length];
        Arrays.fill(rank, -1);
        for (int place = 0; place < itemOf.length; place++) {
            rank[itemOf[place]] = place;
        }
        var ranked = Arrays.stream(baskets)
                .map(basket -> Arrays.stream(basket).map(item -> rank[item]).filter(place -> place >= 0).sorted().toArray())
                .filter(basket -> basket.length > 0).toArray(int[][]::new);
        var search = new FrequentSets(ranked, itemOf, minimumCount, mostItems, mostSets);
        search.grow(List.of(), -1, IntStream.range(0, ranked.length).toArray());
        return search.sets;
    }

    /** @param last rank of the newest item in the set; those after it may join @param holders baskets that hold the set */
    private void grow(List<Integer> set, int last, int[] holders) {
        var counts = new int[itemOf.length - last - 1];
        for (int holder : holders) {
            for (int place = after(baskets[holder], last); place < baskets[holder].length; place++) {
                counts[baskets[holder][place] - last - 1]++;
            }
        }
        boolean deepest = set.size() + 1 == mostItems;
        var projected = deepest ? new int[0][] : project(last, holders, counts);
        for (int i = 0; i < counts.length && sets.size() <= mostSets; i++) {
            if (counts[i] >= minimumCount) {
                List<Integer> grown = new ArrayList<>(set);
                grown.add(itemOf[last + 1 + i]);
                sets.put(grown.stream().sorted().toList(), counts[i]);
                if (!deepest) {
                    grow(grown, last + 1 + i, projected[i]);
                }
            }
        }
    }

    /** For each item that may join, the holders that have it. */
    private int[][] project(int last, int[] holders, int[] counts) {
        var projected = new int[counts.length][];
        var filled = new int[counts.length];
        Arrays.setAll(projected, i -> counts[i] >= minimumCount ? new int[counts[i]] : new int[0]);
        for (int holder : holders) {
            for (int place = after(baskets[holder], last); place < baskets[holder].length; place++) {
                int i = baskets[holder][place] - last - 1;
                if (counts[i] >= minimumCount) {
                    projected[i][filled[i]++] = holder;
                }
            }
        }
        return projected;
    }

    /** Where the items ranked after {@code last} begin in a basket. */
    private static int after(int[] basket, int last) {
        int place = Arrays.binarySearch(basket, last);
        return place < 0 ? -place - 1 : place + 1;
    }
}
