package org.salesconsultant.warehouse.semantic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row while a table is put together.
 *
 * @param gathered whether it stands for one member or for several, as {@link GroupSql} numbers it
 * @param keys what tells it from others
 * @param members the dimensions' cells
 * @param sums by term; missing where the fact has no row for the group
 * @param running the same, up to its step of time or over the last ones; empty where none is asked or it is not complete
 * @param rows how many fact rows it is of
 */
record Group(int gathered, List<@Nullable Object> keys, List<@Nullable Object> members, Map<Term, Long> sums, Map<Term, Long> running, long rows) {
    /** What makes two groups the same, in several tables too. */
    record Key(int gathered, List<@Nullable Object> keys) {}

    /** With one more sum. */
    Group with(Term term, long sum) {
        Map<Term, Long> more = new HashMap<>(sums);
        more.put(term, sum);
        return new Group(gathered, keys, members, more, running, rows);
    }

    Key key() {
        return new Key(gathered, keys);
    }

    Group and(Group other) {
        Map<Term, Long> allSums = new HashMap<>(sums);
        allSums.putAll(other.sums);
        Map<Term, Long> allRunning = new HashMap<>(running);
        allRunning.putAll(other.running);
        return new Group(gathered, keys, members, allSums, allRunning, rows + other.rows);
    }
}
