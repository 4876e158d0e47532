package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.segments.Segment;
import org.salesconsultant.analytics.segments.SegmentName;
import org.salesconsultant.analytics.segments.Segmentation;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;

/** Groups customers by how lately, how often and for how much they buy, and says what to do about each group. */
public final class SegmentCustomers implements Tool<SegmentCustomers.Arguments> {
    private final CustomerModels models;

    public SegmentCustomers(CustomerModels models) {
        this.models = models;
    }

    /** @param k how many segments; null: as many as the data shows */
    public record Arguments(List<Filter> filters, @Nullable Integer k) {}

    /** A segment with the exact sums of its members. @param revenue in ten-thousandths */
    private record Summed(Segment segment, String name, long revenue) {}

    @Override
    public String name() {
        return "segment_customers";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public List<Lesson> lessons(ToolContext context) {
        return List.of(CustomerLessons.segments(models, context));
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.k() != null && (arguments.k() < Segmentation.FEWEST || arguments.k() > Segmentation.MOST)) {
            throw new UserError(UserError.Category.BAD_INPUT, "k is " + arguments.k() + ".",
                    "Ask for " + Segmentation.FEWEST + " to " + Segmentation.MOST + " segments, or leave k out.");
        }
        return CustomerFindings.guarded(context, () -> segment(arguments, context));
    }

    private Outcome segment(Arguments arguments, ToolContext context) {
        context.steps().accept(context.say("step"));
        var population = models.population(context, arguments.filters());
        if (population.customers().isEmpty()) {
            return new Outcome.Empty(context.say("no_customers"), List.of());
        }
        Segmentation segmentation;
        try {
            segmentation = models.segmentation(context, arguments.filters(), arguments.k());
        } catch (IllegalArgumentException e) {
            return new Outcome.OutOfScope(context.say("too_few"), List.of());
        }
        var segments = summed(context, segmentation, population);
        var table = table(context, segments, population);
        return CustomerFindings.found(context, name(), asRun(arguments, population), texts(context, segments, population), table,
                new Finding.Chart(Finding.Chart.Kind.BAR, table.heading("segment"), List.of(table.heading("revenue"))),
                new CustomerFindings.Source(population.filters(), population.sql(), population.rowsRead(), definitions(),
                        new Provenance.ModelUsed("k-means on recency, frequency and spend, best of 10 starts", "1",
                                context.state().firstDay(), context.state().newestDay(),
                                String.format(Locale.ROOT, "simplified silhouette %.2f", segmentation.silhouette()))));
    }

    private static List<Summed> summed(ToolContext context, Segmentation segmentation, CustomerModels.Population population) {
        var revenue = new long[segmentation.segments().size()];
        for (int i = 0; i < population.customers().size(); i++) {
            revenue[segmentation.segmentOf()[i]] += population.customers().get(i).revenue();
        }
        return IntStream.range(0, revenue.length).mapToObj(i -> new Summed(segmentation.segments().get(i),
                name(context, segmentation.segments().get(i)), revenue[i])).toList();
    }

    static String name(ToolContext context, Segment segment) {
        var name = context.say("name_" + word(segment.name()));
        return segment.smaller() ? context.say("smaller", "name", name) : name;
    }

    private static String word(SegmentName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static Table table(ToolContext context, List<Summed> segments, CustomerModels.Population population) {
        var table = new Table(context).column("segment", Finding.Type.TEXT).column("customers", Finding.Type.INTEGER)
                .column("customer_share", Finding.Type.PERCENT).column("revenue", Finding.Type.MONEY)
                .column("revenue_share", Finding.Type.PERCENT).column("median_recency", Finding.Type.NUMBER)
                .column("median_orders", Finding.Type.NUMBER).column("average_spend", Finding.Type.MONEY)
                .column("advice", Finding.Type.TEXT);
        for (var summed : segments) {
            var segment = summed.segment();
            table.row(summed.name(), (long) segment.customers(), Table.share(segment.customers(), population.customers().size()),
                    Table.money(summed.revenue()), Table.share(summed.revenue(), population.revenue()), segment.medianRecency(),
                    segment.medianOrders(), averageSpend(summed), context.say("advice_" + word(segment.name())));
        }
        return table;
    }

    private static BigDecimal averageSpend(Summed summed) {
        var revenue = Table.money(summed.revenue());
        return revenue.divide(BigDecimal.valueOf(summed.segment().customers()), revenue.scale(), RoundingMode.HALF_UP);
    }

    private CustomerFindings.Texts texts(ToolContext context, List<Summed> segments, CustomerModels.Population population) {
        var spoken = context.spoken();
        long revenue = population.revenue();
        var richest = segments.stream().max(Comparator.comparingLong(Summed::revenue)).orElseThrow();
        var summary = new StringBuilder(context.say("summary", "customers", spoken.number(population.customers().size()),
                "segments", spoken.number(segments.size()), "name", richest.name(),
                "customer_share", spoken.percent((double) richest.segment().customers() / population.customers().size()),
                "revenue_share", revenue == 0 ? "–" : spoken.percent((double) richest.revenue() / revenue)));
        segments.stream().filter(summed -> summed.segment().name() == SegmentName.AT_RISK).findFirst()
                .ifPresent(risk -> summary.append(context.say("summary_at_risk", "name", risk.name(),
                        "customers", spoken.number(risk.segment().customers()), "recency", spoken.number(Math.round(risk.segment().medianRecency())),
                        "spend", spoken.money(averageSpend(risk)))));
        return new CustomerFindings.Texts(context.say("title", "filters", new FilterWords(models.queries().model(context.warehouse()), context).phrase(population.resolved()),
                "period", spoken.dates(CustomerFindings.allData(context))), summary.toString(),
                List.of(context.say("known_customers")),
                List.of(context.say("follow_up_churn"), context.say("follow_up_revenue")));
    }

    private static Map<String, Object> asRun(Arguments arguments, CustomerModels.Population population) {
        Map<String, Object> asRun = new LinkedHashMap<>();
        asRun.put("filters", population.resolved());
        if (arguments.k() != null) {
            asRun.put("k", arguments.k());
        }
        return asRun;
    }

    private static List<Provenance.MetricDefinition> definitions() {
        List<Provenance.MetricDefinition> definitions = new ArrayList<>();
        definitions.add(new Provenance.MetricDefinition("revenue", "Sum of amount over all lines of these customers, net of returns"));
        definitions.add(new Provenance.MetricDefinition("recency", "Days from a customer's last sale to the newest order date"));
        definitions.add(new Provenance.MetricDefinition("orders", "Distinct orders of a customer with a sale line"));
        return definitions;
    }
}
