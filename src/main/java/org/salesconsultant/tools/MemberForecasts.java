package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.Interval;
import org.salesconsultant.analytics.forecast.Reconciliation;

/**
 * Forecasts of a total's members, each from its own history, made to add up to the total step by step where the members do.
 *
 * @param lines the largest members by their forecast, the others last
 * @param addUp whether the lines add up to the total: not where an order counts in several members
 * @param tooShort members whose history is too short for a forecast of its own; they are among the others
 */
record MemberForecasts(List<Line> lines, boolean addUp, List<Optional<String>> tooShort) {
    private static final int FEWEST_STEPS = 3;

    /** @param member empty where rows name none @param others whether it is all other members together @param before the steps before */
    record Line(Optional<String> member, boolean others, Interval expected, @Nullable Double before) {}

    static MemberForecasts of(Outlook total, StepHistories.Split split, KeptForecasts forecasts) {
        List<Optional<String>> names = new ArrayList<>();
        List<Optional<String>> tooShort = new ArrayList<>();
        List<StepHistory> histories = new ArrayList<>();
        var rest = split.others();
        for (var entry : split.largest().entrySet()) {
            if (entry.getValue().values().length >= FEWEST_STEPS) {
                names.add(entry.getKey());
                histories.add(entry.getValue());
            } else {
                tooShort.add(entry.getKey());
                rest = rest == null ? entry.getValue() : rest.plus(entry.getValue());
            }
        }
        if (rest != null && split.addUp()) {
            histories.add(rest.values().length >= FEWEST_STEPS ? rest : rest.from(total.history()));
        }
        var outlooks = histories.stream().map(history -> Outlook.of(history, total.grain(), total.horizon(), forecasts)).toList();
        var expected = split.addUp() ? reconciled(total, outlooks) : outlooks.stream().map(one -> one.expected(one.first(), one.end())).toList();
        List<Line> lines = new ArrayList<>(IntStream.range(0, names.size())
                .mapToObj(i -> new Line(names.get(i), false, expected.get(i), outlooks.get(i).stepsBefore()))
                .sorted(Comparator.comparingDouble((Line line) -> line.expected().point()).reversed()).toList());
        if (outlooks.size() > names.size()) {
            lines.add(new Line(Optional.empty(), true, expected.getLast(), outlooks.getLast().stepsBefore()));
        }
        return new MemberForecasts(lines, split.addUp(), tooShort);
    }

    /** Each step adds up, and so does the horizon; the bounds are those of the horizon. */
    private static List<Interval> reconciled(Outlook total, List<Outlook> members) {
        boolean notNegative = Arrays.stream(total.history().values()).allMatch(value -> value >= 0)
                && members.stream().allMatch(member -> Arrays.stream(member.history().values()).allMatch(value -> value >= 0));
        var points = new double[members.size()];
        for (int step = 0; step < total.horizon(); step++) {
            var start = total.grain().plus(total.first(), step);
            var end = total.grain().plus(start, 1);
            var parts = Reconciliation.of(total.expected(start, end).point(), members.stream().map(member -> member.expected(start, end)).toList(), notNegative);
            Arrays.setAll(points, member -> points[member] + parts.get(member).point());
        }
        return IntStream.range(0, points.length).mapToObj(member -> {
            var own = members.get(member).expected(total.first(), total.end());
            return own.movedTo(points[member], notNegative);
        }).toList();
    }
}
