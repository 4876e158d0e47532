package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/** Bounds on members that have an order: weekdays, and dimensions whose members are all numbers, such as an age. */
final class MemberOrder {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private MemberOrder() {}

    /**
     * The members that a bound lets through, which may be none.
     *
     * @param names takes in how the data writes the bounds
     * @throws UserError when the members have no order, or a bound is none of them
     */
    static List<Member> among(List<Member> members, Dimension dimension, Filter filter, List<String> names) {
        boolean ordered = members.stream().allMatch(member -> place(dimension, member) != null);
        if (!ordered) {
            throw wrong(dimension, filter);
        }
        List<BigDecimal> bounds = new ArrayList<>();
        for (var value : filter.values()) {
            var called = dimension.isTime() ? Members.called(members, value) : List.<Member>of();
            names.add(called.isEmpty() ? value : called.getFirst().name());
            bounds.add(bound(dimension, filter, value, called));
        }
        return members.stream().filter(member -> passes(filter, java.util.Objects.requireNonNull(place(dimension, member)), bounds)).toList();
    }

    private static boolean passes(Filter filter, BigDecimal place, List<BigDecimal> bounds) {
        int low = place.compareTo(bounds.getFirst());
        return switch (filter.op()) {
            case AT_LEAST -> low >= 0;
            case AT_MOST -> low <= 0;
            case MORE_THAN -> low > 0;
            case LESS_THAN -> low < 0;
            case BETWEEN -> low >= 0 && place.compareTo(bounds.getLast()) <= 0;
            case IS, IS_NOT, IN, CONTAINS -> throw new IllegalArgumentException(filter.op().word());
        };
    }

    private static BigDecimal bound(Dimension dimension, Filter filter, String value, List<Member> called) {
        if (!called.isEmpty()) {
            return new BigDecimal(called.getFirst().id());
        }
        if (dimension.isTime() || !NUMBER.matcher(value.strip()).matches()) {
            throw wrong(dimension, filter);
        }
        return new BigDecimal(value.strip());
    }

    private static @Nullable BigDecimal place(Dimension dimension, Member member) {
        var text = dimension.isTime() ? member.id() : member.name().strip();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static UserError wrong(Dimension dimension, Filter filter) {
        return new UserError(UserError.Category.BAD_INPUT, "\"" + dimension.name() + "\" has no order in which \"" + filter.op().word() + "\" could be told.",
                "Use is, is_not, in or contains.");
    }
}
