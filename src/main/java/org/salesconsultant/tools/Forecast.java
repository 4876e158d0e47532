package org.salesconsultant.tools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.semantic.UnknownMember;
import org.salesconsultant.warehouse.training.TrainedModel.Since;
import org.salesconsultant.warehouse.training.TrainingRuns;

/** What a metric will be over the next steps, in total or for the largest members of a dimension and the others together. */
public final class Forecast implements Tool<Forecast.Arguments> {
    private static final String DEFAULT_METRIC = "revenue";
    static final int FEWEST_STEPS = 3;
    private static final int YEARS_AHEAD = 5;
    private static final int MOST_STEPS = 400;
    private static final int USUAL_MEMBERS = 5;
    private static final int MOST_MEMBERS = 20;

    private final MetricQueries queries;
    private final TrainingRuns runs;
    private final KeptForecasts forecasts = new KeptForecasts();

    /** @param runs what tells how earlier forecasts turned out */
    public Forecast(MetricQueries queries, TrainingRuns runs) {
        this.queries = queries;
        this.runs = runs;
    }

    /**
     * @param metric default revenue
     * @param grain default month
     * @param horizon whole steps after the running one; default by grain
     * @param dimension null for the total
     * @param limit members shown by themselves, 1 … 20; default 5
     */
    public record Arguments(@Nullable String metric, @Nullable Grain grain, @Nullable Integer horizon, @Nullable String dimension,
                            @Nullable Integer limit, List<Filter> filters) {}

    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public List<Lesson> lessons(ToolContext context) {
        return new ForecastLessons(queries, forecasts, context).all();
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        var language = context.language();
        var metric = queries.model().metric(arguments.metric() == null ? DEFAULT_METRIC : arguments.metric());
        var grain = arguments.grain() == null ? Grain.MONTH : arguments.grain();
        int horizon = arguments.horizon() == null ? usualHorizon(grain) : arguments.horizon();
        var dimension = arguments.dimension() == null ? null : splitting(arguments.dimension(), queries.model(context.warehouse()));
        arguments.filters().forEach(filter -> checkFilter(filter, queries.model(context.warehouse())));
        if (!metric.addsUpOverTime()) {
            return new Outcome.OutOfScope(context.say("does_not_add_up", "metric", metric.label().in(language)),
                    List.of(context.say("ask_revenue"), context.say("ask_orders")));
        }
        if (context.state().isEmpty()) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        checkHorizon(grain, horizon, context);
        int members = members(arguments.limit(), dimension);
        try {
            return forecast(new ForecastTask(metric, grain, horizon, dimension, members, arguments.filters()), context);
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", unknown.dimension().label().in(language),
                    "value", unknown.value()), unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", missing.what().in(language)), List.of(context.say("ask_revenue")));
        }
    }

    private Outcome forecast(ForecastTask task, ToolContext context) {
        context.steps().accept(context.say("reading"));
        var reader = new StepHistories(queries, task, context);
        var total = reader.total();
        if (total == null) {
            return new Outcome.Empty(context.say("nothing_matches"), List.of());
        }
        if (total.values().length < FEWEST_STEPS) {
            return new Outcome.OutOfScope(context.say("too_short", "steps", total.values().length, "grain", total.grain().word(),
                    "needed", FEWEST_STEPS), List.of(context.say("ask_weeks")));
        }
        context.steps().accept(context.say("fitting"));
        var outlook = Outlook.of(total, task.grain(), task.horizon(), forecasts);
        var words = new ForecastWords(task, reader.result(), outlook, since(task, context), context);
        if (task.dimension() == null) {
            return new Outcome.Found(new ForecastFinding(words, outlook).finding());
        }
        var members = MemberForecasts.of(outlook, reader.members(task.dimension(), task.members()), forecasts);
        return new Outcome.Found(new MemberForecastFinding(words, outlook, task.dimension(), members).finding());
    }

    private static int members(@Nullable Integer limit, @Nullable Dimension dimension) {
        if (limit == null) {
            return USUAL_MEMBERS;
        }
        if (dimension == null) {
            throw new UserError(UserError.Category.BAD_INPUT, "A limit of " + limit + " members needs a dimension.",
                    "Name the \"dimension\" whose members are meant, such as country, or leave \"limit\" out.");
        }
        if (limit < 1 || limit > MOST_MEMBERS) {
            throw new UserError(UserError.Category.BAD_INPUT, "A forecast for " + limit + " members is not possible.",
                    "Ask for 1 to " + MOST_MEMBERS + " of the largest; the others stand together in one row.");
        }
        return limit;
    }

    /** How earlier forecasts of the same turned out, where that shows that they no longer fit. */
    private @Nullable Since since(ForecastTask task, ToolContext context) {
        return !task.filters().isEmpty() || context.viewer().scope() instanceof RowScope.OfRep ? null
                : runs.since(context.state().sample(), ForecastLessons.MODEL, ForecastLessons.subject(task.metric().name(), task.grain())).filter(Since::drifted).orElse(null);
    }

    static int usualHorizon(Grain grain) {
        return switch (grain) {
            case DAY -> 14;
            case WEEK -> 8;
            case MONTH -> 3;
            case QUARTER -> 2;
            case YEAR -> 1;
        };
    }

    private static void checkHorizon(Grain grain, int horizon, ToolContext context) {
        var now = context.state().periods().now();
        if (horizon < 1 || horizon > MOST_STEPS || grain.plus(now, horizon).isAfter(now.plusYears(YEARS_AHEAD))) {
            throw new UserError(UserError.Category.BAD_INPUT, "A forecast of " + horizon + " steps by " + grain.word() + " is not possible.",
                    "Ask for at least 1 step, at most " + MOST_STEPS + ", and no more than " + YEARS_AHEAD + " years ahead.");
        }
    }

    private static Dimension splitting(String name, SemanticModel model) {
        var dimension = model.dimension(name);
        if (dimension.isTime()) {
            throw new UserError(UserError.Category.BAD_INPUT, "A forecast is not split by \"" + dimension.name() + "\".",
                    "Name the steps with \"grain\"; split by what is no time, such as country or category.");
        }
        return dimension;
    }

    private static void checkFilter(Filter filter, SemanticModel model) {
        if (model.dimension(filter.dimension()).isTime()) {
            throw new UserError(UserError.Category.BAD_INPUT, "A forecast learns from the whole history, not from one \""
                    + filter.dimension() + "\".", "Leave that filter out; name the steps with \"grain\" and \"horizon\".");
        }
    }
}
