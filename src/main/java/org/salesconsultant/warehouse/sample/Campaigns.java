package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;

/** The sample company's promotions, and whom they were sent to: a fifth is held back as a control group. */
final class Campaigns {
    private static final int CONTACTS = 350;
    private static final double CONTROL_SHARE = 0.2;
    private static final double MEAN_RESPONSE_VALUE = 140;

    private Campaigns() {}

    /** @param lastDay the last day of it @param spend ten-thousandths @param category whose products cost less meanwhile */
    record Campaign(String code, String name, String channel, LocalDate start, LocalDate lastDay, long spend, String category) {
        boolean runsOn(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(lastDay);
        }
    }

    /** @param arm {@code offer} or {@code control} @param value ten-thousandths, null where nothing came of it */
    record Contact(Campaign campaign, Customer customer, LocalDate day, String arm, boolean responded, @Nullable Long value) {}

    static List<Campaign> all() {
        return Table.read("campaigns.psv").stream().map(row -> new Campaign(row.text("code"), row.text("name"), row.text("channel"),
                row.date("start"), row.date("end"), row.amount("spend"), row.text("category"))).toList();
    }

    static Optional<Campaign> on(LocalDate day, List<Campaign> campaigns) {
        return campaigns.stream().filter(campaign -> campaign.runsOn(day)).findFirst();
    }

    static List<Contact> contacts(Draw draw, List<Campaign> campaigns, List<Customer> customers) {
        List<Contact> contacts = new ArrayList<>();
        for (var campaign : campaigns) {
            var there = new ArrayList<>(customers.stream().filter(customer -> customer.buysOn(campaign.start())).toList());
            for (int i = 0; i < CONTACTS; i++) {
                var customer = there.remove(draw.whole(0, there.size() - 1));
                boolean control = draw.chance(CONTROL_SHARE);
                var rate = control ? PlantedEffects.CONTROL_RESPONSE_RATE : PlantedEffects.RESPONSE_RATE;
                boolean responded = draw.chance(rate.size());
                contacts.add(new Contact(campaign, customer, campaign.start(), control ? "control" : "offer", responded,
                        responded ? Pence.of(MEAN_RESPONSE_VALUE * draw.logNormal(0.5)) : null));
            }
        }
        return contacts;
    }
}
