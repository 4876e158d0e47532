package org.salesconsultant.warehouse.semantic;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarEvents;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;

/**
 * What happens beside orders, drawn from a seed and kept as plain rows: opportunities, contacts and costs of campaigns, feedback,
 * talks and quotas, some without a day, customer, product, rep or place; a few orders by which reps see customers of others.
 */
final class RandomEvents {
    static final int DAYS = 240;
    private static final int ROWS = 60;
    private static final long ONE = 10_000;
    private static final List<String> OF_CUSTOMER = List.of("customer", "customer_type", "city", "country", "income", "region", "rep", "manager");

    private final Random random;
    private final LocalDate first = LocalDate.of(2019, 10, 7);
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Set<String>> seenBy = new HashMap<>();
    private final Map<Table, List<Event>> rows = new EnumMap<>(Table.class);
    private final List<Writing> writings = new ArrayList<>();

    /** A table of events with what its rows can be told apart by. */
    enum Table {
        CREATED(Stream.concat(OF_CUSTOMER.stream(), Stream.of("product", "category", "colour", "stage")).toList(), List.of("opportunities", "open_pipeline")),
        CLOSED(CREATED.dimensions, List.of("won_value", "win_rate")),
        CONTACTS(Stream.concat(OF_CUSTOMER.stream(), Stream.of("campaign", "campaign_channel", "arm")).toList(),
                List.of("contacts", "responses", "response_rate", "conversions", "conversion_rate")),
        SPEND(List.of("campaign", "campaign_channel", "channel"), List.of("spend")),
        FEEDBACK(Stream.concat(OF_CUSTOMER.stream(), Stream.of("product", "category", "colour", "feedback_source")).toList(), List.of("feedback_count", "average_rating")),
        INTERACTIONS(Stream.concat(OF_CUSTOMER.stream(), Stream.of("interaction_kind")).toList(), List.of("interactions")),
        QUOTAS(List.of("rep", "manager", "region"), List.of("quota"));

        private final List<String> dimensions;
        private final List<String> metrics;

        Table(List<String> dimensions, List<String> metrics) {
            this.dimensions = dimensions;
            this.metrics = metrics;
        }

        /** Times among them. */
        List<String> dimensions() {
            return Stream.concat(dimensions.stream(), PlainEvaluation.TIMES.stream().sorted()).toList();
        }

        List<String> metrics() {
            return metrics;
        }
    }

    /** @param values numbers as stored, those that are known */
    record Event(@Nullable LocalDate day, Map<String, @Nullable String> members, Set<String> reps, Map<String, Long> values) implements PlainRow {
        @Override
        public @Nullable Object member(String dimension) {
            return members.get(dimension);
        }

        @Override
        public boolean visibleTo(String rep) {
            return reps.contains(rep);
        }
    }

    private record Person(String code, @Nullable String type, @Nullable String city, @Nullable String country, @Nullable String region, @Nullable String rep) {}

    /** One row on its way into the star. */
    private interface Writing {
        void to(StarWriter star, Keys keys) throws SQLException;
    }

    /** Looks up the keys of members that the star holds already. */
    private record Keys(Handle handle) {
        @Nullable Long of(String table, @Nullable String code) {
            return code == null ? null : handle.createQuery("SELECT " + table + "_key FROM " + table + " WHERE code = ?").bind(0, code).mapTo(Long.class).one();
        }
    }

    RandomEvents(long seed) {
        random = new Random(seed);
        for (var table : Table.values()) {
            rows.put(table, new ArrayList<>());
        }
        people();
        for (int i = 0; i < ROWS; i++) {
            opportunity(i);
            contact();
            feedback();
            interaction();
            if (i % 3 == 0) {
                spend();
            }
        }
        wholeCosts();
        quotas();
    }

    LocalDate first() {
        return first;
    }

    PlainEvaluation plain(Table table) {
        return new PlainEvaluation(of(table), new PlainEvents(table));
    }

