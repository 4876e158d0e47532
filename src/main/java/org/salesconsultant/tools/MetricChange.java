package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.change.PriceVolumeMix;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.history.TwoPeriods;
import org.salesconsultant.warehouse.history.TwoPeriods.Fate;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.QueryResult;

/** The change of one metric with the ways it was split, and the finding made of them. */
final class MetricChange {
    /** Members told of each dimension; what the others did stands in a row together. */
    private static final int MEMBERS_TOLD = 5;

    private final ToolContext context;
    private final Metric metric;
    private final ExplainChange.Spans spans;
    private final BigDecimal value;
    private final BigDecimal before;
    private final Table table;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> caveats = new ArrayList<>();
    private final List<String> followUps = new ArrayList<>();
    private final List<String> sql = new ArrayList<>();

    MetricChange(ToolContext context, Metric metric, ExplainChange.Spans spans, BigDecimal value, BigDecimal before) {
        this.context = context;
        this.metric = metric;
        this.spans = spans;
        this.value = value;
        this.before = before;
        this.table = new Table(context).column("split", Finding.Type.TEXT).column("part", Finding.Type.TEXT).column("before", metric.type())
                .column("after", metric.type()).column("change", metric.type()).column("share", Finding.Type.PERCENT);
        row(context.say("total"), label(), before, value, value.subtract(before));
    }

    Metric metric() {
        return metric;
    }

    ExplainChange.Spans spans() {
        return spans;
    }

    /** A cell or a total; an empty one is nothing. */
    static BigDecimal amount(@Nullable Object cell) {
        return cell == null ? BigDecimal.ZERO : new BigDecimal(cell.toString());
    }

    boolean isSumOf(MemberChanges split) {
        return split.isSumOf(before, value);
    }

    void leaveOut(Dimension dimension) {
        caveats.add(context.say("does_not_add_up", "metric", label(), "dimension", Labels.inSentence(dimension.label(), context.language())));
    }

    /** @param salesOnly whether returns, fees and adjustments are no part of the metric */
    void prices(TwoPeriods.Products products, boolean salesOnly) {
        var parts = PriceVolumeMix.of(products.sold().stream().map(product -> new PriceVolumeMix.Sales(product.quantityBefore(), product.amountBefore(),
                product.quantityAfter(), product.amountAfter())).toList());
        sql.add(products.sql());
        var split = context.say("prices");
        if (parts.continuingBefore() != 0 || parts.continuingAfter() != 0) {
            row(split, context.say("volume"), null, null, Table.money(parts.volume()));
            row(split, context.say("price"), null, null, Table.money(parts.price()));
            row(split, context.say("mix"), null, null, Table.money(parts.mix()));
            sentences.add(context.say("said_prices", "volume", signed(parts.volume()), "price", signed(parts.price()), "mix", signed(parts.mix())));
        }
        sums(split, "added", new TwoPeriods.Sum(0, parts.added()));
        sums(split, "dropped", new TwoPeriods.Sum(-parts.dropped(), 0));
        var returned = salesOnly ? new TwoPeriods.Sum(0, 0) : products.returned();
        sums(split, "returned", returned);
        var rest = value.subtract(before).subtract(Table.money(parts.total())).subtract(Table.money(returned.change()));
        if (rest.signum() != 0) {
            row(split, context.say("fees"), salesOnly ? null : Table.money(products.rest().before()), salesOnly ? null : Table.money(products.rest().after()), rest);
        }
    }

    void customers(Map<Fate, TwoPeriods.Customers> fates) {
        var split = context.say("customers");
        for (var fate : Fate.values()) {
            var customers = fates.get(fate);
            if (customers != null) {
                var name = context.say("fate_" + fate.name().toLowerCase(Locale.ROOT), "count", customers.count(), "spoken", context.spoken().number(customers.count()));
                row(split, name, Table.money(customers.amount().before()), Table.money(customers.amount().after()), Table.money(customers.amount().change()));
            }
        }
        if (fates.containsKey(Fate.KEPT) || fates.containsKey(Fate.LOST)) {
            sentences.add(context.say("said_customers", "kept", signed(changeOf(fates, Fate.KEPT)), "new", signed(changeOf(fates, Fate.NEW)),
                    "back", signed(changeOf(fates, Fate.BACK)), "lost", signed(changeOf(fates, Fate.LOST))));
        }
    }

    private static long changeOf(Map<Fate, TwoPeriods.Customers> fates, Fate fate) {
        var customers = fates.get(fate);
        return customers == null ? 0 : customers.amount().change();
    }

