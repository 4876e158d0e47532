package org.salesconsultant.warehouse.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gathers things by owner, as compactly as they come: first all pairs in two arrays, then one array for each owner. */
final class Groups {
    private final Map<Long, Integer> places = new HashMap<>();
    private int[] owners = new int[1 << 12];
    private int[] things = new int[1 << 12];
    private int size;

    /** @param owner any key @param thing 0 or more */
    void add(long owner, int thing) {
        if (size == owners.length) {
            owners = Arrays.copyOf(owners, 2 * size);
            things = Arrays.copyOf(things, 2 * size);
        }
        owners[size] = places.computeIfAbsent(owner, any -> places.size());
        things[size++] = thing;
    }

    /** For each owner, in order of first appearance, its things, ascending, each once. */
    int[][] distinct() {
        var counts = new int[places.size()];
        for (int i = 0; i < size; i++) {
            counts[owners[i]]++;
        }
        var groups = new int[counts.length][];
        Arrays.setAll(groups, owner -> new int[counts[owner]]);
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            groups[owners[i]][counts[owners[i]]++] = things[i];
        }
        Arrays.setAll(groups, owner -> Arrays.stream(groups[owner]).sorted().distinct().toArray());
        return groups;
    }
}
