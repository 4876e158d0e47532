package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.change.Surprise;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.QueryResult;

/** What each member of a dimension came to in two periods, the largest change first. */
record MemberChanges(Dimension dimension, List<Part> parts, boolean complete) {
    /** @param named whether one can ask about it: it is neither unknown nor the fees */
    record Part(String name, boolean named, BigDecimal before, BigDecimal after) {
        BigDecimal change() {
            return after.subtract(before);
        }
    }

    static MemberChanges of(Dimension dimension, MemberNames names, QueryResult before, QueryResult after) {
        Map<@Nullable Object, BigDecimal[]> amounts = new LinkedHashMap<>();
        after.rows().forEach(row -> amounts.computeIfAbsent(row.getFirst(), MemberChanges::nothing)[1] = MetricChange.amount(row.get(1)));
        before.rows().forEach(row -> amounts.computeIfAbsent(row.getFirst(), MemberChanges::nothing)[0] = MetricChange.amount(row.get(1)));
        List<Part> parts = new ArrayList<>();
        amounts.forEach((member, both) -> parts.add(new Part(names.said(dimension, member), MemberNames.isNamed(dimension, member), both[0], both[1])));
        parts.sort(Comparator.comparing((Part part) -> part.change().abs()).reversed());
        return new MemberChanges(dimension, List.copyOf(parts), before.omitted() + after.omitted() == 0);
    }

    private static BigDecimal[] nothing(@Nullable Object member) {
        return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
    }

    /** Whether the members add up to the whole: distinct things can be counted under several of them, and the longest lists are cut. */
    boolean isSumOf(BigDecimal before, BigDecimal after) {
        return complete && sum(true).compareTo(before) == 0 && sum(false).compareTo(after) == 0;
    }

    double surprise() {
        return Surprise.of(parts.stream().mapToDouble(part -> part.before().doubleValue()).toArray(),
                parts.stream().mapToDouble(part -> part.after().doubleValue()).toArray());
    }

    private BigDecimal sum(boolean ofBefore) {
        return parts.stream().map(part -> ofBefore ? part.before() : part.after()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
