package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.history.TwoPeriods;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Fact;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/**
 * Why a sum or count changed from one period to another: by the members of dimensions and, for revenue, by price, volume and mix
 * and by what became of the customers. Each of these splits adds up to the change exactly.
 */
public final class ExplainChange implements Tool<ExplainChange.Arguments> {
    private static final String USUAL_METRIC = "revenue";
    private static final List<String> USUAL_DIMENSIONS = List.of("country", "region", "category", "product", "channel", "rep", "customer_type", "campaign", "stage");
    private static final List<String> OF_PRICES = List.of("revenue", "gross_revenue");
    /** Of the dimensions nobody asked for, those in which most has shifted. */
    private static final int DIMENSIONS_TOLD = 3;

    private final MetricQueries queries;

    public ExplainChange(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param metric a sum or count; null: revenue
     * @param period null: the last whole month
     * @param compareTo null: the stretch just before; of a period that still runs, its first days
     * @param dimensions to split by; empty: those in which most has shifted
     */
    public record Arguments(@Nullable String metric, @Nullable PeriodArgument period, @Nullable PeriodArgument compareTo, List<String> dimensions,
                            List<Filter> filters) {}

    @Override
    public String name() {
        return "explain_change";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (context.state().newestDay() == null) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        try {
            return explained(arguments, context);
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", Labels.inSentence(unknown.dimension().label(), context.language()), "value", unknown.value()),
                    unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", Labels.inSentence(missing.what(), context.language())), List.of());
        }
    }

    private Outcome explained(Arguments arguments, ToolContext context) {
        var model = queries.model(context.warehouse());
        var metric = model.metric(arguments.metric() == null || arguments.metric().isBlank() ? USUAL_METRIC : arguments.metric());
        var asked = arguments.dimensions().stream().map(model::dimension).distinct().toList();
        var label = Labels.inSentence(metric.label(), context.language());
        if (metric.isRatio()) {
            return new Outcome.OutOfScope(context.say("ratio", "metric", metric.label().in(context.language())), List.of(context.say("ask_compare", "metric", label)));
        }
        asked.stream().filter(Dimension::isTime).findFirst().ifPresent(time -> {
            throw new UserError(UserError.Category.BAD_INPUT, "A change between two periods cannot be split by " + time.name() + ".",
                    "Split by members such as country, category or product, or ask query_metrics for a series.");
        });
        context.steps().accept(context.say("reading"));
        var spans = spans(arguments, context.state().periods());
        var now = total(metric, arguments.filters(), spans.after(), context);
        var then = total(metric, arguments.filters(), spans.before(), context);
        var value = single(now);
        var before = single(then);
        if (now.rowsRead() == 0 && then.rowsRead() == 0) {
            return new Outcome.Empty(context.say("nothing", "period", context.spoken().period(spans.after()), "before", context.spoken().period(spans.before())), List.of());
        }
        var change = new MetricChange(context, metric, spans, value, before);
        if (OF_PRICES.contains(metric.name())) {
            var lines = queries.condition(context.warehouse(), Fact.LINES, arguments.filters(), null, context.viewer().scope());
            boolean salesOnly = !metric.name().equals(USUAL_METRIC);
            var periods = new TwoPeriods(context.warehouse());
            change.prices(periods.products(lines, spans.before(), spans.after()), salesOnly);
            change.customers(periods.customers(lines, spans.before(), spans.after(), salesOnly));
        }
        splits(asked, arguments, change, context).forEach(change::members);
        return new Outcome.Found(change.finding(arguments, now, then, new FilterWords(model, context)));
    }

    /** @param cut whether only the days so far of a running period are compared */
    record Spans(Period after, Period before, boolean cut) {}

    private static Spans spans(Arguments arguments, Periods periods) {
        var after = arguments.period() == null ? periods.read("last month") : arguments.period().resolve(periods);
        var before = arguments.compareTo() == null ? periods.before(after) : arguments.compareTo().resolve(periods, after);
        if (!after.partial() || arguments.compareTo() != null) {
            return new Spans(after, before, false);
        }
        return new Spans(periods.between(after.from(), periods.now()), LikeForLike.cut(before, after, periods), true);
    }

    private static BigDecimal single(QueryResult result) {
        return result.rows().isEmpty() ? BigDecimal.ZERO : MetricChange.amount(result.rows().getFirst().getFirst());
    }

    private QueryResult total(Metric metric, List<Filter> filters, Period period, ToolContext context) {
        return queries.run(context.warehouse(), new MetricQuery(List.of(metric.name()), List.of(), filters, period, null, null), context.viewer().scope());
    }

    /** Those asked for; else those in which most has shifted, as far as they split the metric. */
    private List<MemberChanges> splits(List<Dimension> asked, Arguments arguments, MetricChange change, ToolContext context) {
        if (!asked.isEmpty()) {
            var splits = asked.stream().map(dimension -> split(dimension, arguments.filters(), change, context)).toList();
            splits.stream().filter(split -> !change.isSumOf(split)).forEach(split -> change.leaveOut(split.dimension()));
            return splits.stream().filter(change::isSumOf).toList();
        }
        var model = queries.model(context.warehouse());
        var narrowed = arguments.filters().stream().filter(filter -> filter.op() == Filter.Operator.IS).map(Filter::dimension).toList();
        List<MemberChanges> splits = new ArrayList<>();
        for (var name : USUAL_DIMENSIONS) {
            if (model.hasDimension(name) && !narrowed.contains(name)) {
                try {
                    splits.add(split(model.dimension(name), arguments.filters(), change, context));
                } catch (MissingData | UserError e) {
                    continue; // the data has no such members, or the metric's rows none
                }
            }
        }
        return splits.stream().filter(split -> split.parts().size() > 1 && change.isSumOf(split))
                .sorted(Comparator.comparingDouble(MemberChanges::surprise).reversed()).limit(DIMENSIONS_TOLD).toList();
    }

    private MemberChanges split(Dimension dimension, List<Filter> filters, MetricChange change, ToolContext context) {
        var after = new MetricQuery(List.of(change.metric().name()), List.of(dimension.name()), filters, change.spans().after(), null, null);
        var before = new MetricQuery(after.metrics(), after.dimensions(), filters, change.spans().before(), null, null);
        var result = queries.run(context.warehouse(), after, context.viewer().scope());
        var reading = new MetricReading(context, context.state().periods(), List.of(change.metric()), List.of(dimension), after, result, null, null, false);
        return MemberChanges.of(dimension, new MemberNames(reading), queries.run(context.warehouse(), before, context.viewer().scope()), result);
    }
}
