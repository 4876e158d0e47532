package org.salesconsultant.warehouse.semantic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sums to take over the rows of one fact, in which groups.
 *
 * @param terms what is summed, each once
 * @param tests by term, which rows it is limited to, as SQL
 * @param condition which rows are read at all
 * @param narrowing the same, by what
 * @param ranking whether the best or worst members are asked for rather than a full split
 * @param leaders the members told from the others, or null where all are
 * @param sharedNames by dimension whose members have codes, the names that several of them have
 * @param filled the columns with keys that no row of the fact leaves empty
 * @param bindings the values that the SQL names
 */
record QueryPlan(Fact fact, List<Term> terms, Map<Term, String> tests, List<Dimension> dimensions, SqlCondition condition,
                 MarkedCounts.Narrowing narrowing, boolean ranking, @Nullable Leaders leaders, Map<Dimension, Set<String>> sharedNames,
                 Set<String> filled, Bindings bindings) {
    /**
     * @param dimension whose members they are
     * @param keys in the order of the ranking; null where the data has no such member
     */
    record Leaders(Dimension dimension, List<@Nullable Object> keys) {}

    /** Whether every row of the fact finds its row of a table. */
    boolean fills(Join join) {
        return join.isWhole() && filled.contains(join.held());
    }

    /** The name of a term's sum in the SQL. */
    String column(Term term) {
        return term.where().isEmpty() ? term.measure().word() : term.measure().word() + "_" + (terms.indexOf(term) + 1);
    }

    /** A ranking of products leaves fees and adjustments out, unless products are named. */
    boolean leavesFeesOut() {
        return ranking && leaders == null && splitsProducts() && !namesProducts();
    }

    /** A full split has one row for all fees. */
    boolean gathersFees() {
        return !ranking && leaders == null && splitsProducts();
    }

    /** A ranking of customers leaves out the rows whose customer is not known. */
    boolean leavesUnknownCustomersOut() {
        return ranking && leaders == null && splits(Source.CUSTOMER);
    }

    /** And a ranking of products those that name none. */
    boolean leavesUnknownProductsOut() {
        return leavesFeesOut() && splits(Source.PRODUCT);
    }

    boolean namesProducts() {
        return condition.resolved().stream().anyMatch(filter -> "product".equals(filter.dimension()));
    }

    boolean splits(Source source) {
        return dimensions.stream().anyMatch(dimension -> dimension.members() == source);
    }

    boolean counts(Measure... measures) {
        return terms.stream().map(Term::measure).anyMatch(List.of(measures)::contains);
    }

    private boolean splitsProducts() {
        return fact == Fact.LINES && dimensions.stream().anyMatch(dimension -> dimension.members().isOfProduct());
    }
}
