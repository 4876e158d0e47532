package org.salesconsultant.tools;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.Source;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** Whether a quota of a period that still runs or lies ahead will be reached: revenue so far and the forecast of the rest against it. */
public final class QuotaOutlook implements Tool<QuotaOutlook.Arguments> {
    private static final int FURTHEST_DAYS = 380;

    private final MetricQueries queries;
    private final KeptForecasts forecasts = new KeptForecasts();

    public QuotaOutlook(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param period null: the running quarter; where that has no quota the running month, else the running year
     * @param dimension {@code rep} or {@code region}; null: all together
     */
    public record Arguments(@Nullable PeriodArgument period, @Nullable String dimension, List<Filter> filters) {}

    @Override
    public String name() {
        return "quota_outlook";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        var dimension = arguments.dimension() == null ? null : holder(arguments.dimension(), context);
        if (context.state().newestDay() == null) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        var asked = arguments.period() == null ? null : arguments.period().resolve(context.state().periods());
        if (asked != null) {
            check(asked, context);
        }
        context.steps().accept(context.say("reading"));
        try {
            return against(arguments.filters(), asked, dimension, context);
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", Labels.inSentence(unknown.dimension().label(), context.language()), "value", unknown.value()),
                    unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", Labels.inSentence(missing.what(), context.language())), List.of(context.say("ask_forecast")));
        }
    }

    private Outcome against(List<Filter> filters, @Nullable Period asked, @Nullable Dimension dimension, ToolContext context) {
        var reading = asked == null ? usual(filters, context) : new QuotaReading(queries, context, filters, asked);
        if (reading.quota() == 0) {
            var months = QuotaReading.months(queries, context, filters);
            return new Outcome.Empty(context.say("no_quota_in", "period", context.spoken().period(reading.period()), "from", context.spoken().period(months.getFirst()),
                    "to", context.spoken().period(months.getLast())), List.of(context.say("ask_forecast")));
        }
        if (!reading.coversPeriod()) {
            return new Outcome.OutOfScope(context.say("part_of_period", "period", context.spoken().period(reading.period())), List.of(context.say("ask_by_month")));
        }
        context.steps().accept(context.say("fitting"));
        var total = QuotaStanding.of(reading, forecasts);
        if (total == null) {
            return new Outcome.OutOfScope(context.say("too_short"), List.of());
        }
        var members = dimension == null ? List.<QuotaStanding>of() : QuotaStanding.members(reading, total, dimension, forecasts);
        return new Outcome.Found(new QuotaFinding(reading, total, dimension, members, PlanRecord.of(reading, forecasts)).finding());
    }

    /** The shortest of the usual spans that has a quota; the running quarter where none has. */
    private QuotaReading usual(List<Filter> filters, ToolContext context) {
        var now = context.state().now();
        List<QuotaReading> readings = new ArrayList<>();
        for (var grain : List.of(Grain.QUARTER, Grain.MONTH, Grain.YEAR)) {
            var day = now.plusDays(1);
            // where the data ends with a step, the next one is what is left to reach
            var start = grain.start(day);
            readings.add(new QuotaReading(queries, context, filters, context.state().periods().between(start, grain.plus(start, 1).minusDays(1))));
            if (readings.getLast().quota() != 0) {
                return readings.getLast();
            }
        }
        return readings.getFirst();
    }

    private Dimension holder(String name, ToolContext context) {
        var dimension = queries.model(context.warehouse()).dimension(name);
        if (dimension.members() != Source.REP && dimension.members() != Source.REGION) {
            throw new UserError(UserError.Category.BAD_INPUT, "Quotas are not set by \"" + dimension.name() + "\".", "Split by rep or region, or leave \"dimension\" out.");
        }
        return dimension;
    }

    private static void check(Period period, ToolContext context) {
        var now = context.state().now();
        if (!period.lastDay().isAfter(now)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The data reaches beyond " + period.name() + ": there is nothing left to forecast in it.",
                    "Ask query_metrics for quota_attainment of " + period.name() + ".");
        }
        if (ChronoUnit.DAYS.between(now, period.lastDay()) > FURTHEST_DAYS) {
            throw new UserError(UserError.Category.BAD_INPUT, "\"" + period.name() + "\" ends more than a year after the data.", "Name a period that ends within a year of " + now + ".");
        }
    }
}
