package org.salesconsultant.warehouse.semantic;

import java.util.Comparator;

/** The order of a table with others: members as their ranking has them, the others last, and within each as asked. */
final class Leading {
    private Leading() {}

    static Comparator<Group> of(QueryPlan.Leaders leaders, Asked asked, Ranking ranking) {
        int member = asked.dimensions().indexOf(leaders.dimension());
        return Comparator.<Group>comparingInt(Group::gathered)
                .thenComparingInt(group -> leaders.keys().indexOf(group.keys().get(member)))
                .thenComparing(ranking.comparator(asked.dimensions()));
    }
}
