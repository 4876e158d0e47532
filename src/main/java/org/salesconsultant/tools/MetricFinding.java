package org.salesconsultant.tools;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.Source;
import org.salesconsultant.warehouse.semantic.Subject;

/** Puts a metric reading together as a finding: table, sentences, chart, how it was made, what weakens it, what to ask next. */
final class MetricFinding {
    /** More bars than this are no picture. */
    private static final int MOST_BARS = 40;
    private static final int TOP = 5;

    private final MetricReading reading;
    private final ToolContext context;
    private final MetricQueries queries;
    private final FilterWords filters;

    MetricFinding(MetricReading reading, MetricQueries queries) {
        this.reading = reading;
        this.context = reading.context();
        this.queries = queries;
        this.filters = new FilterWords(queries.model(context.warehouse()), context);
    }

    Finding finding(QueryMetrics.Arguments arguments) {
        var words = new MetricWords(reading, filters);
        var table = new MetricTable(reading);
        var result = reading.result();
        var earlier = reading.earlier();
        var definitions = reading.metrics().stream().map(metric ->
                new Provenance.MetricDefinition(metric.name(), metric.definition().in(context.language()))).toList();
        var provenance = new Provenance(definitions, reading.isUndated() ? null : Provenance.PeriodUsed.of(reading.period()), filters.list(result.resolved()),
                earlier == null ? result.sql() : result.sql() + ";\n\n" + earlier.sql(), result.engine(), null,
                result.rowsRead() + (earlier == null ? 0 : earlier.rowsRead()), context.state().newestDay());
        return new Finding(Ids.next("f"), "query_metrics", asRun(arguments), words.title(), words.summary(), table.columns(), table.rows(),
                comparison(), chart(table), provenance, caveats(), followUps());
    }

    /** The arguments without what was left out. */
    private static Map<String, Object> asRun(QueryMetrics.Arguments arguments) {
        Map<String, Object> all = Json.MAPPER.convertValue(arguments, new TypeReference<LinkedHashMap<String, Object>>() {});
        all.values().removeIf(value -> value == null || value instanceof List<?> list && list.isEmpty());
        return all;
    }

    private Finding.@Nullable Comparison comparison() {
        var earlier = reading.earlier();
        if (earlier == null || reading.shape() != MetricReading.Shape.NUMBER || earlier.rows().isEmpty()) {
            return null;
        }
        var value = reading.values().getFirst();
        var before = (Number) earlier.rows().getFirst().getFirst();
        return before == null ? null : new Finding.Comparison(value, before, MetricReading.change(reading.metric(), value, before));
    }

