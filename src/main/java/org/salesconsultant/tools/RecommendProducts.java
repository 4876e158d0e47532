package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.recommend.Recommendation;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.history.CustomerHistory;
import org.salesconsultant.warehouse.history.ProductCard;

/**
 * What to offer a customer next, or beside some products: what those buy too who buy the same. Never what the customer has
 * already, nor what has not been sold lately.
 */
public final class RecommendProducts implements Tool<RecommendProducts.Arguments> {
    private static final int DEFAULT_LIMIT = 5;
    private static final int MOST = 100;
    /** A product nobody bought for as many days is taken to be discontinued. */
    private static final int STILL_SOLD_DAYS = 90;

    private final CustomerModels models;

    public RecommendProducts(CustomerModels models) {
        this.models = models;
    }

    /**
     * @param customer code or name
     * @param products codes or names; taken where no customer is named
     * @param limit products to give at most; null: 5
     */
    public record Arguments(@Nullable String customer, List<String> products, @Nullable Integer limit) {}

    /** Whom or what is offered to. @param kind of wording: {@code customer} or {@code products} */
    private record Whom(String label, String named, String kind) {}

    @Override
    public String name() {
        return "recommend_products";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public List<Lesson> lessons(ToolContext context) {
        return List.of(CustomerLessons.recommendations(models, context));
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        if (arguments.limit() != null && (arguments.limit() < 1 || arguments.limit() > MOST)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The limit is " + arguments.limit() + ".", "Use 1 to " + MOST + ".");
        }
        return CustomerFindings.guarded(context, () -> {
            if (arguments.customer() != null && !arguments.customer().isBlank()) {
                return toCustomer(arguments.customer(), arguments, context);
            }
            return arguments.products().isEmpty() ? forWhom(context) : besideProducts(arguments, context);
        });
    }

    private Outcome forWhom(ToolContext context) {
        var best = models.population(context, List.of()).customers().stream().max(Comparator.comparingLong(CustomerHistory::revenue));
        return best.<Outcome>map(customer -> new Outcome.Clarify(context.say("for_whom"), List.of(context.say("for_customer", "customer",
                models.history(context).cards(List.of(customer.customer())).getFirst().label()))))
                .orElseGet(() -> new Outcome.Empty(context.say("no_customers"), List.of()));
    }

    private Outcome toCustomer(String called, Arguments arguments, ToolContext context) {
        var found = Lookup.find(models.queries(), context, "customer", called);
        if (found.size() > 1) {
            return Lookup.which(context, found, "for_customer");
        }
        var history = models.history(context);
        var customer = history.card(found.getFirst().id()).orElseThrow();
        var bought = history.boughtBy(customer.key(), models.visibleLines(context));
        if (bought.isEmpty()) {
            return new Outcome.Empty(context.say("nothing_bought", "customer", customer.label()), List.of());
        }
        return recommend(bought, new Whom(customer.label(), RankCustomers.named(customer), "customer"), arguments, context);
    }

    private Outcome besideProducts(Arguments arguments, ToolContext context) {
        List<ProductCard> given = new ArrayList<>();
        var byCode = new HashMap<String, ProductCard>();
        models.assortment(context).purchases().products().forEach(product -> byCode.put(Names.fold(product.code()), product));
        for (var called : arguments.products()) {
            Lookup.find(models.queries(), context, "product", called).stream().map(member -> byCode.get(member.id()))
                    .filter(Objects::nonNull).forEach(given::add);
        }
        if (given.isEmpty()) {
            return new Outcome.Empty(context.say("only_fees"), List.of());
        }
        var names = context.spoken().list(given.stream().map(ProductCard::name).distinct().toList());
        return recommend(given, new Whom(names, "yes", "products"), arguments, context);
    }

    private Outcome recommend(List<ProductCard> has, Whom whom, Arguments arguments, ToolContext context) {
        context.steps().accept(context.say("step"));
        var assortment = models.assortment(context);
        var purchases = assortment.purchases();
        var places = new HashMap<Long, Integer>();
        purchases.products().forEach(product -> places.put(product.key(), places.size()));
        var owned = has.stream().map(ProductCard::key).map(places::get).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
        int oldest = CustomerModels.now(context) - STILL_SOLD_DAYS;
        int limit = arguments.limit() == null ? DEFAULT_LIMIT : arguments.limit();
        var offers = assortment.neighbours().recommend(owned, product -> purchases.lastSaleDay()[product] > oldest, limit);
        if (offers.isEmpty()) {
            return new Outcome.Empty(context.say("nothing_near", "whom", whom.label()), List.of());
        }
        var table = table(context, assortment, offers);
        var first = offers.getFirst();
        var product = purchases.products().get(first.product()).name();
        var spoken = context.spoken();
        var summary = context.say(whom.kind() + "_summary", "named", whom.named(), "whom", whom.label(), "product", product, "because", purchases.products().get(first.because()).name(),
                "share", spoken.percent(share(assortment, first)));
        var caveats = new ArrayList<String>();
        caveats.add(context.say("still_sold", "date", spoken.date(LocalDate.ofEpochDay(oldest + 1L))));
        if (purchases.since() != null) {
            caveats.add(context.say("since", "date", spoken.date(purchases.since())));
        }
        return CustomerFindings.found(context, name(), asRun(arguments, limit),
                new CustomerFindings.Texts(context.say(whom.kind() + "_title", "whom", whom.label()), summary, caveats, List.of(context.say("follow_up_baskets", "product", product))), table,
                null, new CustomerFindings.Source(assortment.filters(), null, purchases.lines(), List.of(), model(context)));
    }

    private static Table table(ToolContext context, CustomerModels.Assortment assortment, List<Recommendation> offers) {
        var table = new Table(context).column("product", Finding.Type.TEXT).column("code", Finding.Type.TEXT)
                .column("because", Finding.Type.TEXT).column("buyers_of_both", Finding.Type.INTEGER)
                .column("share", Finding.Type.PERCENT).column("score", Finding.Type.NUMBER);
        for (var offer : offers) {
            var product = assortment.purchases().products().get(offer.product());
            table.row(product.name(), product.code(), assortment.purchases().products().get(offer.because()).name(),
                    (long) offer.buyersOfBoth(), share(assortment, offer), offer.score());
        }
        return table;
    }

    /** Of those who buy what speaks for the offer, how many buy the offer. */
    private static double share(CustomerModels.Assortment assortment, Recommendation offer) {
        return (double) offer.buyersOfBoth() / assortment.neighbours().buyers(offer.because());
    }

    private static Provenance.ModelUsed model(ToolContext context) {
        return new Provenance.ModelUsed("item-item neighbours (asymmetric cosine, shrunk)", "1", context.state().firstDay(),
                context.state().newestDay(), null);
    }

    private static Map<String, Object> asRun(Arguments arguments, int limit) {
        Map<String, Object> asRun = new LinkedHashMap<>();
        if (arguments.customer() != null && !arguments.customer().isBlank()) {
            asRun.put("customer", arguments.customer());
        } else {
            asRun.put("products", arguments.products());
        }
        asRun.put("limit", limit);
        return asRun;
    }
}
