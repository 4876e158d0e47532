package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.sample.Campaigns.Campaign;
import org.salesconsultant.warehouse.sample.Catalogue.Product;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;

/** The sample company's orders, day by day. */
final class OrderBook {
    /** As {@code knowledge/delivery.en.md} promises: a charge below £150 of goods, and one for the next morning in the UK. */
    private static final long FREE_DELIVERY_FROM = 150_0000;
    private static final long DELIVERY_CHARGE = 7_5000;
    private static final long EXPRESS_CHARGE = 12_5000;
    private static final String EXPRESS_COUNTRY = "United Kingdom";
    private static final double EXPRESS_SHARE = 0.05;
    /** As {@code knowledge/faq.en.md} promises: 5 % off orders of £750 of goods or more. */
    private static final long VOLUME_DISCOUNT_FROM = 750_0000;
    private static final double VOLUME_DISCOUNT = 0.05;
    private static final int BULK_MACHINES = 20;
    private static final String BULK_PRODUCT = "MAC-604";
    private static final List<String> CHANNELS = List.of("Web shop", "Web shop", "Web shop", "Field sales", "Phone");

    private final Catalogue catalogue;
    private final List<Campaign> campaigns;
    private final Draw draw;
    private final Map<Integer, List<PlantedEffects.Pair>> pairs = new HashMap<>();

    OrderBook(Catalogue catalogue, List<Campaign> campaigns, Draw draw) {
        this.catalogue = catalogue;
        this.campaigns = campaigns;
        this.draw = draw;
        PlantedEffects.PAIRS.forEach(pair -> pairs.computeIfAbsent(catalogue.index(pair.first()), any -> new ArrayList<>()).add(pair));
    }

    /** @param minute of the day @param campaign the promotion it took part in */
    record Order(String number, LocalDate day, int minute, Customer customer, String channel, @Nullable Campaign campaign,
                 List<Line> lines, List<Fee> fees) {}

    /** Quantity in units, money in ten-thousandths. A return's quantity is negative. */
    record Line(Product product, long quantity, long unitPrice, long discount) {
        long amount() {
            return quantity * unitPrice - discount;
        }
    }

    /** @param amount ten-thousandths */
    record Fee(String code, String name, long amount) {}

    List<Order> make(List<Customer> customers) {
        var tastes = customers.stream().map(customer -> Tastes.of(customer, catalogue, draw)).toList();
        List<Order> orders = new ArrayList<>();
        for (var day = PlantedEffects.FIRST_DAY; !day.isAfter(PlantedEffects.NEWEST_DAY); day = day.plusDays(1)) {
            var today = day;
            var activity = Draw.cumulative(customers.stream().mapToDouble(customer -> customer.buysOn(today) ? customer.activity() : 0).toArray());
            for (int i = draw.poisson(Demand.expectedOrders(day)); i > 0; i--) {
                int who = draw.index(activity);
                orders.add(order("SO%06d".formatted(100_001 + orders.size()), day, customers.get(who), tastes.get(who)));
            }
            if (day.equals(PlantedEffects.BULK_ORDER_DAY)) {
                orders.add(bulkOrder("SO%06d".formatted(100_001 + orders.size()), day, customers));
            }
        }
        return orders;
    }

    private Order order(String number, LocalDate day, Customer customer, double[] taste) {
        var promotion = Campaigns.on(day, campaigns);
        var promoted = promotion.map(Campaign::category).orElse("");
        List<Line> lines = new ArrayList<>();
        while (lines.isEmpty()) {
            for (int product : chosen(customer, taste)) {
                var line = line(customer, product, day, promoted);
                if (line.quantity() > 0) {
                    lines.add(line);
                }
            }
        }
        boolean takesPart = lines.stream().anyMatch(line -> line.product().category().equals(promoted));
        return new Order(number, day, draw.whole(7 * 60, 19 * 60), customer, draw.pick(CHANNELS),
                takesPart ? promotion.orElseThrow() : null, withVolumeDiscount(lines), fees(customer, lines));
    }

    /** Different products, in the order they came to mind; what is bought together comes along. */
    private List<Integer> chosen(Customer customer, double[] taste) {
        int wanted = 1 + draw.poisson(customer.type().linesAnOrder() - 1);
        var have = new BitSet();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            int product = draw.index(taste);
            if (!have.get(product)) {
                have.set(product);
                chosen.add(product);
            }
        }
        for (int product : List.copyOf(chosen)) {
            for (var pair : pairs.getOrDefault(product, List.of())) {
                int second = catalogue.index(pair.second());
                if (!have.get(second) && draw.chance(pair.share().size())) {
                    have.set(second);
                    chosen.add(second);
                }
            }
        }
        return chosen;
    }

    private Line line(Customer customer, int index, LocalDate day, String promoted) {
        var product = catalogue.products().get(index);
        long price = catalogue.price(index, day);
        boolean cheaper = product.category().equals(promoted);
        long quantity = Tastes.units(customer, product, price, cheaper, draw);
        return new Line(product, quantity, price, cheaper ? Pence.share(quantity * price, PlantedEffects.PROMOTION_DISCOUNT) : 0);
    }

    /** The discounts do not add up: what a promotion already makes cheaper stays as it is. */
    private static List<Line> withVolumeDiscount(List<Line> lines) {
        if (goods(lines) < VOLUME_DISCOUNT_FROM) {
            return List.copyOf(lines);
        }
        return lines.stream().map(line -> line.discount() > 0 ? line : new Line(line.product(), line.quantity(), line.unitPrice(),
                Pence.share(line.quantity() * line.unitPrice(), VOLUME_DISCOUNT))).toList();
    }

    private List<Fee> fees(Customer customer, List<Line> lines) {
        List<Fee> fees = new ArrayList<>();
        if (goods(lines) < FREE_DELIVERY_FROM) {
            fees.add(new Fee("DELIVERY", "Delivery charge", DELIVERY_CHARGE));
        }
        if (customer.country().equals(EXPRESS_COUNTRY) && draw.chance(EXPRESS_SHARE)) {
            fees.add(new Fee("EXPRESS", "Express delivery charge", EXPRESS_CHARGE));
        }
        return fees;
    }

    private static long goods(List<Line> lines) {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    private Order bulkOrder(String number, LocalDate day, List<Customer> customers) {
        var hotel = customers.stream().filter(customer -> customer.type() == CustomerType.HOTEL && customer.buysOn(day)).findFirst().orElseThrow();
        int index = catalogue.index(BULK_PRODUCT);
        var line = new Line(catalogue.products().get(index), BULK_MACHINES, catalogue.price(index, day), 0);
        return new Order(number, day, 11 * 60, hotel, "Field sales", null, withVolumeDiscount(List.of(line)), List.of());
    }
}