    private Finding.@Nullable Chart chart(MetricTable table) {
        if (reading.dimensions().size() != 1 || table.rows().size() < 2) {
            return null;
        }
        var dimension = reading.dimensions().getFirst();
        boolean line = dimension.isTime() && dimension.members() != Source.WEEKDAY;
        if (!line && table.rows().size() > MOST_BARS) {
            return null;
        }
        List<String> series = new ArrayList<>();
        var unit = reading.metric().type();
        table.columns().stream().skip(1).filter(column -> column.type() == unit).map(Finding.Column::name)
                .filter(name -> !name.equals(context.say("share"))).forEach(series::add);
        if (reading.query().running() instanceof MetricQuery.Running running && running.kind() == MetricQuery.Running.Kind.CUMULATIVE) {
            // a sum so far dwarfs the steps it is of
            series.removeAll(reading.metrics().stream().map(metric -> metric.label().in(context.language())).toList());
        }
        var name = table.columns().getFirst().name();
        return line ? new Finding.Chart(Finding.Chart.Kind.LINE, name, series, running().isPresent() ? true : null)
                : new Finding.Chart(Finding.Chart.Kind.BAR, name, series);
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.add(context.say("your_accounts"));
        }
        partial(caveats);
        var result = reading.result();
        if (result.omitted() > 0) {
            caveats.add(context.say("omitted", "rows", result.omitted(), "spoken", context.spoken().number(result.omitted())));
        }
        for (var note : result.notes()) {
            caveats.add(switch (note) {
                case FEES_LEFT_OUT -> context.say("fees_left_out");
                case ROWS_WITHOUT_DATE -> context.say("rows_without_date");
                case SEGMENTS_OF_NOW -> context.say("segments_of_now", "date", context.spoken().date(reading.periods().now()));
                case QUOTAS_SPREAD -> context.say("quotas_spread");
                case FEES_AMONG_OTHERS -> context.say("fees_among_others");
                case FEES_IN_ONE_ROW -> context.say("fees_in_one_row");
                case LINES_WITHOUT_CUSTOMER -> context.say("lines_without_customer");
                case COST_KNOWN_FOR_PART -> context.say("cost_known_for_part", "share",
                        context.spoken().percent(result.costShare() == null ? 0 : result.costShare()));
            });
        }
        return caveats;
    }

    private void partial(List<String> caveats) {
        beginsLate(reading.isAllData() ? null : reading.period(), caveats);
        beginsLate(reading.before(), caveats);
        var newest = context.spoken().date(reading.periods().now());
        if (reading.period().partial()) {
            caveats.add(context.say("partial", "period", context.spoken().period(reading.period()), "newest", newest));
            return;
        }
        running().ifPresent(step -> caveats.add(context.say("partial", "period", context.spoken().period(step), "newest", newest)));
    }

    /** A period whose first days are older than the data. */
    private void beginsLate(@Nullable Period period, List<String> caveats) {
        var first = reading.periods().firstDay();
        if (period != null && period.from().isBefore(first) && period.contains(first)) {
            caveats.add(context.say("partial_start", "period", context.spoken().period(period), "first", context.spoken().date(first)));
        }
    }

    /** The last step of a split by time, where it holds the newest date and goes on after it. */
    private Optional<Period> running() {
        var last = reading.periods().now();
        return reading.dimensions().stream().filter(dimension -> dimension.isTime() && dimension.members() != Source.WEEKDAY && dimension.members() != Source.DAY)
                .findFirst().map(dimension -> Grain.of(dimension.members().word()))
                .map(grain -> reading.periods().between(grain.start(last), grain.plus(grain.start(last), 1).minusDays(1)))
                .filter(step -> step.partial() && reading.period().contains(last));
    }

    private List<String> followUps() {
        List<String> questions = new ArrayList<>();
        var metric = reading.metric();
        var period = reading.isAllData() ? "" : context.spoken().period(reading.period());
        if (metric.subject() != Subject.SALES || reading.isUndated() || reading.result().resolved().stream().anyMatch(filters::isOfMetric)) {
            return questions;
        }
        if (reading.shape() != MetricReading.Shape.SERIES) {
            questions.add(ask("ask_by_month", reading.shape() == MetricReading.Shape.NUMBER && isShort() ? "" : period));
        }
        if (isFree("product")) {
            questions.add(ask("ask_top_products", period));
        }
        if (isFree("country") && hasSeveral("country")) {
            questions.add(ask("ask_by_country", period));
        } else if (isFree("region") && hasSeveral("region")) {
            questions.add(ask("ask_by_region", period));
        }
        return questions;
    }

    private String ask(String key, String period) {
        var metric = reading.metric().label();
        return context.say(key, "metric", reading.label(), "by", Labels.inSentence(metric, context.language()), "count", TOP,
                "filters", filters.phrase(reading.result().resolved()), "period", period, "timed", period.isEmpty() ? "no" : "yes");
    }

    /** Whether the period holds too few months to be split by them. */
    private boolean isShort() {
        return !reading.period().from().plusMonths(1).isBefore(reading.period().end());
    }

    /** Neither split nor narrowed by it. */
    private boolean isFree(String dimension) {
        return reading.dimensions().stream().noneMatch(one -> one.name().equals(dimension))
                && reading.result().resolved().stream().noneMatch(filter -> filter.dimension().equals(dimension));
    }

    private boolean hasSeveral(String dimension) {
        return queries.members().of(context.warehouse(), queries.model().dimension(dimension), context.viewer().scope()).size() > 1;
    }
}
