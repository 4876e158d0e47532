package org.salesconsultant.warehouse.semantic;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;

/**
 * Answers metric queries from a warehouse. What needs no product is read from the orders' own sums, all else from the lines.
 * Safe for many threads.
 */
public final class MetricQueries {
    /** Rows given at most, whatever the query asks. */
    public static final int MOST_ROWS = 10_000;
    /** What SQLite says where a sum needs more than 64 bits. */
    private static final String OVERFLOW = "integer overflow";

    private final SemanticModel model;
    private final Members members;
    private final FilledColumns filled = new FilledColumns();

    public MetricQueries(SemanticModel model, Members members) {
        this.model = model;
        this.members = members;
    }

    public SemanticModel model() {
        return model;
    }

    /** What can be asked of one warehouse: the model, and the attributes that its files give to members. */
    public SemanticModel model(Warehouse warehouse) {
        return members.model(warehouse);
    }

    public Members members() {
        return members;
    }

    /**
     * Which rows of a fact a viewer's filters and period select, for statements of other readers.
     *
     * @throws UserError when a filter's dimension or operator does not fit
     * @throws UnknownMember when a filter names what the viewer's data does not have
     * @throws MissingData when a filter's dimension has no members at all
     */
    public SqlCondition condition(Warehouse warehouse, Fact fact, List<Filter> filters, @Nullable Period period, RowScope scope) {
        var segments = members.segments(warehouse, filters.stream().map(Filter::dimension), scope);
        return warehouse.database().read(handle -> new Conditions(members.model(handle, warehouse), members, segments).of(handle, warehouse, fact, filters, period, scope));
    }

    /**
     * Runs a query. No row means that nothing matches.
     *
     * @throws UserError when a metric, dimension or operator does not exist or they do not go together
     * @throws UnknownMember when a filter names what the viewer's data does not have
     * @throws MissingData when the warehouse has no data for a metric or dimension
     */
    public QueryResult run(Warehouse warehouse, MetricQuery query, RowScope scope) {
        try {
            // made before the transaction, for they are read in one of their own
            var segments = members.segments(warehouse, named(query), scope);
            return warehouse.facts(facts -> run(facts, warehouse, query, scope, segments));
        } catch (ArithmeticException e) {
            throw tooLarge();
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause && String.valueOf(cause.getMessage()).contains(OVERFLOW)) {
                throw tooLarge();
            }
            throw e;
        }
    }

    /** Both engines give no sum rather than a wrong one. */
    private static UserError tooLarge() {
        return new UserError(UserError.Category.TOO_LARGE, "A sum is larger than 900 trillion, more than the warehouse can add up.",
                "Ask about a shorter period or fewer members, and check the data for impossible amounts.");
    }

    private Stream<String> named(MetricQuery query) {
        var ofMetrics = query.metrics().stream().filter(model::hasMetric).map(model::metric).flatMap(Metric::terms).flatMap(term -> term.where().stream());
        return Stream.concat(query.dimensions().stream(), Stream.concat(query.filters().stream(), ofMetrics).map(Filter::dimension));
    }

    private QueryResult run(Facts facts, Warehouse warehouse, MetricQuery query, RowScope scope, Optional<String> segments) {
        var known = members.model(facts.stored(), warehouse);
        var asked = Asked.of(known, query);
        FactChoice.check(known, asked);
        checkMembers(facts.stored(), warehouse, asked.dimensions());
        var run = new QueryRun(known, members, filled, facts, warehouse, scope, segments);
        var table = run.table(asked, MOST_ROWS);
        var availability = new Availability(known, facts.rows(), asked, run.quotaLevel(asked));
        for (int i = 0; i < run.plans().size(); i++) {
            availability.check(run.plans().get(i), run.tables().get(i));
        }
        var notes = availability.notes(run.plans(), table);
        var condition = run.plans().getFirst().condition();
        var shares = asked.share() ? Shares.of(run, known, asked) : null;
        var layout = new ResultRows(asked, shares, warehouse.state(facts.stored()).currency());
        return new QueryResult(layout.columns(), layout.rows(table), table.all(), omitted(asked, table), table.totals(), table.costShare(),
                asked.metrics().stream().map(metric -> new Provenance.MetricDefinition(metric.name(), metric.definition().en())).toList(),
                Stream.concat(condition.filters().stream(), asked.thresholds().stream().map(Threshold::said).map(Filter::words)).toList(),
                Stream.concat(condition.resolved().stream(), asked.thresholds().stream().map(Threshold::said)).toList(), GroupTable.sql(run.tables()), facts.engine(), table.read(), notes);
    }

    /** With others nothing is left out. */
    private static long omitted(Asked asked, GroupTable table) {
        return asked.others() ? 0 : table.all() - table.groups().size();
    }

    private void checkMembers(Handle handle, Warehouse warehouse, List<Dimension> dimensions) {
        for (var dimension : dimensions) {
            if (!dimension.isTime() && members.of(handle, warehouse, dimension, new RowScope.All()).isEmpty()) {
                throw new MissingData(dimension.label());
            }
        }
    }
}
