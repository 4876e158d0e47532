package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.quality.DataQuality;
import org.salesconsultant.warehouse.quality.DataQuality.Ground;
import org.salesconsultant.warehouse.quality.DataQuality.Measure;
import org.salesconsultant.warehouse.semantic.MetricQueries;

/** How good the data is: what share of each column is usable, and so which questions can be answered and which cannot. */
public final class DataQualityReport implements Tool<DataQualityReport.Arguments> {
    private static final List<Ground> WORST_FIRST = List.of(Ground.PART, Ground.NONE, Ground.WHOLE);

    private static final String NAME = "data_quality";

    private final MetricQueries queries;

    public DataQualityReport(MetricQueries queries) {
        this.queries = queries;
    }

    /** How it says what can be asked: {@code use_} and the word of a check, for whoever else tells of it. */
    public static Wording words(Home home) {
        return ToolPrompt.of(home, NAME).words(NAME);
    }

    /** None. */
    public record Arguments() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        context.steps().accept(context.say("reading"));
        var quality = DataQuality.of(context.warehouse(), queries, context.viewer().scope());
        var provenance = new Provenance(List.of(), Provenance.PeriodUsed.of(context.state().periods().all()), filters(context), null, quality.engine(), null,
                quality.measures().stream().mapToLong(Measure::rows).max().orElse(0), context.state().newestDay());
        return new Outcome.Found(new Finding(Ids.next("f"), name(), Map.of(), context.say("title", "company", context.state().company()),
                summary(quality, context), columns(context), rows(quality, context), null, null, provenance, caveats(quality, context),
                List.of(context.say("ask_data"), context.say("ask_months"))));
    }

    private static String summary(DataQuality quality, ToolContext context) {
        var part = topics(quality, Ground.PART, context);
        var none = topics(quality, Ground.NONE, context);
        return context.say("summary", "good", quality.measures().stream().filter(measure -> measure.ground() == Ground.WHOLE).count(),
                "total", quality.measures().size(), "part", part, "any_part", any(part), "none", none, "any_none", any(none));
    }

    private static String any(String topics) {
        return topics.isEmpty() ? "no" : "yes";
    }

    private static String topics(DataQuality quality, Ground ground, ToolContext context) {
        return context.spoken().list(quality.measures().stream().filter(measure -> measure.ground() == ground)
                .map(measure -> context.say("use_" + measure.check().word())).distinct().toList());
    }

    private static List<Finding.Column> columns(ToolContext context) {
        return List.of(Finding.Column.of(context.say("column_part"), Finding.Type.TEXT), Finding.Column.of(context.say("column_field"), Finding.Type.TEXT),
                Finding.Column.of(context.say("column_rows"), Finding.Type.INTEGER), Finding.Column.of(context.say("column_usable"), Finding.Type.PERCENT),
                Finding.Column.of(context.say("column_use"), Finding.Type.TEXT));
    }

    private static List<List<@Nullable Object>> rows(DataQuality quality, ToolContext context) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        // what is amiss stands first
        var measures = quality.measures().stream().sorted(Comparator.comparingInt(measure -> WORST_FIRST.indexOf(measure.ground()))).toList();
        for (var measure : measures) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(context.say("part_" + measure.check().part().name().toLowerCase(Locale.ROOT)));
            cells.add(context.say("field_" + measure.check().word()));
            cells.add(measure.rows());
            cells.add(measure.rows() == 0 ? null : (Double) measure.share());
            cells.add(verdict(measure, context));
            rows.add(cells);
        }
        return rows;
    }

    private static String verdict(Measure measure, ToolContext context) {
        var use = context.say("use_" + measure.check().word());
        return switch (measure.ground()) {
            case WHOLE -> context.say("can", "use", use);
            case PART -> context.say("can_in_part", "use", use);
            case NONE -> context.say("cannot", "use", use, "mend", context.say("mend_" + measure.check().part().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static List<String> caveats(DataQuality quality, ToolContext context) {
        List<String> caveats = new ArrayList<>();
        if (context.state().sample()) {
            caveats.add(context.say("sample"));
        }
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.add(context.say("your_accounts"));
        }
        if (quality.rowsRejected() > 0) {
            caveats.add(context.say("rejected", "count", context.spoken().number(quality.rowsRejected()), "read", context.spoken().number(quality.rowsRead())));
        }
        if (quality.waitingDetails() > 0) {
            caveats.add(context.say("waiting", "count", context.spoken().number(quality.waitingDetails())));
        }
        if (quality.proposals() > 0) {
            caveats.add(context.say("proposals", "count", context.spoken().number(quality.proposals())));
        }
        return caveats;
    }

    private static List<String> filters(ToolContext context) {
        return context.viewer().scope() instanceof RowScope.OfRep(String rep) ? List.of(context.say("filter_scope", "rep", rep)) : List.of();
    }
}
