package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesconsultant.warehouse.semantic.MetricQuery.Running;

/**
 * Sums up to each step of time, or over the last steps. Counts of distinct things are cumulated from how many are seen for the
 * first time in each step, so that nothing counts twice; a moving average of them is that of the steps' counts.
 *
 * @param steps which the groups have all of
 * @param firstSeen by group and term: the things seen for the first time in the group's step
 */
record RunningSums(Running running, Steps steps, List<Term> terms, Map<Group.Key, Map<Term, Long>> firstSeen) {

    List<Group> of(List<Group> groups) {
        List<Group> done = new ArrayList<>();
        for (var series : steps.series(groups).values()) {
            List<Group> inOrder = steps.keys().stream().map(series.steps()::get).toList();
            done.addAll(running.kind() == Running.Kind.CUMULATIVE ? cumulated(inOrder) : moved(inOrder));
        }
        groups.stream().filter(group -> group.keys().get(steps.grain()) == null).forEach(done::add);
        return done;
    }

    private List<Group> cumulated(List<Group> inOrder) {
        List<Group> done = new ArrayList<>();
        Map<Term, Long> soFar = new HashMap<>();
        int year = 0;
        for (var group : inOrder) {
            int own = Steps.year(String.valueOf(group.keys().get(steps.grain())));
            if (running.eachYear() && own != year) {
                soFar.clear();
            }
            year = own;
            terms.forEach(term -> soFar.merge(term, added(group, term), Long::sum));
            done.add(with(group, new HashMap<>(soFar)));
        }
        return done;
    }

    private long added(Group group, Term term) {
        return term.measure().isAdditive() ? group.sums().getOrDefault(term, 0L)
                : firstSeen.getOrDefault(group.key(), Map.of()).getOrDefault(term, 0L);
    }

    private List<Group> moved(List<Group> inOrder) {
        List<Group> done = new ArrayList<>();
        Map<Term, Long> window = new HashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            var group = inOrder.get(i);
            terms.forEach(term -> window.merge(term, group.sums().getOrDefault(term, 0L), Long::sum));
            if (i >= running.window()) {
                var left = inOrder.get(i - running.window());
                terms.forEach(term -> window.merge(term, -left.sums().getOrDefault(term, 0L), Long::sum));
            }
            done.add(with(group, i + 1 < running.window() ? Map.of() : new HashMap<>(window)));
        }
        return done;
    }

    private static Group with(Group group, Map<Term, Long> running) {
        return new Group(group.gathered(), group.keys(), group.members(), group.sums(), running, group.rows());
    }
}
