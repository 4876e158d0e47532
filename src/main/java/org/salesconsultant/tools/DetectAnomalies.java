package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.anomalies.UnusualSteps;
import org.salesconsultant.analytics.anomalies.UnusualSteps.Unusual;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** Days, weeks or months that trend and weekday do not explain, and how many would be among them by chance. */
public final class DetectAnomalies implements Tool<DetectAnomalies.Arguments> {
    private static final String USUAL_METRIC = "revenue";
    private static final int WEEKDAYS = 7;
    private static final int FEWEST_STEPS = 10;
    private static final int MOST_TOLD = 20;
    private static final int SPOKEN = 3;
    private static final int MONEY_SCALE = 2;
    /** Smaller rates are said as this. */
    private static final double LEAST_SAID = 0.001;

    private final MetricQueries queries;

    public DetectAnomalies(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param metric one that adds up over time; null: revenue
     * @param grain null: day
     * @param period which steps are told; null: all. All are learned from
     */
    public record Arguments(@Nullable String metric, @Nullable Grain grain, @Nullable PeriodArgument period, List<Filter> filters) {}

    @Override
    public String name() {
        return "detect_anomalies";
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
        var metric = queries.model(context.warehouse()).metric(arguments.metric() == null || arguments.metric().isBlank() ? USUAL_METRIC : arguments.metric());
        if (!metric.addsUpOverTime()) {
            return new Outcome.OutOfScope(context.say("does_not_add_up", "metric", metric.label().in(context.language())), List.of(context.say("ask_revenue")));
        }
        var grain = Outlook.learned(arguments.grain() == null ? Grain.DAY : arguments.grain());
        context.steps().accept(context.say("reading"));
        try {
            var reader = new StepHistories(queries, new ForecastTask(metric, grain, 1, arguments.filters()), context);
            var history = reader.total();
            if (history == null) {
                return new Outcome.Empty(context.say("nothing_matches"), List.of());
            }
            if (history.values().length < FEWEST_STEPS) {
                return new Outcome.OutOfScope(context.say("too_short", "steps", history.values().length, "grain", grain.word(), "needed", FEWEST_STEPS), List.of(context.say("ask_revenue")));
            }
            return new Outcome.Found(new Unusualness(arguments, metric, history, reader.result(), context).finding());
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", Labels.inSentence(unknown.dimension().label(), context.language()), "value", unknown.value()),
                    unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", Labels.inSentence(missing.what(), context.language())), List.of(context.say("ask_revenue")));
        }
    }

    /** What was found in one history, put into words and rows. */
    private final class Unusualness {
        private final Arguments arguments;
        private final Metric metric;
        private final StepHistory history;
        private final QueryResult read;
        private final ToolContext context;
        private final Period period;
        private final UnusualSteps.Result result;
        private final List<Unusual> within;

        private Unusualness(Arguments arguments, Metric metric, StepHistory history, QueryResult read, ToolContext context) {
            this.arguments = arguments;
            this.metric = metric;
            this.history = history;
            this.read = read;
            this.context = context;
            this.period = arguments.period() == null ? context.state().periods().all() : arguments.period().resolve(context.state().periods());
            this.result = UnusualSteps.of(history.values(), history.grain() == Grain.DAY ? WEEKDAYS : 1);
            this.within = result.steps().stream().filter(step -> !end(step).isBefore(period.from()) && start(step).isBefore(period.end())).toList();
        }

        private LocalDate start(Unusual step) {
            return history.grain().plus(history.from(), step.step());
        }

        private LocalDate end(Unusual step) {
            return history.grain().plus(start(step), 1).minusDays(1);
        }

        private Finding finding() {
            var grain = history.grain().word();
            var told = within.stream().sorted(Comparator.comparingDouble((Unusual step) -> -Math.abs(step.deviations()))).limit(MOST_TOLD).toList();
            var table = new Table(context).column(grain, Finding.Type.DATE).column("actual", metric.type()).column("expected", metric.type())
                    .column("low", metric.type()).column("high", metric.type()).column("difference", Finding.Type.PERCENT);
            told.stream().sorted(Comparator.comparingInt(Unusual::step)).forEach(step -> table.row(start(step), cell(step.value()), cell(step.expected()), cell(step.low()),
                    cell(step.high()), step.expected() == 0 ? null : (Double) (step.value() / step.expected() - 1)));
            var filters = new FilterWords(queries.model(context.warehouse()), context);
            var what = metric.label().in(context.language()) + filters.phrase(read.resolved());
            var chart = told.isEmpty() ? null : new Finding.Chart(Finding.Chart.Kind.BAR, table.heading(grain), List.of(table.heading("actual"), table.heading("expected")));
            var model = new Provenance.ModelUsed("medians of like steps around, bounds of median absolute deviations", "1", history.from(), history.until().minusDays(1),
                    context.say("rate", "share", context.spoken().percent(Math.max(result.byChance(), LEAST_SAID))));
            return new Finding(Ids.next("f"), name(), asRun(), context.say("title", "grain", grain, "what", what, "period", context.spoken().period(period)), summary(what, told), table.columns(),
                    table.rows(), null, chart, new Provenance(read.definitions(), Provenance.PeriodUsed.of(period), filters.list(read.resolved()), read.sql(), read.engine(), model,
                            read.rowsRead(), context.state().newestDay()), caveats(told.size()), followUps(told));
        }

        private String summary(String what, List<Unusual> told) {
            var grain = history.grain().word();
            if (told.isEmpty()) {
                return context.say("none", "what", what, "grain", grain, "period", context.spoken().period(period));
            }
            var named = told.stream().limit(SPOKEN).map(step -> context.say("named", "grain", grain, "date", context.spoken().date(start(step)), "value", spoken(step.value()),
                    "expected", spoken(step.expected()))).toList();
            return context.say("summary", "what", what, "grain", grain, "count", within.size(), "spoken", context.spoken().number(within.size()), "period", context.spoken().period(period),
                    "named", context.spoken().list(named));
        }

        private List<String> caveats(int told) {
            List<String> caveats = new ArrayList<>();
            if (context.viewer().scope() instanceof RowScope.OfRep) {
                caveats.add(context.say("your_accounts"));
            }
            if (within.size() > told) {
                caveats.add(context.say("truncated", "count", within.size() - told, "spoken", context.spoken().number(within.size() - told)));
            }
            caveats.add(context.say("by_chance", "grain", history.grain().word(), "share", context.spoken().percent(Math.max(result.byChance(), LEAST_SAID))));
            if (history.isRunning()) {
                caveats.add(context.say("running", "grain", history.grain().word()));
            }
            return caveats;
        }

        private List<String> followUps(List<Unusual> told) {
            var label = Labels.inSentence(metric.label(), context.language());
            var series = context.say("ask_series", "metric", label, "grain", history.grain().word());
            return told.isEmpty() || history.grain() != Grain.DAY ? List.of(series)
                    : List.of(context.say("ask_day", "metric", label, "date", context.spoken().date(start(told.getFirst()))), series);
        }

        private Map<String, Object> asRun() {
            Map<String, Object> asRun = new LinkedHashMap<>();
            asRun.put("metric", metric.name());
            asRun.put("grain", history.grain().word());
            if (arguments.period() != null) {
                asRun.put("period", arguments.period());
            }
            if (!arguments.filters().isEmpty()) {
                asRun.put("filters", arguments.filters());
            }
            return asRun;
        }

        private Number cell(double amount) {
            return switch (metric.type()) {
                case MONEY -> BigDecimal.valueOf(amount).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
                case INTEGER -> (Number) Math.round(amount);
                case TEXT, DATE, NUMBER, PERCENT -> amount;
            };
        }

        private String spoken(double amount) {
            return MetricReading.spoken(context, metric, cell(amount));
        }
    }
}
