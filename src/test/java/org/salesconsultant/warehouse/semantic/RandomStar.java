package org.salesconsultant.warehouse.semantic;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;

/**
 * A small star drawn from a seed, kept as plain lines beside it: some without customer, country, region, rep, channel or
 * product, returns, adjustments, fees, unknown and zero costs, discounts, amounts that tie, orders spread over two days and two
 * customers, products that share a name, names beyond ASCII, weeks in which nothing happens.
 */
final class RandomStar {
    static final int DAYS = 240;
    private static final int ORDERS = 150;
    private static final int QUIET_FROM = 70;
    private static final int QUIET_DAYS = 45;
    private static final List<LocalDate> BEGINNINGS = List.of(LocalDate.of(2010, 11, 20), LocalDate.of(2011, 12, 31), LocalDate.of(2015, 10, 5));
    private static final String NO_PRODUCT = "NONE";
    private static final long ONE = 10_000;

    private final Random random;
    /** Whether every line has its customer, place and product: then tables are joined another way. */
    private final boolean complete;
    private final LocalDate first;
    private final List<PlainLine> lines = new ArrayList<>();

    /** A line as a spreadsheet would have it; all money and quantities in ten-thousandths. */
    record PlainLine(String number, LocalDate day, @Nullable String customer, @Nullable String type, @Nullable String country, @Nullable String region,
                     @Nullable String rep, @Nullable String channel, @Nullable String product, @Nullable String category, boolean fee, Kind kind,
                     long quantity, long discount, long amount, @Nullable Long margin, @Nullable String status) implements PlainRow {
        @Override
        public @Nullable Object member(String dimension) {
            return switch (dimension) {
                case "product" -> product;
                case "category" -> category;
                case "country" -> country;
                case "region" -> region;
                case "rep" -> rep;
                case "channel" -> channel;
                case "customer" -> customer;
                case "customer_type" -> type;
                case "customer_status" -> status;
                case "item_type" -> fee ? "fee" : "product";
                case "income" -> customer == null ? null : income(customer);
                case "colour" -> product == null ? null : colour(product);
                default -> throw new IllegalArgumentException(dimension);
            };
        }

        @Override
        public boolean visibleTo(String name) {
            return name.equals(rep);
        }

        @Override
        public boolean isFeeOrAdjustment() {
            return fee || kind == Kind.ADJUSTMENT;
        }

        @Override
        public boolean isLine() {
            return true;
        }

        PlainLine with(@Nullable String known) {
            return new PlainLine(number, day, customer, type, country, region, rep, channel, product, category, fee, kind, quantity, discount, amount, margin, known);
        }
    }

    private record Person(String code, @Nullable String type, @Nullable String country, @Nullable String region, @Nullable String rep) {}

    private record Thing(@Nullable String code, @Nullable String category, boolean fee, @Nullable Long cost) {}

    RandomStar(long seed) {
        random = new Random(seed);
        complete = seed % 4 == 3;
        first = BEGINNINGS.get((int) (seed % BEGINNINGS.size()));
        draw();
        Map<String, LocalDate> firstSale = new HashMap<>();
        lines.stream().filter(line -> line.kind() == Kind.SALE && line.customer() != null)
                .forEach(line -> firstSale.merge(String.valueOf(line.customer()), line.day(), (a, b) -> a.isBefore(b) ? a : b));
        lines.replaceAll(line -> {
            var known = firstSale.get(String.valueOf(line.customer()));
            return known == null ? line : line.with(line.day().isAfter(known) ? "repeat" : "new");
        });
    }

    /** An attribute that files give to some customers. */
    static @Nullable String income(String customer) {
        return customer.endsWith("5") ? null : customer.compareTo("C2") < 0 ? "Löw" : "high";
    }

    /** And to some products. */
    static @Nullable String colour(String product) {
        return product.endsWith("3") ? null : product.compareTo("P4") < 0 ? "red" : "O'Blue";
    }

    LocalDate first() {
        return first;
    }

    /** Two products in three share their name with another. */
    static String productName(String code) {
        return code.endsWith("0") || code.endsWith("1") ? "Größe Ä" : code.endsWith("2") ? "灯笼 P2" : "Name of " + code;
    }

    static String customerName(String code) {
        return "C3".equals(code) || "C4".equals(code) ? "Zwilling" : "Shop " + code;
    }

    List<PlainLine> lines() {
        return lines;
    }

