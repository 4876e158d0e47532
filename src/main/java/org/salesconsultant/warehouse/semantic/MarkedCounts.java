package org.salesconsultant.warehouse.semantic;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;

/**
 * Counts of distinct orders and customers by product or category as sums over marked lines: an order counts on its first line of
 * a product, a customer on the first line that no earlier one of the period comes before. What is not marked is told apart. That
 * is right only while every group and filter takes all lines of such a pair or none; elsewhere there is no such count.
 */
final class MarkedCounts {
    static final String TABLE = "counted_line f";
    /** Later than "never" and earlier than every day. */
    private static final long BEFORE_ALL = -999_999;

    private final QueryPlan plan;

    /** What narrows a plan's rows. @param filters by what @param scoped whether to a viewer's own */
    record Narrowing(List<Source> filters, @Nullable Period period, boolean scoped) {}

    MarkedCounts(QueryPlan plan) {
        this.plan = plan;
    }

    boolean any() {
        return plan.terms().stream().anyMatch(this::counts);
    }

    boolean counts(Term term) {
        return term.where().isEmpty() && level() instanceof Source level && switch (term.measure()) {
            case ORDERS -> level == Source.PRODUCT || narrowedBy().filter(Source::isOfProduct).allMatch(source -> source == level);
            case CUSTOMERS -> !plan.narrowing().scoped() && plan.dimensions().stream().allMatch(dimension -> dimension.members().isOfProduct())
                    && narrowedBy().allMatch(source -> level == Source.PRODUCT ? source.isOfProduct() : source == level);
            default -> false;
        };
    }

    /** The aggregate over {@link #TABLE}. */
    String sql(Term term) {
        var level = Objects.requireNonNull(level()).word();
        boolean orders = term.measure() == Measure.ORDERS;
        var period = plan.narrowing().period();
        var test = orders ? "f." + level + "_order = 1"
                : "f." + level + "_before < " + plan.bindings().add(period == null ? BEFORE_ALL : period.from().toEpochDay());
        var apart = orders ? "f.apart_number" : "f.apart_customer";
        return "COUNT(CASE WHEN " + test + " THEN 1 END) + COUNT(DISTINCT " + apart + ") FILTER (WHERE " + apart + " IS NOT NULL)";
    }

    /** What the groups tell apart: products, or categories and nothing finer; null where neither. */
    private @Nullable Source level() {
        if (plan.fact() != Fact.LINES || plan.leaders() != null) {
            return null;
        }
        var ofProduct = plan.dimensions().stream().map(Dimension::members).filter(Source::isOfProduct).toList();
        return ofProduct.contains(Source.PRODUCT) ? Source.PRODUCT : ofProduct.equals(List.of(Source.CATEGORY)) ? Source.CATEGORY : null;
    }

    private Stream<Source> narrowedBy() {
        return plan.narrowing().filters().stream();
    }
}
