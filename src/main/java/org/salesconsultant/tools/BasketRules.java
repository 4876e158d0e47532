package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.baskets.Rule;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Member;

/** What is bought together in one order: with one product, or across the whole assortment. */
public final class BasketRules implements Tool<BasketRules.Arguments> {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 500;
    private static final double DEFAULT_SUPPORT = 0.01;
    private static final double DEFAULT_CONFIDENCE = 0.3;
    /** With one product named every order counts, but what lay beside it only a few times proves nothing. */
    private static final int FEWEST_TOGETHER = 5;

    private final CustomerModels models;

    public BasketRules(CustomerModels models) {
        this.models = models;
    }

    /**
     * @param product code or name; null for the strongest rules of all
     * @param minSupport share of all orders, 0 … 1; null: 0.01, or for one product any five orders
     * @param minConfidence 0 … 1; null: 0.3, or for one product any
     */
    public record Arguments(@Nullable String product, @Nullable Double minSupport, @Nullable Double minConfidence, @Nullable Integer limit) {}

    @Override
    public String name() {
        return "basket_rules";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        check("minSupport", arguments.minSupport());
        check("minConfidence", arguments.minConfidence());
        if (arguments.limit() != null && (arguments.limit() < 1 || arguments.limit() > MOST)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The limit is " + arguments.limit() + ".", "Use 1 to " + MOST + ".");
        }
        return CustomerFindings.guarded(context, () -> arguments.product() == null || arguments.product().isBlank()
                ? everywhere(arguments, context) : beside(arguments.product(), arguments, context));
    }

