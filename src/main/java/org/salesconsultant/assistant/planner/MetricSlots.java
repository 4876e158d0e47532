package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Reads a clear sentence as a question for numbers; whatever it cannot place it asks about, and never leaves out. */
final class MetricSlots {
    /** 哪个城市下单最多: of buying, this verb alone counts orders. */
    private static final String PLACES_ORDERS = "下单";
    static final int RANKING_ROWS = 10;
    /** Words for revenue that are the verb of any metric. */
    private static final Set<String> EARNING = Set.of("earn", "earned", "bring in", "brought in");
    /** What a metric becomes when returns are left out of it; metrics of sale lines stay what they are. */
    private static final Map<String, String> WITHOUT_RETURNS = Map.of("revenue", "gross_revenue", "units", "units_sold",
            "gross_revenue", "gross_revenue", "units_sold", "units_sold", "orders", "orders", "customers", "customers",
            "average_order_value", "average_order_value", "average_price", "average_price");
    private static final Set<String> SOLD = Set.of("sold", "sell", "sells", "selling", "卖得");
    private static final Set<String> RETURNS = Set.of("returns_value", "return_rate");

    private final SemanticModel model;
    private final Sentences sentences;
    private final Times times;

    MetricSlots(SemanticModel model, Sentences sentences, Times times) {
        this.model = model;
        this.sentences = sentences;
        this.times = times;
    }

    /**
     * @param base the period spoken of before
     * @return null when the sentence asks for no number
     * @throws Refusal when it does and something in it is open
     */
    @Nullable Slots read(Clause clause, @Nullable Period base) {
        var metrics = metrics(clause);
        if (metrics.isEmpty()) {
            return null;
        }
        if (Qualifiers.countedNarrow(clause.mentions())) {
            var metric = metrics.stream().filter(name -> !Qualifiers.COUNTED.contains(name)).findFirst().orElseGet(metrics::getFirst);
            throw sentences.newOrRepeat(metric);
        }
        var said = times.of(clause, base);
        if (clause.has(Role.GROWTH) && said.compareTo() == null) {
            throw sentences.growth(metrics.getFirst(), said.period());
        }
        var dimensions = dimensions(clause);
        if (dimensions.size() > 1 && clause.ranks() && !clause.has(Role.AND)) {
            throw sentences.outOfScope(sentences.say("top_in_each"), List.of()); // "the top product in each country"
        }
        var filters = Stream.concat(clause.filters().stream(), clause.bounds().stream()).toList();
        var slots = new Slots(metrics, dimensions, filters, name(said.period()), name(said.compareTo()), order(clause, metrics, dimensions),
                limit(clause, dimensions), said.horizon(), null, null, Slots.Extras.NONE, null);
        return new ExtraSlots(model, sentences).read(clause, slots);
    }

    /** The metrics named, else what the words that can mean several usually mean. */
    private List<String> metrics(Clause clause) {
        List<String> metrics = new ArrayList<>(clause.metrics());
        if (metrics.equals(List.of("units")) && clause.vague().stream().anyMatch(words -> words.candidates().contains("units_sold"))) {
            metrics.set(0, "units_sold"); // "how many units were sold"
        }
        if (metrics.size() > 1 && saysOnlyEarned(clause)) {
            metrics.remove("revenue"); // "which products earned the most margin"
        }
        boolean averages = clause.vague().stream().anyMatch(MetricSlots::isAverage);
        clause.vague().stream().filter(words -> !isAverage(words) && !metrics.isEmpty() && words.candidates().stream().noneMatch(metrics::contains))
                .filter(words -> !words.candidates().contains("revenue")).forEach(words -> metrics.add(words.usually()));
        if (metrics.isEmpty()) {
            clause.rankings().forEach(phrase -> metrics.add(phrase.metric()));
        } else if (averages) {
            throw sentences.outOfScope(sentences.say("average_metric", "metric", sentences.metric(metrics.getFirst())),
                    List.of(sentences.say("option_total", "metric", sentences.metric(metrics.getFirst())),
                            sentences.say("option_total", "metric", sentences.metric("average_order_value"))));
        }
        if (metrics.isEmpty() && !clause.vague().isEmpty()) {
            var words = clause.vague().getFirst();
            boolean perStep = isAverage(words) && !clause.dimensions().isEmpty() && clause.dimensions().stream().allMatch(name -> model.dimension(name).isTime());
            if (perStep || !narrows(clause)) { // "on average per day"
                throw sentences.bareWords(words, vagueWords(clause));
            }
            metrics.add(clause.has(Role.HOW_MANY) && words.candidates().contains("units_sold") && isVerb(clause) ? "units_sold" : words.usually());
        }
        if (metrics.isEmpty() && (asksGoods(clause) || clause.has(Role.HOW_MUCH) && clause.has(Role.TRADE)
                || clause.ranks() && !clause.dimensions().isEmpty() || clause.has(Role.TRADE) && !clause.dimensions().isEmpty())) {
            metrics.add(clause.text().contains(PLACES_ORDERS) ? "orders" : "revenue");
        }
        if (metrics.equals(List.of("spend")) && clause.filters().stream().anyMatch(filter -> "customer".equals(filter.dimension()))) {
            metrics.set(0, "revenue");
        }
        if (clause.has(Role.ACQUIRE)) {
            acquired(clause, metrics);
        }
        return without(clause.leftOut(), metrics, sentences);
    }

