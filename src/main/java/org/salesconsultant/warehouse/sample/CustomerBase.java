package org.salesconsultant.warehouse.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sample company's customers: who they are, when they came, and when those who leave stop buying. */
final class CustomerBase {
    private static final double THERE_FROM_THE_START = 0.68;
    /** No customer may carry the company: at most so many times a mean one's orders. */
    private static final double MOST_ACTIVE = 4;
    private static final LocalDate FIRST_LEAVING = LocalDate.of(2024, 2, 1);
    private static final LocalDate LAST_LEAVING = LocalDate.of(2025, 8, 31);

    private CustomerBase() {}

    record Rep(String name, String region, String manager) {}

    /**
     * @param activity orders, relative to the mean customer
     * @param joined the first day it may buy
     * @param left the first day it no longer buys, or null when it stays
     */
    record Customer(String code, String name, CustomerType type, String city, String country, String region, String rep, String email,
                    boolean writesChinese, double activity, LocalDate joined, @Nullable LocalDate left) {
        boolean buysOn(LocalDate day) {
            return !day.isBefore(joined) && (left == null || day.isBefore(left));
        }

        private Customer leaving(LocalDate day) {
            return new Customer(code, name, type, city, country, region, rep, email, writesChinese, activity, joined, day);
        }
    }

    static List<Rep> reps() {
        return Table.read("reps.psv").stream().map(row -> new Rep(row.text("name"), row.text("region"), row.text("manager"))).toList();
    }

    static List<Customer> make(Draw draw, List<Rep> reps) {
        var repsByRegion = reps.stream().collect(Collectors.groupingBy(Rep::region));
        var places = Table.read("places.psv");
        var placeShares = Draw.cumulative(places.stream().mapToDouble(place -> place.number("share")).toArray());
        var types = CustomerType.values();
        var typeShares = Draw.cumulative(List.of(types).stream().mapToDouble(CustomerType::share).toArray());
        var names = new BusinessNames(draw);
        int days = (int) ChronoUnit.DAYS.between(PlantedEffects.FIRST_DAY, PlantedEffects.NEWEST_DAY);
        List<Customer> customers = new ArrayList<>();
        for (int i = 1; i <= PlantedEffects.CUSTOMERS; i++) {
            var place = places.get(draw.index(placeShares));
            var type = types[draw.index(typeShares)];
            var name = names.next(type, place.text("country"), place.text("city"));
            var joined = PlantedEffects.FIRST_DAY.plusDays(draw.chance(THERE_FROM_THE_START) ? 0 : draw.whole(1, days - 60));
            var rep = draw.pick(Objects.requireNonNull(repsByRegion.get(place.text("region"))));
            customers.add(new Customer("C%04d".formatted(1000 + i), name.text(), type, place.text("city"), place.text("country"),
                    place.text("region"), rep.name(), "orders@" + slug(name.text()) + ".example", name.chinese(),
                    type.orderRate() * Math.min(draw.logNormal(0.8), MOST_ACTIVE), joined, null));
        }
        leave(customers, draw);
        return List.copyOf(customers);
    }

    /** Those who leave had bought more than most, for at least four months: their silence says something. */
    private static void leave(List<Customer> customers, Draw draw) {
        double median = customers.stream().mapToDouble(Customer::activity).sorted().skip(customers.size() / 2).findFirst().orElseThrow();
        var candidates = customers.stream()
                .filter(customer -> customer.activity() > median && customer.joined().isBefore(FIRST_LEAVING.minusMonths(4)))
                .sorted(Comparator.comparing(Customer::code)).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < PlantedEffects.LEAVERS; i++) {
            var customer = candidates.remove(draw.whole(0, candidates.size() - 1));
            int days = (int) ChronoUnit.DAYS.between(FIRST_LEAVING, LAST_LEAVING);
            customers.set(customers.indexOf(customer), customer.leaving(FIRST_LEAVING.plusDays(draw.whole(0, days))));
        }
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
    }
}
