package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** Numbers of the company: metrics, split and narrowed by dimensions, over a period, beside another one. */
public final class QueryMetrics implements Tool<QueryMetrics.Arguments> {
    private final MetricQueries queries;

    public QueryMetrics(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param period null: all data
     * @param compareTo the period to put beside it, relative to it where the words are relative
     * @param orderBy a metric or dimension asked for, and {@code asc} or {@code desc} after it; metrics fall and dimensions rise
     *     where neither is said
     */
    public record Arguments(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable PeriodArgument period,
                            @Nullable PeriodArgument compareTo, @Nullable String orderBy, @Nullable Integer limit) {}

    @Override
    public String name() {
        return "query_metrics";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        LocalDate first = context.state().firstDay();
        LocalDate newest = context.state().newestDay();
        if (first == null || newest == null) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        var periods = new Periods(first, newest);
        var period = arguments.period() == null ? null : arguments.period().resolve(periods);
        var before = arguments.compareTo() == null ? null : arguments.compareTo().resolve(periods, period);
        var query = new MetricQuery(arguments.metrics(), arguments.dimensions(), arguments.filters(), period, order(arguments.orderBy()),
                arguments.limit());
        context.steps().accept(context.say("reading"));
        try {
            return answer(arguments, query, before, periods, context);
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", Labels.inSentence(unknown.dimension().label(), context.language()),
                    "value", unknown.value(), "near", context.spoken().list(unknown.near()), "any", unknown.near().isEmpty() ? "no" : "yes"),
                    unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", Labels.inSentence(missing.what(), context.language())),
                    List.of(context.say("ask_total"), context.say("ask_data")));
        }
    }

    private Outcome answer(Arguments arguments, MetricQuery query, @Nullable Period before, Periods periods, ToolContext context) {
        var result = queries.run(context.warehouse(), query, context.viewer().scope());
        var metrics = query.metrics().stream().map(queries.model()::metric).distinct().toList();
        var dimensions = query.dimensions().stream().map(queries.model()::dimension).distinct().toList();
        var beside = before != null ? before : unasked(query, dimensions.isEmpty() && metrics.size() == 1, periods);
        var earlier = beside == null ? null : queries.run(context.warehouse(), over(query, beside), context.viewer().scope());
        var reading = new MetricReading(context, periods, metrics, dimensions, query, result, beside, earlier, before != null);
        if (result.rows().isEmpty() || reading.isBlank()) {
            return new Outcome.Empty(context.say("no_rows", "what", new MetricWords(reading, new FilterWords(queries.model(), context)).subject(), "dates", context.spoken().dates(periods.all())),
                    List.of(context.say("ask_by_month", "metric", reading.label(), "filters", "", "timed", "no", "period", "")));
        }
        return new Outcome.Found(new MetricFinding(reading, queries).finding(arguments));
    }

    /** The stretch before a whole one: a single number says more beside it. Only where the data reaches back so far. */
    private static @Nullable Period unasked(MetricQuery query, boolean single, Periods periods) {
        var period = query.period();
        if (!single || period == null || period.partial() || period.lastDay().isAfter(periods.now())) {
            return null;
        }
        var before = periods.before(period);
        return before.from().isBefore(periods.firstDay()) ? null : before;
    }

    /** The same over another period; all rows, since those of the ranking may stand anywhere in it. */
    private static MetricQuery over(MetricQuery query, Period period) {
        return new MetricQuery(query.metrics(), query.dimensions(), query.filters(), period, query.order(),
                query.limit() == null ? null : (Integer) MetricQueries.MOST_ROWS);
    }

    private MetricQuery.@Nullable Order order(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        var parts = words.strip().split("\\s+");
        var direction = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        boolean said = parts.length > 1 && List.of("asc", "desc", "ascending", "descending").contains(direction);
        var by = said ? words.strip().substring(0, words.strip().length() - direction.length()).strip() : words.strip();
        if (queries.model().hasMetric(by)) {
            return new MetricQuery.Order(by, !said || direction.startsWith("desc"));
        }
        try {
            return new MetricQuery.Order(queries.model().dimension(by).name(), said && direction.startsWith("desc"));
        } catch (UserError noDimension) {
            return new MetricQuery.Order(queries.model().metric(by).name(), !said || direction.startsWith("desc"));
        }
    }
}