    void members(MemberChanges split) {
        var dimension = Labels.inSentence(split.dimension().label(), context.language());
        var heading = context.say("by", "dimension", dimension);
        var told = split.parts().subList(0, Math.min(MEMBERS_TOLD, split.parts().size()));
        told.forEach(part -> row(heading, part.name(), cell(part.before()), cell(part.after()), cell(part.change())));
        var others = split.parts().subList(told.size(), split.parts().size());
        if (!others.isEmpty()) {
            var was = others.stream().map(MemberChanges.Part::before).reduce(BigDecimal.ZERO, BigDecimal::add);
            var is = others.stream().map(MemberChanges.Part::after).reduce(BigDecimal.ZERO, BigDecimal::add);
            row(heading, context.say("others", "count", others.size(), "spoken", context.spoken().number(others.size())), cell(was), cell(is), cell(is.subtract(was)));
        }
        told.stream().filter(MemberChanges.Part::named).findFirst().filter(part -> part.change().signum() != 0).ifPresent(part -> {
            sentences.add(context.say("said_members", "dimension", dimension, "member", part.name(), "change", signed(part.change())));
            followUps.add(context.say("ask_member", "metric", label(), "member", part.name()));
        });
    }

    Finding finding(ExplainChange.Arguments arguments, QueryResult now, QueryResult then, FilterWords filters) {
        var change = value.subtract(before);
        var share = before.signum() == 0 ? null : (Double) (change.doubleValue() / Math.abs(before.doubleValue()));
        var after = context.spoken().period(spans.after());
        var earlier = context.spoken().period(spans.before());
        var what = metric.label().in(context.language()) + filters.phrase(now.resolved());
        var point = context.say("summary", "what", what, "direction", change.signum() > 0 ? "up" : change.signum() < 0 ? "down" : "same", "change", spoken(change.abs()),
                "rated", share == null ? "no" : "yes", "percent", share == null ? "" : context.spoken().percent(Math.abs(share)), "before", spoken(before), "value", spoken(value),
                "earlier", earlier, "after", after);
        if (spans.cut()) {
            caveats.add(context.say("cut", "dates", context.spoken().dates(spans.after()), "before", context.spoken().dates(spans.before())));
        }
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.addFirst(context.say("your_accounts"));
        }
        followUps.add(context.say("ask_trend", "metric", label()));
        var statements = Stream.concat(Stream.of(now.sql(), then.sql()), sql.stream()).distinct().toList();
        return new Finding(Ids.next("f"), "explain_change", asRun(arguments), context.say("title", "what", what, "before", earlier, "after", after),
                String.join(context.say("between_sentences"), Stream.concat(Stream.of(point), sentences.stream()).toList()), table.columns(), table.rows(),
                new Finding.Comparison(cell(value), cell(before), share), null,
                new Provenance(now.definitions(), Provenance.PeriodUsed.of(spans.after()), filters.list(now.resolved()), String.join(";\n\n", statements), now.engine(), null,
                        now.rowsRead() + then.rowsRead(), context.state().newestDay()), caveats, followUps.stream().limit(3).toList());
    }

    private Map<String, Object> asRun(ExplainChange.Arguments arguments) {
        Map<String, Object> asRun = new LinkedHashMap<>();
        asRun.put("metric", metric.name());
        asRun.put("period", arguments.period() == null ? spans.after().name() : arguments.period());
        asRun.put("compareTo", arguments.compareTo() == null ? spans.before().name() : arguments.compareTo());
        if (!arguments.dimensions().isEmpty()) {
            asRun.put("dimensions", arguments.dimensions());
        }
        if (!arguments.filters().isEmpty()) {
            asRun.put("filters", arguments.filters());
        }
        return asRun;
    }

    private void sums(String split, String part, TwoPeriods.Sum sum) {
        if (sum.before() != 0 || sum.after() != 0) {
            row(split, context.say(part), Table.money(sum.before()), Table.money(sum.after()), Table.money(sum.change()));
        }
    }

    private void row(String split, String part, @Nullable Number was, @Nullable Number is, Number change) {
        var whole = value.subtract(before);
        table.row(split, part, was == null ? null : cell(amount(was)), is == null ? null : cell(amount(is)), cell(amount(change)),
                whole.signum() == 0 ? null : (Double) (amount(change).doubleValue() / whole.doubleValue()));
    }

    /** As the metric's type has it in tables. */
    private Number cell(BigDecimal amount) {
        return switch (metric.type()) {
            case INTEGER -> (Number) amount.longValueExact();
            case MONEY -> amount;
            case TEXT, DATE, NUMBER, PERCENT -> amount.stripTrailingZeros().scale() <= 0 ? (Number) amount.longValueExact() : amount;
        };
    }

    private String label() {
        return Labels.inSentence(metric.label(), context.language());
    }

    private String spoken(BigDecimal amount) {
        return MetricReading.spoken(context, metric, amount);
    }

    private String signed(long tenThousandths) {
        return signed(Table.money(tenThousandths));
    }

    private String signed(BigDecimal amount) {
        return (amount.signum() < 0 ? "−" : "+") + spoken(amount.abs());
    }
}