    /** Customers won are new ones; of anything else nothing here counts what was won. */
    private void acquired(Clause clause, List<String> metrics) {
        metrics.replaceAll(metric -> "customers".equals(metric) ? "new_customers" : metric);
        if (!metrics.isEmpty() && !metrics.equals(List.of("new_customers"))) {
            var said = clause.mentions().stream().filter(mention -> isRole(mention, Role.ACQUIRE))
                    .findFirst().orElseThrow();
            throw sentences.unknownWords(List.of(new Clause.Unknown(said.from(), said.to(), clause.reading().words(said), null, false)), List.of());
        }
    }

    /** "What did they buy?" asks for products. */
    private static boolean asksGoods(Clause clause) {
        boolean ofCustomer = clause.has(Role.PRONOUN) || clause.filters().stream().anyMatch(filter -> "customer".equals(filter.dimension()));
        return clause.has(Role.TRADE) && ofCustomer && clause.metrics().isEmpty() && clause.dimensions().isEmpty() && !clause.has(Role.HOW_MUCH) && !clause.has(Role.AND);
    }

    /** The metrics without what is left out of them. @throws Refusal where nothing is modelled so */
    static List<String> without(List<String> leftOut, List<String> metrics, Sentences sentences) {
        if (leftOut.isEmpty()) {
            return metrics;
        }
        List<String> kept = new ArrayList<>();
        for (var metric : metrics) {
            var without = WITHOUT_RETURNS.get(metric);
            if (without == null || !RETURNS.containsAll(leftOut)) {
                throw sentences.outOfScope(sentences.say("cannot_narrow", "tool", sentences.metric(metric), "words",
                        sentences.metric(leftOut.getFirst())), List.of());
            }
            kept.add(without);
        }
        return kept;
    }

    /** "How many lamps did we sell" counts lamps; "how many sales" is open. */
    private static boolean isVerb(Clause clause) {
        return SOLD.contains(vagueWords(clause).toLowerCase(Locale.ROOT)) && clause.filters().stream().anyMatch(filter -> "product".equals(filter.dimension()) || "category".equals(filter.dimension()));
    }

    /** Whether anything stands beside a vague word that makes a question of it. */
    private static boolean narrows(Clause clause) {
        return !clause.times().isEmpty() || !clause.dimensions().isEmpty() || !clause.filters().isEmpty() || clause.has(Role.TOTAL)
                || clause.has(Role.TREND) || clause.limit() != null;
    }

    private static boolean saysOnlyEarned(Clause clause) {
        return clause.mentions().stream().filter(mention -> mention instanceof Mention.OfMetric(var from, var to, var metric) && "revenue".equals(metric))
                .allMatch(mention -> EARNING.contains(clause.reading().words(mention).toLowerCase(Locale.ROOT)));
    }

    private static boolean isAverage(AmbiguousWords words) {
        return words.words().en().contains("average");
    }

    private static String vagueWords(Clause clause) {
        return clause.mentions().stream().filter(Mention.OfVague.class::isInstance).findFirst().map(clause.reading()::words).orElse("");
    }

    private List<String> dimensions(Clause clause) {
        List<String> dimensions = new ArrayList<>();
        if (clause.metrics().isEmpty() || clause.dimensions().isEmpty()) {
            clause.rankings().forEach(phrase -> dimensions.add(phrase.dimension()));
        }
        clause.dimensions().stream().filter(one -> !dimensions.contains(one)).forEach(dimensions::add);
        clause.joined().stream().filter(one -> !dimensions.contains(one)).forEach(dimensions::add);
        if (dimensions.isEmpty() && clause.ranks() && clause.filters().stream().anyMatch(filter -> "customer_type".equals(filter.dimension()))) {
            dimensions.add("customer"); // "top 3 hotels"
        }
        if (dimensions.isEmpty() && clause.vague().isEmpty() && asksGoods(clause)) {
            dimensions.add("product");
        }
        if (clause.has(Role.TREND) && dimensions.stream().noneMatch(name -> model.dimension(name).isTime())) {
            dimensions.addFirst("month");
        }
        return dimensions;
    }

    private Slots.@Nullable Order order(Clause clause, List<String> metrics, List<String> dimensions) {
        if (!clause.ranks()) {
            return null;
        }
        if (dimensions.isEmpty()) {
            throw sentences.clarify(sentences.say("top_of_what"), List.of(
                    sentences.say("option_top", "metric", sentences.metric(metrics.getFirst())),
                    sentences.say("option_by_month", "metric", sentences.metric(metrics.getFirst()))));
        }
        boolean ascending = clause.has(Role.BOTTOM) || clause.rankings().stream().anyMatch(phrase -> !phrase.descending());
        return new Slots.Order(metrics.getFirst(), !ascending);
    }

    private @Nullable Integer limit(Clause clause, List<String> dimensions) {
        if (clause.limit() != null) {
            if (dimensions.isEmpty()) {
                throw sentences.clarify(sentences.say("limit_of_what"), List.of());
            }
            return clause.limit();
        }
        if (!clause.ranks()) {
            return null;
        }
        return clause.singular() ? Integer.valueOf(1) : RANKING_ROWS;
    }

    static @Nullable String name(@Nullable Period period) {
        return period == null ? null : period.name();
    }
}
