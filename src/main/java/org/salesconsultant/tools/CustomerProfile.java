package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.history.CustomerCard;
import org.salesconsultant.warehouse.history.CustomerHistory;
import org.salesconsultant.warehouse.history.ProductCard;

/** All that is known of one customer in one row: who, since when, how much, how often, what, and whether about to leave. */
public final class CustomerProfile implements Tool<CustomerProfile.Arguments> {
    private static final int TOP_PRODUCTS = 5;

    private final CustomerModels models;

    public CustomerProfile(CustomerModels models) {
        this.models = models;
    }

    /** @param customer code or name */
    public record Arguments(String customer) {}

    @Override
    public String name() {
        return "customer_profile";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.customer() == null || arguments.customer().isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "No customer is named.", "Name one by code or name.");
        }
        return CustomerFindings.guarded(context, () -> {
            var found = Lookup.find(models.queries(), context, "customer", arguments.customer());
            return found.size() > 1 ? Lookup.which(context, found, "about_customer")
                    : profile(models.history(context).card(found.getFirst().id()).orElseThrow(), context);
        });
    }

    private Outcome profile(CustomerCard customer, ToolContext context) {
        var population = models.population(context, List.of());
        var customers = population.customers();
        int place = IntStream.range(0, customers.size()).filter(i -> customers.get(i).customer() == customer.key()).findFirst().orElse(-1);
        if (place < 0) {
            return new Outcome.Empty(context.say("nothing_bought", "customer", customer.label()), List.of());
        }
        var history = customers.get(place);
        var churn = models.churn(context);
        var top = models.history(context).boughtBy(customer.key(), models.visibleLines(context)).stream().limit(TOP_PRODUCTS).toList();
        var facts = new Facts(context);
        who(facts, customer);
        facts.add("customer_since", Finding.Type.DATE, LocalDate.ofEpochDay(history.firstSaleDay()));
        facts.add("last_order", Finding.Type.DATE, LocalDate.ofEpochDay(history.lastSaleDay()));
        facts.add("orders", Finding.Type.INTEGER, (long) history.orders());
        facts.add("revenue", Finding.Type.MONEY, Table.money(history.revenue()));
        facts.add("spend_last_year", Finding.Type.MONEY, Table.money(history.revenueLastYear()));
        facts.add("average_order_value", Finding.Type.MONEY, averageOrder(history));
        facts.add("returns_value", Finding.Type.MONEY, Table.money(history.returnsValue()));
        facts.add("return_rate", Finding.Type.PERCENT, Table.share(history.returnsValue(), history.grossRevenue()));
        facts.add("segment", Finding.Type.TEXT, segment(context, place));
        facts.add("silence", Finding.Type.INTEGER, (long) churn.silence(history));
        facts.add("usual_gap", Finding.Type.NUMBER, (double) Math.round(churn.usualGap(history)));
        facts.add("churn_risk", Finding.Type.PERCENT, churn.risk(history));
        facts.add("top_products", Finding.Type.TEXT, top.stream().map(ProductCard::name).collect(Collectors.joining("; ")));
        return CustomerFindings.found(context, name(), Map.of("customer", customer.code()),
                new CustomerFindings.Texts(context.say("title", "customer", customer.label()), summary(context, customer, history, churn, top),
                        history.saleDays().length == 1 ? List.of(context.say("one_order")) : List.of(),
                        List.of(context.say("follow_up_recommend", "customer", customer.label()))),
                facts.table(), null, new CustomerFindings.Source(filters(population, customer), population.sql(), population.rowsRead(),
                        definitions(), RankCustomers.model(context, churn)));
    }

    private static void who(Facts facts, CustomerCard customer) {
        facts.add("code", Finding.Type.TEXT, customer.code());
        facts.add("name", Finding.Type.TEXT, customer.name());
        facts.add("type", Finding.Type.TEXT, customer.type());
        facts.add("city", Finding.Type.TEXT, customer.city());
        facts.add("country", Finding.Type.TEXT, customer.country());
        facts.add("region", Finding.Type.TEXT, customer.region());
        facts.add("rep", Finding.Type.TEXT, customer.rep());
    }

    /** Columns and their cells in one row; what is not known has no column. */
    private static final class Facts {
        private final Table table;
        private final List<Object> cells = new ArrayList<>();

        private Facts(ToolContext context) {
            table = new Table(context);
        }

        private void add(String key, Finding.Type type, @Nullable Object cell) {
            if (cell != null) {
                table.column(key, type);
                cells.add(cell);
            }
        }

        private Table table() {
            table.row(cells.toArray());
            return table;
        }
    }

    /** The name of the segment the customer is in; null where there are too few customers to tell. */
    private @Nullable String segment(ToolContext context, int place) {
        try {
            var segmentation = models.segmentation(context, List.of(), null);
            return SegmentCustomers.name(context, segmentation.segments().get(segmentation.segmentOf()[place]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String summary(ToolContext context, CustomerCard customer, CustomerHistory history, CustomerModels.Churn churn,
                                  List<ProductCard> top) {
        var spoken = context.spoken();
        var summary = new StringBuilder(context.say("summary", "named", RankCustomers.named(customer), "customer", customer.label(),
                "revenue", spoken.money(Table.money(history.revenue())), "orders", history.orders(), "spoken_orders", spoken.number(history.orders()),
                "since", spoken.date(LocalDate.ofEpochDay(history.firstSaleDay())), "last", spoken.date(LocalDate.ofEpochDay(history.lastSaleDay()))));
        summary.append(context.say(history.saleDays().length == 1 ? "once" : churn.silence(history) > churn.usualGap(history) ? "overdue" : "in_rhythm",
                "gap", spoken.number(Math.round(churn.usualGap(history))), "silence", spoken.number(churn.silence(history)), "days", churn.silence(history),
                "risk", spoken.percent(churn.risk(history))));
        if (!top.isEmpty()) {
            summary.append(context.say("top", "product", top.getFirst().name()));
        }
        return summary.toString();
    }

    private static @Nullable BigDecimal averageOrder(CustomerHistory history) {
        var gross = Table.money(history.grossRevenue());
        return gross.divide(BigDecimal.valueOf(history.orders()), gross.scale(), RoundingMode.HALF_UP);
    }

    private static List<String> filters(CustomerModels.Population population, CustomerCard customer) {
        List<String> filters = new ArrayList<>(population.filters());
        filters.addFirst("customer is " + customer.code());
        return filters;
    }

    private static List<Provenance.MetricDefinition> definitions() {
        return List.of(new Provenance.MetricDefinition("revenue", "Sum of amount over all lines of the customer, net of returns"),
                new Provenance.MetricDefinition("average_order_value", "Amount of sale lines / distinct orders with one"),
                new Provenance.MetricDefinition("return_rate", "Amount of return lines / amount of sale lines"),
                new Provenance.MetricDefinition("churn_risk", "Probability that the customer has left for good, given its own rhythm of purchase "
                        + "days and the silence since the last one"));
    }
}
