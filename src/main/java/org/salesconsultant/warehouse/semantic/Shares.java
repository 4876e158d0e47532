package org.salesconsultant.warehouse.semantic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shares are taken of: the sums of all rows that match the filters, and with several dimensions those of each member of
 * the first. Taken by statements of their own, so that counts of distinct things are right and nothing that the table leaves
 * out is left out here.
 */
final class Shares {
    private final Map<Term, Long> whole;
    private final @Nullable Map<Group.Key, Map<Term, Long>> byFirst;
    private final boolean gathersFirst;

    private Shares(Map<Term, Long> whole, @Nullable Map<Group.Key, Map<Term, Long>> byFirst, boolean gathersFirst) {
        this.whole = whole;
        this.byFirst = byFirst;
        this.gathersFirst = gathersFirst;
    }

    static Shares of(QueryRun run, SemanticModel model, Asked asked) {
        var all = run.table(asked.whole(model, List.of()), 1).groups();
        Map<Term, Long> whole = all.isEmpty() ? Map.of() : all.getFirst().sums();
        if (asked.dimensions().size() < 2) {
            return new Shares(whole, null, false);
        }
        Map<Group.Key, Map<Term, Long>> byFirst = new HashMap<>();
        run.table(asked.whole(model, asked.dimensions().subList(0, 1)), GroupTable.MOST_GROUPS).groups().forEach(group -> byFirst.put(group.key(), group.sums()));
        var first = asked.dimensions().getFirst();
        return new Shares(whole, byFirst, asked.others() ? !first.isTime() : first.members().isOfProduct());
    }

    boolean ofFirst() {
        return byFirst != null;
    }

    @Nullable Double ofAll(Metric metric, Group group) {
        return share(metric, group, whole);
    }

    /** Of the member of the first dimension that the group is of; nothing is told of the others' own shares. */
    @Nullable Double ofFirst(Metric metric, Group group) {
        if (byFirst == null) {
            return null;
        }
        var first = byFirst.get(new Group.Key(gathersFirst ? group.gathered() : GroupSql.NOT_GATHERED, group.keys().subList(0, 1)));
        return first == null ? null : share(metric, group, first);
    }

    /** A share of nothing, or of less than nothing, is none. */
    private static @Nullable Double share(Metric metric, Group group, Map<Term, Long> of) {
        var part = metric.raw(group.sums());
        var total = metric.raw(of);
        return part == null || total == null || total.longValue() <= 0 ? null : (Double) (part.doubleValue() / total.doubleValue());
    }
}
