package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.semantic.Source;

/** How filters are said, in the viewer's language; with the wording of {@code query_metrics}. */
final class FilterWords {
    private static final List<String> PLACES = List.of("country", "region");

    private final SemanticModel model;
    private final ToolContext context;

    FilterWords(SemanticModel model, ToolContext context) {
        this.model = model;
        this.context = context;
    }

    /** As part of a sentence, with a blank before it where the language has blanks: {@code  in Germany}. */
    String phrase(List<Filter> filters) {
        var phrase = new StringBuilder();
        filters.forEach(filter -> phrase.append(said("filter_phrase", inWords(filter))));
        return phrase.toString();
    }

    /** One by one, the viewer's scope included, as a finding says how it was made. */
    List<String> list(List<Filter> filters) {
        var words = filters.stream().map(filter -> said("filter", filter)).toList();
        if (context.viewer().scope() instanceof RowScope.OfRep(String rep)) {
            return Stream.concat(words.stream(), Stream.of(context.say("filter_scope", "rep", rep))).toList();
        }
        return words;
    }

    /** A member as said in a sentence: a country as the viewer's language calls it; the table has it as the data does. */
    String place(Dimension dimension, String member) {
        return dimension.members() == Source.COUNTRY ? model.country(member, context.language()) : member;
    }

    /** Whether it bounds a metric rather than narrows a dimension. */
    boolean isOfMetric(Filter filter) {
        return model.hasMetric(filter.dimension());
    }

    private Filter inWords(Filter filter) {
        if (isOfMetric(filter)) {
            return filter;
        }
        var dimension = model.dimension(filter.dimension());
        return new Filter(filter.dimension(), filter.op(), filter.values().stream().map(value -> place(dimension, value)).toList());
    }

    private String said(String key, Filter filter) {
        if (isOfMetric(filter)) {
            return reached(key, filter);
        }
        var dimension = model.dimension(filter.dimension());
        var values = filter.op() == Filter.Operator.BETWEEN
                ? context.say("range", "from", filter.values().getFirst(), "to", filter.values().getLast()) : context.spoken().list(filter.values());
        return context.say(key, "op", filter.op().name().toLowerCase(Locale.ROOT), "dimension", Labels.inSentence(dimension.label(), context.language()),
                "values", values, "place", PLACES.contains(dimension.name()) ? "yes" : "no");
    }

    /** A bound on a metric: {@code  with revenue of at least £10,000}. */
    private String reached(String key, Filter filter) {
        var metric = model.metric(filter.dimension());
        var values = filter.values().stream().map(value -> MetricReading.spoken(context, metric, new BigDecimal(value))).toList();
        return context.say(key + "_bound", "op", filter.op().word(), "metric", Labels.inSentence(metric.label(), context.language()),
                "value", values.getFirst(), "to", values.getLast());
    }
}
