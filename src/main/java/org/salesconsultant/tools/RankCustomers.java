package org.salesconsultant.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.history.CustomerCard;
import org.salesconsultant.warehouse.history.CustomerHistory;
import org.salesconsultant.warehouse.semantic.Filter;

/**
 * Puts customers in order: by revenue, or those about to leave by what would be lost with them. About to leave is who has
 * been silent for longer than usual, so that leaving has become likely, and bought within the last year; who has almost surely left
 * already is not.
 */
public final class RankCustomers implements Tool<RankCustomers.Arguments> {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 1_000;
    /** From this risk on a customer is about to leave … */
    private static final double LEAVING = 0.2;
    /** … and from this one on has left. */
    private static final double GONE = 0.9;

    private final CustomerModels models;

    public RankCustomers(CustomerModels models) {
        this.models = models;
    }

    /** @param limit customers to give at most; null: 10 */
    public record Arguments(By by, List<Filter> filters, @Nullable Integer limit) {}

    /** What to rank by. */
    public enum By {
        @JsonProperty("lifetime_value") LIFETIME_VALUE,
        @JsonProperty("churn_risk") CHURN_RISK,
        @JsonProperty("purchase_propensity") PURCHASE_PROPENSITY,
        @JsonProperty("revenue") REVENUE
    }

    /** @param risk of having left, 0 … 1 @param atRisk risk × net spend of the last year, in ten-thousandths */
    private record Leaving(CustomerHistory customer, double risk, double atRisk) {}

    @Override
    public String name() {
        return "rank_customers";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public List<Lesson> lessons(ToolContext context) {
        return List.of(CustomerLessons.churn(models, context));
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.limit() != null && (arguments.limit() < 1 || arguments.limit() > MOST)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The limit is " + arguments.limit() + ".", "Use 1 to " + MOST + ".");
        }
        return CustomerFindings.guarded(context, () -> switch (arguments.by()) {
            case REVENUE -> byRevenue(arguments, context);
            case CHURN_RISK -> byChurnRisk(arguments, context);
            case LIFETIME_VALUE, PURCHASE_PROPENSITY -> new Outcome.OutOfScope(
                    context.say(arguments.by() == By.LIFETIME_VALUE ? "no_lifetime_value" : "no_purchase_propensity"),
                    List.of(context.say("follow_up_churn"), context.say("follow_up_revenue")));
        });
    }

    private Outcome byRevenue(Arguments arguments, ToolContext context) {
        var population = models.population(context, arguments.filters());
        var ranked = population.customers().stream().sorted(Comparator.comparingLong(CustomerHistory::revenue).reversed()
                .thenComparingLong(CustomerHistory::customer)).toList();
        if (ranked.isEmpty()) {
            return new Outcome.Empty(context.say("no_customers"), List.of());
        }
        var shown = ranked.subList(0, Math.min(limit(arguments), ranked.size()));
        var cards = cards(context, shown);
        var table = new Table(context).column("customer", Finding.Type.TEXT).column("code", Finding.Type.TEXT)
                .column("revenue", Finding.Type.MONEY).column("revenue_share", Finding.Type.PERCENT)
                .column("orders", Finding.Type.INTEGER).column("last_order", Finding.Type.DATE);
        for (var customer : shown) {
            var card = cards.apply(customer);
            table.row(card.label(), card.code(), Table.money(customer.revenue()), Table.share(customer.revenue(), population.revenue()),
                    (long) customer.orders(), LocalDate.ofEpochDay(customer.lastSaleDay()));
        }
        var first = shown.getFirst();
        var spoken = context.spoken();
        var summary = context.say("revenue_summary", "named", named(cards.apply(first)), "customer", cards.apply(first).label(), "revenue", spoken.money(Table.money(first.revenue())),
                "orders", first.orders(), "spoken_orders", spoken.number(first.orders()),
                "share", population.revenue() == 0 ? "–" : spoken.percent((double) first.revenue() / population.revenue()));
        return CustomerFindings.found(context, name(), asRun(arguments, population),
                new CustomerFindings.Texts(context.say("revenue_title", "filters", filters(population, context), "period", spoken.dates(CustomerFindings.allData(context))), summary,
                        truncated(context, ranked.size() - shown.size(), "revenue_truncated"), List.of(context.say("follow_up_churn"))), table,
                new Finding.Chart(Finding.Chart.Kind.BAR, table.heading("customer"), List.of(table.heading("revenue"))),
                new CustomerFindings.Source(population.filters(), population.sql(), population.rowsRead(),
                        List.of(new Provenance.MetricDefinition("revenue", "Sum of amount over all lines, net of returns")), null));
    }