    private static void check(String name, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new UserError(UserError.Category.BAD_INPUT, name + " is " + share + ".", "Use a share from 0 to 1.");
        }
    }

    private Outcome beside(String called, Arguments arguments, ToolContext context) {
        var found = Lookup.find(models.queries(), context, "product", called);
        context.steps().accept(context.say("step"));
        var assortment = models.assortment(context);
        var baskets = assortment.baskets();
        // of several products of one name the one most ordered is meant
        int product = place(assortment, found);
        var name = product < 0 ? found.getFirst().name() : assortment.purchases().products().get(product).name();
        if (product < 0 || baskets.holding(product) == 0) {
            return new Outcome.Empty(context.say("never_sold", "product", name), List.of());
        }
        int fewest = arguments.minSupport() == null ? FEWEST_TOGETHER : count(arguments.minSupport(), baskets.size());
        var rules = baskets.with(product, fewest, arguments.minConfidence() == null ? 0 : arguments.minConfidence()).stream()
                .filter(rule -> rule.lift() > 1).toList(); // what lies beside it by chance alone is not bought together
        if (rules.isEmpty()) {
            return new Outcome.Empty(context.say("nothing_beside", "product", name), List.of());
        }
        var shown = rules.subList(0, Math.min(limit(arguments), rules.size()));
        var first = shown.getFirst();
        var spoken = context.spoken();
        var summary = context.say("product_summary", "product", name, "other", names(assortment, List.of(first.consequent())),
                "confidence", spoken.percent(first.confidence()), "lift", spoken.number(first.lift()),
                "orders", spoken.number(first.count()));
        var texts = new CustomerFindings.Texts(context.say("product_title", "product", name), summary,
                left(context, assortment, rules.size() - shown.size()), List.of(context.say("follow_up_recommend", "product", name)));
        var table = table(context, assortment, shown);
        var chart = new Finding.Chart(Finding.Chart.Kind.BAR, table.heading("consequent"), List.of(table.heading("confidence")));
        return CustomerFindings.found(context, name(), asRun(arguments), texts, table, chart,
                source(context, assortment, "co-occurrence in orders, counted"));
    }

    private Outcome everywhere(Arguments arguments, ToolContext context) {
        context.steps().accept(context.say("step"));
        var assortment = models.assortment(context);
        double support = arguments.minSupport() == null ? DEFAULT_SUPPORT : arguments.minSupport();
        double confidence = arguments.minConfidence() == null ? DEFAULT_CONFIDENCE : arguments.minConfidence();
        int fewest = count(support, assortment.baskets().size());
        var mined = models.rules(context, fewest, confidence);
        if (mined.rules().isEmpty()) {
            return new Outcome.Empty(context.say("no_rules"), List.of());
        }
        var shown = mined.rules().subList(0, Math.min(limit(arguments), mined.rules().size()));
        var first = shown.getFirst();
        var spoken = context.spoken();
        var summary = context.say("all_summary", "antecedent", names(assortment, first.antecedent()),
                "consequent", names(assortment, List.of(first.consequent())), "confidence", spoken.percent(first.confidence()),
                "lift", spoken.number(first.lift()));
        var caveats = left(context, assortment, mined.rules().size() - shown.size());
        if (mined.minimumCount() > fewest) {
            caveats.addFirst(context.say("support_raised"));
        }
        return CustomerFindings.found(context, name(), asRun(arguments),
                new CustomerFindings.Texts(context.say("all_title"), summary, caveats, List.of()), table(context, assortment, shown), null,
                source(context, assortment, "frequent item sets by projection"));
    }

    private static Table table(ToolContext context, CustomerModels.Assortment assortment, List<Rule> rules) {
        var table = new Table(context).column("antecedent", Finding.Type.TEXT).column("consequent", Finding.Type.TEXT)
                .column("orders", Finding.Type.INTEGER).column("support", Finding.Type.PERCENT)
                .column("confidence", Finding.Type.PERCENT).column("lift", Finding.Type.NUMBER);
        for (var rule : rules) {
            table.row(names(assortment, rule.antecedent()), names(assortment, List.of(rule.consequent())), (long) rule.count(), rule.support(),
                    rule.confidence(), rule.lift());
        }
        return table;
    }

    /** What is not in the table: older orders, rules beyond the limit. */
    private static List<String> left(ToolContext context, CustomerModels.Assortment assortment, int rules) {
        List<String> caveats = new ArrayList<>();
        var since = assortment.purchases().since();
        if (since != null) {
            caveats.add(context.say("since", "date", context.spoken().date(since)));
        }
        if (rules > 0) {
            caveats.add(context.say("truncated", "count", rules, "left", context.spoken().number(rules)));
        }
        return caveats;
    }

    private static CustomerFindings.Source source(ToolContext context, CustomerModels.Assortment assortment, String method) {
        return new CustomerFindings.Source(assortment.filters(), null, assortment.purchases().lines(), definitions(),
                new Provenance.ModelUsed(method, "1", context.state().firstDay(), context.state().newestDay(), null));
    }

    private static int place(CustomerModels.Assortment assortment, List<Member> found) {
        var codes = found.stream().map(Member::id).collect(Collectors.toSet());
        var products = assortment.purchases().products();
        return IntStream.range(0, products.size()).filter(i -> codes.contains(Names.fold(products.get(i).code()))).boxed()
                .max((a, b) -> Integer.compare(assortment.baskets().holding(a), assortment.baskets().holding(b))).orElse(-1);
    }

    private static String names(CustomerModels.Assortment assortment, List<Integer> products) {
        return products.stream().map(product -> assortment.purchases().products().get(product).name()).collect(Collectors.joining(" + "));
    }

    private static int count(double support, int baskets) {
        return Math.max(1, (int) Math.ceil(support * baskets));
    }

    private static int limit(Arguments arguments) {
        return arguments.limit() == null ? DEFAULT_LIMIT : arguments.limit();
    }

    private static Map<String, Object> asRun(Arguments arguments) {
        Map<String, Object> asRun = new LinkedHashMap<>();
        if (arguments.product() != null) {
            asRun.put("product", arguments.product());
        }
        if (arguments.minSupport() != null) {
            asRun.put("minSupport", arguments.minSupport());
        }
        if (arguments.minConfidence() != null) {
            asRun.put("minConfidence", arguments.minConfidence());
        }
        asRun.put("limit", limit(arguments));
        return asRun;
    }

    private static List<Provenance.MetricDefinition> definitions() {
        return List.of(new Provenance.MetricDefinition("support", "Orders with all of the rule's products / all orders with a sale of a product"),
                new Provenance.MetricDefinition("confidence", "Orders with all of the rule's products / orders with those on its left"),
                new Provenance.MetricDefinition("lift", "Confidence / share of all orders that have the product on the right; above 1: more often together than by chance"));
    }
}