    void fill(Warehouse warehouse) throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                for (var line : lines) {
                    write(star, line);
                }
                star.finish("GBP", null, name -> false);
            }
            handle.execute("UPDATE line SET product_key = NULL WHERE product_key IN (SELECT product_key FROM product WHERE code = ?)", NO_PRODUCT);
            handle.execute("DELETE FROM product WHERE code = ?", NO_PRODUCT);
            for (var line : lines) {
                attribute(handle, "customer", line.customer(), "income", line.customer() == null ? null : income(line.customer()));
                attribute(handle, "product", line.product(), "colour", line.product() == null ? null : colour(line.product()));
            }
            return null;
        });
    }

    private static void attribute(Handle handle, String of, @Nullable String code, String name, @Nullable String value) {
        if (code != null && value != null) {
            handle.execute("INSERT OR IGNORE INTO attribute (of, member_key, name, value, value_folded) SELECT ?, " + of + "_key, ?, ?, ? FROM " + of + " WHERE code = ?",
                    of, name, value, Names.fold(value), code);
        }
    }

    private static void write(StarWriter star, PlainLine line) throws SQLException {
        var customer = line.customer() == null ? null : (Long) star.customer(
                new StarWriter.NewCustomer(line.customer(), customerName(line.customer()), line.type(), null, null, null, null, null));
        var code = line.product() == null ? NO_PRODUCT : line.product();
        long product = star.product(new StarWriter.NewProduct(code, productName(code), line.category(), line.fee(), null, null));
        var order = star.order(new StarWriter.NewOrder("test", line.number(), line.day(), customer, line.country() == null ? null : (Long) star.country(line.country()),
                line.region() == null ? null : (Long) star.region(line.region()),
                line.rep() == null ? null : (Long) star.rep(new StarWriter.NewRep(line.rep(), null, null)),
                line.channel() == null ? null : (Long) star.channel(line.channel()), null, null), null);
        star.line(order, new StarWriter.NewLine(product, line.kind(), line.quantity(), ONE, line.discount(), line.amount(), line.margin(), null));
    }

    private void draw() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            var place = random.nextInt(complete ? 3 : 5);
            people.add(new Person("C" + i, pick("café", "Hotel", null), place == 4 ? null : List.of("Germany", "France", "United Kingdom", "EIRE").get(place),
                    place > 2 ? null : "Région " + place, place == 4 ? null : "Rep " + random.nextInt(3)));
        }
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            things.add(new Thing(i == 5 && !complete ? null : "P" + i, i == 5 ? null : pick("Bags", "Lämpchen", null), i > 9, i % 4 == 0 ? null : (Long) (ONE * random.nextInt(3))));
        }
        for (int i = 0; i < ORDERS; i++) {
            var person = people.get(random.nextInt(people.size()));
            var day = first.plusDays(quietLeftOut(random.nextInt(DAYS)));
            var channel = pick("Web", "Phone", null);
            var known = random.nextInt(6) > 0 || complete;
            int size = 1 + random.nextInt(5);
            for (int n = 0; n < size; n++) {
                // a number now and then stands on a second day, or under a second customer
                var date = random.nextInt(25) == 0 ? day.plusDays(1) : day;
                var buyer = random.nextInt(25) == 0 ? people.getFirst() : person;
                lines.add(line("N" + i, date, buyer, known, channel, things.get(random.nextInt(things.size()))));
            }
        }
    }

    private static int quietLeftOut(int day) {
        return day >= QUIET_FROM && day < QUIET_FROM + QUIET_DAYS ? day - QUIET_DAYS : day;
    }

    private PlainLine line(String number, LocalDate day, Person person, boolean known, @Nullable String channel, Thing thing) {
        var kind = random.nextInt(8) == 0 ? Kind.RETURN : random.nextInt(10) == 0 ? Kind.ADJUSTMENT : Kind.SALE;
        long quantity = ONE * (1 + random.nextInt(9)) * (kind == Kind.RETURN ? -1 : 1);
        long discount = kind == Kind.SALE && random.nextInt(3) == 0 ? random.nextInt(5_000) : 0;
        long amount = kind == Kind.ADJUSTMENT ? -random.nextInt(3) * ONE : quantity * (1 + random.nextInt(5)) - discount;
        var margin = thing.cost() == null || kind == Kind.ADJUSTMENT ? null : (Long) (amount - quantity / ONE * thing.cost());
        return new PlainLine(number, day, known ? person.code() : null, known ? person.type() : null, person.country(), person.region(), person.rep(),
                channel, thing.code(), thing.category(), thing.fee(), kind, quantity, discount, amount, margin, null);
    }

    private @Nullable String pick(@Nullable String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
