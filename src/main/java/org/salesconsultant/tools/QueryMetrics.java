package org.salesconsultant.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
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
    private static final int USUAL_WINDOW = 3;

    private final MetricQueries queries;

    public QueryMetrics(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param period null: all data
     * @param compareTo the period to put beside it, relative to it where the words are relative
     * @param likeForLike whether a period that still runs is compared with the same days of the one before
     * @param orderBy a metric or dimension asked for, and {@code asc} or {@code desc} after it; metrics fall and dimensions rise
     *     where neither is said
     * @param share whether shares of the whole stand beside sums and counts; null: where they explain a single split
     * @param others whether all beyond the limit stands in a row of its own
     * @param running null for none
     * @param window steps of a moving value; null: 3
     */
    public record Arguments(List<String> metrics, List<String> dimensions, List<Filter> filters, @Nullable PeriodArgument period,
                            @Nullable PeriodArgument compareTo, @Nullable Boolean likeForLike, @Nullable String orderBy, @Nullable Integer limit,
                            @Nullable Boolean share, @Nullable Boolean others, @Nullable Running running, @Nullable Integer window) {}

    /** Values that run along time. */
    public enum Running {
        @JsonProperty("cumulative") CUMULATIVE,
        @JsonProperty("year_to_date") YEAR_TO_DATE,
        @JsonProperty("moving") MOVING;

        MetricQuery.Running over(int window) {
            return switch (this) {
                case CUMULATIVE -> MetricQuery.Running.cumulative();
                case YEAR_TO_DATE -> new MetricQuery.Running(MetricQuery.Running.Kind.CUMULATIVE, 0, true);
                case MOVING -> MetricQuery.Running.moving(window);
            };
        }
    }

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
        if (context.state().isEmpty()) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        var periods = context.state().periods();
        var period = arguments.period() == null ? null : arguments.period().resolve(periods);
        var before = arguments.compareTo() == null ? null : arguments.compareTo().resolve(periods, period);
        if (before != null && period != null && period.partial() && Boolean.TRUE.equals(arguments.likeForLike())) {
            before = LikeForLike.cut(before, period, periods);
            period = periods.between(period.from(), periods.now());
        }
        var query = query(arguments, period, before != null);
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

    private MetricQuery query(Arguments arguments, @Nullable Period period, boolean compared) {
        boolean others = Boolean.TRUE.equals(arguments.others());
        if (compared && (others || arguments.running() != null)) {
            throw new UserError(UserError.Category.BAD_INPUT, "compareTo cannot stand beside " + (others ? "others" : "running") + ".", "Ask for one of them.");
        }
        var running = arguments.running() == null ? null : arguments.running().over(arguments.window() == null ? USUAL_WINDOW : arguments.window());
        return new MetricQuery(arguments.metrics(), arguments.dimensions(), arguments.filters(), period, order(arguments.orderBy(), arguments.dimensions()),
                arguments.limit(), arguments.share() == null ? !compared && explainsShares(arguments) : arguments.share(), others, running);
    }

    /** Of one sum split by members, the shares are what a reader works out next. */
    private boolean explainsShares(Arguments arguments) {
        return arguments.running() == null && arguments.metrics().size() == 1 && arguments.dimensions().size() == 1
                && queries.model().metric(arguments.metrics().getFirst()).isAdditive()
                && !queries.model().dimensions().stream().anyMatch(one -> one.isTime() && one.name().equals(arguments.dimensions().getFirst()));
    }

    private Outcome answer(Arguments arguments, MetricQuery query, @Nullable Period before, Periods periods, ToolContext context) {
        var result = queries.run(context.warehouse(), query, context.viewer().scope());
        var model = queries.model(context.warehouse());
        var metrics = result.definitions().stream().map(definition -> model.metric(definition.name())).toList();
        var dimensions = query.dimensions().stream().map(model::dimension).distinct().toList();
        var beside = before != null ? before : unasked(query, dimensions.isEmpty() && metrics.size() == 1 && !query.share(), periods);
        var earlier = beside == null ? null : queries.run(context.warehouse(), over(query, beside), context.viewer().scope());
        var reading = new MetricReading(context, periods, metrics, dimensions, query, result, beside, earlier, before != null);
        if (result.rows().isEmpty() || reading.isBlank()) {
            return new Outcome.Empty(context.say("no_rows", "what", new MetricWords(reading, new FilterWords(model, context)).subject(), "dates", context.spoken().dates(periods.all())),
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
                query.limit() == null ? null : (Integer) MetricQueries.MOST_ROWS, false, false, null);
    }

    private MetricQuery.@Nullable Order order(@Nullable String words, List<String> dimensions) {
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
        if (dimensions.contains(by)) {
            return new MetricQuery.Order(by, said && direction.startsWith("desc"));
        }
        try {
            return new MetricQuery.Order(queries.model().dimension(by).name(), said && direction.startsWith("desc"));
        } catch (UserError noDimension) {
            return new MetricQuery.Order(queries.model().metric(by).name(), !said || direction.startsWith("desc"));
        }
    }
}
