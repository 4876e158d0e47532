package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.sample.Catalogue.Product;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;

/** The sample company's opportunities: machines that reps try to sell, from first talk to won or lost. */
final class Pipeline {
    private static final int OPPORTUNITIES = 520;
    private static final String CATEGORY = "Machines & Grinders";
    private static final double LEAST_PRICE = 200;
    private static final List<String> OPEN_STAGES = List.of("Prospecting", "Qualified", "Proposal", "Negotiation");

    private Pipeline() {}

    /** Money in ten-thousandths. @param closed null while open @param closeValue null while open, 0 when lost */
    record Opportunity(String code, Customer customer, Product product, String stage, String outcome, LocalDate created,
                       @Nullable LocalDate closed, long value, @Nullable Long closeValue) {}

    static List<Opportunity> make(Draw draw, List<Customer> customers, Catalogue catalogue) {
        var machines = catalogue.products().stream()
                .filter(product -> product.category().equals(CATEGORY) && product.usualPrice() >= Pence.of(LEAST_PRICE)).toList();
        int days = (int) ChronoUnit.DAYS.between(PlantedEffects.FIRST_DAY, PlantedEffects.NEWEST_DAY);
        List<Opportunity> opportunities = new ArrayList<>();
        while (opportunities.size() < OPPORTUNITIES) {
            var customer = draw.pick(customers);
            var created = PlantedEffects.FIRST_DAY.plusDays(draw.whole(0, days));
            if (customer.buysOn(created)) {
                opportunities.add(opportunity("OP%04d".formatted(opportunities.size() + 1), customer, draw.pick(machines), created, draw));
            }
        }
        return opportunities;
    }

    private static Opportunity opportunity(String code, Customer customer, Product machine, LocalDate created, Draw draw) {
        int cycle = draw.whole(14, 120);
        var closing = created.plusDays(cycle);
        long value = Pence.share(machine.usualPrice() * draw.whole(1, 4), draw.between(0.9, 1.3));
        boolean won = draw.chance(winRate(customer.rep()));
        if (closing.isAfter(PlantedEffects.NEWEST_DAY)) {
            double progress = (double) ChronoUnit.DAYS.between(created, PlantedEffects.NEWEST_DAY) / cycle;
            var stage = OPEN_STAGES.get((int) (progress * OPEN_STAGES.size()));
            return new Opportunity(code, customer, machine, stage, "open", created, null, value, null);
        }
        return new Opportunity(code, customer, machine, won ? "Won" : "Lost", won ? "won" : "lost", created, closing, value,
                won ? Pence.share(value, draw.between(0.8, 1.05)) : 0L);
    }

    private static double winRate(String rep) {
        return switch (rep) {
            case PlantedEffects.BEST_CLOSER -> PlantedEffects.BEST_WIN_RATE.size();
            case PlantedEffects.WEAKEST_CLOSER -> PlantedEffects.WEAKEST_WIN_RATE.size();
            default -> PlantedEffects.WIN_RATE.size();
        };
    }
}
