package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** What findings about customers and products have in common: all data, one model, the viewer's scope said. */
final class CustomerFindings {
    private static final String ENGINE = "SQLite";

    private CustomerFindings() {}

    /**
     * @param filters as a person reads them, the scope included
     * @param sql what read the numbers, or null
     */
    record Source(List<String> filters, @Nullable String sql, long rowsRead, List<Provenance.MetricDefinition> definitions,
                  Provenance.@Nullable ModelUsed model) {}

    /** What a finding says beside its numbers. */
    record Texts(String title, String summary, List<String> caveats, List<String> followUps) {}

    static Outcome found(ToolContext context, String tool, Map<String, Object> arguments, Texts texts, Table table,
                         Finding.@Nullable Chart chart, Source source) {
        var period = allData(context);
        List<String> caveats = new ArrayList<>();
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.add(context.say("your_accounts"));
        }
        caveats.addAll(texts.caveats());
        return new Outcome.Found(new Finding(Ids.next("f"), tool, arguments, texts.title(), texts.summary(), table.columns(), table.rows(),
                null, chart, new Provenance(source.definitions(), Provenance.PeriodUsed.of(period), source.filters(), source.sql(), ENGINE,
                source.model(), source.rowsRead(), context.state().newestDay()), caveats, texts.followUps()));
    }

    /** From the oldest order to the newest. */
    static Period allData(ToolContext context) {
        var first = context.state().firstDay();
        var now = context.state().now();
        return new Period("all data", first == null ? now : first, now.plusDays(1), false);
    }

    /** Runs what may name what the data does not have, and turns that into its outcome. */
    static Outcome guarded(ToolContext context, Supplier<Outcome> work) {
        if (context.state().newestDay() == null) {
            return new Outcome.Empty(context.say("no_customers"), List.of());
        }
        try {
            return work.get();
        } catch (UnknownMember e) {
            return unknown(context, Labels.inSentence(e.dimension().label(), context.language()), e.value(), e.near());
        } catch (MissingData e) {
            return new Outcome.OutOfScope(context.say("missing_data", "what", Labels.inSentence(e.what(), context.language())), List.of());
        }
    }

    static Outcome.Empty unknown(ToolContext context, String dimension, String value, List<String> near) {
        return new Outcome.Empty(context.say("unknown", "dimension", dimension, "value", value,
                "near", near.isEmpty() ? "none" : "some"), near);
    }
}