    void fill(Warehouse warehouse) throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                for (var name : List.of("Rep 0", "Rep 1", "Rep 2")) {
                    star.rep(new StarWriter.NewRep(name, name, territory(name) == null ? null : (Long) star.region(Objects.requireNonNull(territory(name))), manager(name), null), Authority.MASTER);
                }
                var keys = new Keys(handle);
                for (var writing : writings) {
                    writing.to(star, keys);
                }
                star.finish("GBP", null, name -> false);
            }
            for (var person : people) {
                attribute(handle, "customer", person.code(), "income", RandomStar.income(person.code()));
            }
            for (int i = 0; i < 8; i++) {
                attribute(handle, "product", "P" + i, "colour", RandomStar.colour("P" + i));
            }
            return null;
        });
    }

    private static void attribute(Handle handle, String of, String code, String name, @Nullable String value) {
        if (value != null) {
            handle.execute("INSERT INTO attribute (of, member_key, name, value, value_folded) SELECT ?, " + of + "_key, ?, ?, ? FROM " + of + " WHERE code = ?",
                    of, name, value, Names.fold(value), code);
        }
    }

    private static @Nullable String territory(String rep) {
        return "Rep 2".equals(rep) ? null : "Région " + rep.charAt(4);
    }

    private static @Nullable String manager(String rep) {
        return "Rep 0".equals(rep) ? "Zoë" : "Rep 1".equals(rep) ? "Max" : null;
    }

    private static @Nullable String category(String product) {
        return product.compareTo("P2") < 0 ? "Bags" : product.compareTo("P5") < 0 ? "Lämpchen" : null;
    }

    private void people() {
        for (int i = 0; i < 8; i++) {
            var code = "C" + i;
            boolean placed = random.nextInt(4) > 0;
            var person = new Person(code, pick("café", "Hotel", null), pick("Paris", "Köln", null), placed ? pick("Germany", "France") : null,
                    placed ? pick("Région 0", "Région 3") : null, placed ? pick("Rep 0", "Rep 1") : null);
            people.add(person);
            var reps = new HashSet<String>();
            Stream.ofNullable(person.rep()).forEach(reps::add);
            seenBy.put(code, reps);
            writings.add((star, keys) -> star.customer(new StarWriter.NewCustomer(code, RandomStar.customerName(code), person.type(), person.city(), null,
                    person.country() == null ? null : (Long) star.country(person.country()), person.region() == null ? null : (Long) star.region(person.region()),
                    person.rep() == null ? null : (Long) star.rep(new StarWriter.NewRep(person.rep(), null, null))), Authority.MASTER));
            if (placed && random.nextBoolean()) {
                var through = Objects.requireNonNull(pick("Rep 1", "Rep 2"));
                reps.add(through);
                writings.add((star, keys) -> {
                    var order = star.order(new StarWriter.NewOrder("test", code, first.plusDays(9), keys.of("customer", code), null, null,
                            (Long) star.rep(new StarWriter.NewRep(through, null, null)), null, null, null), null);
                    star.line(order, new StarWriter.NewLine(star.product(product("P0")), Kind.SALE, ONE, ONE, 0, ONE, null, RandomStar.productName("P0")));
                });
            }
        }
        for (int i = 0; i < 8; i++) {
            var code = "P" + i;
            writings.add((star, keys) -> star.product(product(code)));
        }
    }

    private static StarWriter.NewProduct product(String code) {
        return new StarWriter.NewProduct(code, RandomStar.productName(code), category(code), false, null, null);
    }

    private void opportunity(int i) {
        var customer = some(people);
        var product = pick("P0", "P1", "P3", "P6", null);
        var rep = pick("Rep 0", "Rep 1", "Rep 2", null);
        var own = pick("Région 3", null, null);
        var outcome = Objects.requireNonNull(pick("open", "won", "lost"));
        var stage = "open".equals(outcome) ? Objects.requireNonNull(pick("New", "Offer")) : "won".equals(outcome) ? "Won" : "Lost";
        var created = day();
        var closed = "open".equals(outcome) ? null : day();
        long value = ONE * random.nextInt(9);
        long closeValue = ONE * random.nextInt(7);
        var region = own != null ? own : customer != null && customer.region() != null ? customer.region() : rep == null ? null : territory(rep);
        var members = members(customer, product);
        members.put("rep", rep);
        members.put("manager", rep == null ? null : manager(rep));
        members.put("region", region);
        members.put("stage", stage);
        Set<String> reps = rep == null ? Set.of() : Set.of(rep);
        var values = new HashMap<String, Long>(Map.of("value", value, outcome, 1L));
        values.put("close_value", closeValue);
        of(Table.CREATED).add(new Event(created, members, reps, values));
        if (!"open".equals(outcome)) {
            of(Table.CLOSED).add(new Event(closed, members, reps, values));
        }
        writings.add((star, keys) -> star.opportunity(new StarWriter.NewOpportunity("O" + i, customer == null ? null : keys.of("customer", customer.code()), null,
                keys.of("product", product), null, rep(star, rep), own == null ? null : (Long) star.region(own), stage, outcome, created, closed, value, closeValue)));
    }

    private void contact() {
        var campaign = Objects.requireNonNull(pick("A", "B", "D"));
        var customer = some(people);
        var day = "D".equals(campaign) ? first.plusDays(20 + random.nextInt(9)) : day();
        var arm = pick("mail", "none", null);
        boolean responded = random.nextInt(3) == 0;
        var converted = random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean();
        var members = members(customer, null);
        members.put("campaign", campaign);
        members.put("campaign_channel", channel(campaign));
        members.put("arm", arm);
        Map<String, Long> values = new HashMap<>(Map.of("responded", responded ? 1L : 0L));
        if (converted != null) {
            values.put("converted", converted ? 1L : 0L);
        }
        of(Table.CONTACTS).add(new Event(day, members, reps(customer), values));
        writings.add((star, keys) -> star.contact(new StarWriter.NewContact(campaign(star, campaign), customer == null ? null : keys.of("customer", customer.code()), day, arm,
                responded, null, converted, null)));
    }

    private void spend() {
        var campaign = Objects.requireNonNull(pick("A", "B"));
        var day = day();
        var channel = pick("Web", "Phone", null);
        long spend = ONE * random.nextInt(5) + random.nextInt(9);
        cost(campaign, day, channel, spend);
        writings.add((star, keys) -> star.events().spend(new StarEvents.NewSpend(campaign(star, campaign), day, channel == null ? null : (Long) star.channel(channel), spend, null, null)));
    }

    /** Of campaign D the whole alone is known: it stands on the day of the first contact. */
    private void wholeCosts() {
        of(Table.CONTACTS).stream().filter(contact -> "D".equals(contact.members().get("campaign"))).map(Event::day).filter(Objects::nonNull).min(LocalDate::compareTo)
                .ifPresent(day -> cost("D", day, null, 70 * ONE));
    }

    private void cost(String campaign, @Nullable LocalDate day, @Nullable String channel, long spend) {
        Map<String, @Nullable String> members = new HashMap<>();
        members.put("campaign", campaign);
        members.put("campaign_channel", channel(campaign));
        members.put("channel", channel);
        of(Table.SPEND).add(new Event(day, members, Set.of(), Map.of("spend", spend)));
    }

    private static @Nullable String channel(String campaign) {
        return "A".equals(campaign) ? "Post" : "B".equals(campaign) ? "Social" : null;
    }

    private static long campaign(StarWriter star, String code) throws SQLException {
        return star.campaign(new StarWriter.NewCampaign(code, code, channel(code), null, null, "D".equals(code) ? (Long) (70 * ONE) : null));
    }

    private void feedback() {
        var customer = some(people);
        var product = pick("P0", "P2", "P5", null);
        var day = day();
        var rating = random.nextInt(4) == 0 ? null : (Integer) (1 + random.nextInt(5));
        var source = pick("shop", "survey", null);
        var members = members(customer, product);
        members.put("feedback_source", source);
        of(Table.FEEDBACK).add(new Event(day, members, reps(customer), rating == null ? Map.of() : Map.of("rating", rating.longValue())));
        writings.add((star, keys) -> star.feedback(new StarWriter.NewFeedback(day, customer == null ? null : keys.of("customer", customer.code()),
                keys.of("product", product), rating, source, "en", "text")));
    }

    private void interaction() {
        var customer = some(people);
        var rep = pick("Rep 0", "Rep 1", "Rep 2", null);
        var day = first.plusDays(random.nextInt(DAYS));
        var kind = Objects.requireNonNull(pick("call", "mail", "visit"));
        var members = members(customer, null);
        members.put("rep", rep);
        members.put("manager", rep == null ? null : manager(rep));
        members.put("interaction_kind", kind);
        var reps = new HashSet<>(reps(customer));
        Stream.ofNullable(rep).forEach(reps::add);
        of(Table.INTERACTIONS).add(new Event(day, members, reps, Map.of()));
        writings.add((star, keys) -> star.events().interaction(new StarEvents.NewInteraction(null, day, null, customer == null ? null : keys.of("customer", customer.code()),
                rep(star, rep), kind, null, null, null, null, null)));
    }

    /** Each rep's in spans that do not overlap, of which each day has the part that its days so far have more than those of yesterday. */
    private void quotas() {
        for (var rep : List.of("Rep 0", "Rep 1", "Rep 2")) {
            var day = first.plusDays(random.nextInt(40));
            for (int i = 0; i < 3; i++) {
                int days = 1 + random.nextInt(70);
                var from = day;
                long amount = ONE * random.nextInt(500) + random.nextInt(50);
                for (int n = 0; n < days; n++) {
                    Map<String, @Nullable String> members = new HashMap<>();
                    members.put("rep", rep);
                    members.put("manager", manager(rep));
                    members.put("region", territory(rep));
                    of(Table.QUOTAS).add(new Event(from.plusDays(n), members, Set.of(rep), Map.of("quota", amount * (n + 1) / days - amount * n / days)));
                }
                writings.add((star, keys) -> star.events().quota(new StarEvents.NewQuota(rep(star, rep), null, from, from.plusDays(days - 1L), amount)));
                day = from.plusDays(days + random.nextInt(20));
            }
        }
    }

    private static @Nullable Long rep(StarWriter star, @Nullable String name) throws SQLException {
        return name == null ? null : (Long) star.rep(new StarWriter.NewRep(name, null, null));
    }

    private static Map<String, @Nullable String> members(@Nullable Person customer, @Nullable String product) {
        Map<String, @Nullable String> members = new HashMap<>();
        if (customer != null) {
            members.put("customer", customer.code());
            members.put("customer_type", customer.type());
            members.put("city", customer.city());
            members.put("country", customer.country());
            members.put("region", customer.region());
            members.put("rep", customer.rep());
            members.put("manager", customer.rep() == null ? null : manager(customer.rep()));
            members.put("income", RandomStar.income(customer.code()));
        }
        if (product != null) {
            members.put("product", product);
            members.put("category", category(product));
            members.put("colour", RandomStar.colour(product));
        }
        return members;
    }

    private Set<String> reps(@Nullable Person customer) {
        return customer == null ? Set.of() : seenBy.getOrDefault(customer.code(), Set.of());
    }

    private List<Event> of(Table table) {
        return Objects.requireNonNull(rows.get(table));
    }

    private @Nullable LocalDate day() {
        return random.nextInt(8) == 0 ? null : first.plusDays(random.nextInt(DAYS));
    }

    private @Nullable Person some(List<Person> all) {
        return random.nextInt(5) == 0 ? null : all.get(random.nextInt(all.size()));
    }

    private @Nullable String pick(@Nullable String... choices) {
        return Arrays.asList(choices).get(random.nextInt(choices.length));
    }
}