    private Outcome byChurnRisk(Arguments arguments, ToolContext context) {
        context.steps().accept(context.say("step"));
        var population = models.population(context, arguments.filters());
        var everything = models.population(context, List.of());
        if (population.customers().isEmpty()) {
            return new Outcome.Empty(context.say("no_customers"), List.of());
        }
        var churn = models.churn(context);
        var leaving = CustomerModels.among(everything, population).stream()
                .filter(customer -> customer.revenueLastYear() > 0 && churn.silence(customer) > churn.usualGap(customer))
                .map(customer -> new Leaving(customer, churn.risk(customer), churn.risk(customer) * customer.revenueLastYear()))
                .filter(customer -> customer.risk() >= LEAVING && customer.risk() < GONE)
                .sorted(Comparator.comparingDouble(Leaving::atRisk).reversed().thenComparingLong(each -> each.customer().customer()))
                .toList();
        if (leaving.isEmpty()) {
            return new Outcome.Empty(context.say("nobody_leaving"), List.of());
        }
        var shown = leaving.subList(0, Math.min(limit(arguments), leaving.size()));
        var cards = cards(context, shown.stream().map(Leaving::customer).toList());
        var table = new Table(context).column("customer", Finding.Type.TEXT).column("code", Finding.Type.TEXT)
                .column("churn_risk", Finding.Type.PERCENT).column("spend_last_year", Finding.Type.MONEY)
                .column("value_at_risk", Finding.Type.MONEY).column("silence", Finding.Type.INTEGER)
                .column("usual_gap", Finding.Type.NUMBER).column("orders", Finding.Type.INTEGER).column("last_order", Finding.Type.DATE);
        for (var each : shown) {
            var customer = each.customer();
            var card = cards.apply(customer);
            table.row(card.label(), card.code(), each.risk(), Table.money(customer.revenueLastYear()), Table.money(Math.round(each.atRisk())),
                    (long) churn.silence(customer), (double) Math.round(churn.usualGap(customer)), (long) customer.orders(),
                    LocalDate.ofEpochDay(customer.lastSaleDay()));
        }
        return CustomerFindings.found(context, name(), asRun(arguments, population),
                new CustomerFindings.Texts(context.say("churn_title", "filters", filters(population, context), "date", context.spoken().date(context.state().now())),
                        churnSummary(context, shown.getFirst(), cards, churn), churnCaveats(context, shown, leaving.size()),
                        List.of(context.say("follow_up_profile", "customer", cards.apply(shown.getFirst().customer()).label()),
                                context.say("follow_up_segments"))), table,
                new Finding.Chart(Finding.Chart.Kind.BAR, table.heading("customer"), List.of(table.heading("value_at_risk"))),
                new CustomerFindings.Source(population.filters(), everything.sql(), everything.rowsRead(), definitions(), model(context, churn)));
    }

    private static String churnSummary(ToolContext context, Leaving first, Function<CustomerHistory, CustomerCard> cards,
                                       CustomerModels.Churn churn) {
        var spoken = context.spoken();
        return context.say("churn_summary", "named", named(cards.apply(first.customer())), "customer", cards.apply(first.customer()).label(),
                "gap", spoken.number(Math.round(churn.usualGap(first.customer()))), "silence", spoken.number(churn.silence(first.customer())),
                "risk", spoken.percent(first.risk()), "spend", spoken.money(Table.money(first.customer().revenueLastYear())));
    }

    private static List<String> churnCaveats(ToolContext context, List<Leaving> shown, int all) {
        List<String> caveats = new ArrayList<>();
        caveats.add(context.say("order_and_gone"));
        if (shown.stream().anyMatch(each -> each.customer().saleDays().length == 1)) {
            caveats.add(context.say("one_order"));
        }
        caveats.addAll(truncated(context, all - shown.size(), "churn_truncated"));
        return caveats;
    }

    private static List<String> truncated(ToolContext context, int left, String key) {
        return left == 0 ? List.of() : List.of(context.say(key, "count", left, "left", context.spoken().number(left)));
    }

    private Function<CustomerHistory, CustomerCard> cards(ToolContext context, List<CustomerHistory> customers) {
        Map<Long, CustomerCard> cards = models.history(context).cards(customers.stream().map(CustomerHistory::customer).toList()).stream()
                .collect(Collectors.toMap(CustomerCard::key, Function.identity()));
        return customer -> cards.get(customer.customer());
    }

    static Provenance.ModelUsed model(ToolContext context, CustomerModels.Churn churn) {
        var backtest = churn.backtest();
        var error = backtest == null ? null : String.format(Locale.ROOT,
                "AUC %.2f for buying nothing in the last %d days, held out (%d customers; foretold %.0f %%, actual %.0f %%)",
                backtest.auc(), backtest.horizon(), backtest.customers(), 100 * backtest.foretold(), 100 * backtest.actual());
        return new Provenance.ModelUsed("purchase rhythm (mixture cure model on log-normal gaps)", "1", context.state().firstDay(),
                context.state().newestDay(), error);
    }

    private static List<Provenance.MetricDefinition> definitions() {
        return List.of(new Provenance.MetricDefinition("churn_risk", "Probability that a customer has left for good, given the customer's own "
                        + "rhythm of purchase days and the silence since the last one; about to leave from " + LEAVING + ", gone from " + GONE),
                new Provenance.MetricDefinition("value_at_risk", "churn_risk × net revenue of the customer in the last 365 days"),
                new Provenance.MetricDefinition("usual_gap", "Median gap in days to expect between two purchase days, own gaps weighed against everyone's"));
    }

    /** Whether a sentence need not say that it is a customer: {@code yes}, else {@code no}. */
    static String named(CustomerCard customer) {
        return customer.name() == null ? "no" : "yes";
    }

    private String filters(CustomerModels.Population population, ToolContext context) {
        return new FilterWords(models.queries().model(context.warehouse()), context).phrase(population.resolved());
    }

    private static int limit(Arguments arguments) {
        return arguments.limit() == null ? DEFAULT_LIMIT : arguments.limit();
    }

    private static Map<String, Object> asRun(Arguments arguments, CustomerModels.Population population) {
        Map<String, Object> asRun = new LinkedHashMap<>();
        asRun.put("by", arguments.by().name().toLowerCase(Locale.ROOT));
        asRun.put("filters", population.resolved());
        asRun.put("limit", limit(arguments));
        return asRun;
    }
}
