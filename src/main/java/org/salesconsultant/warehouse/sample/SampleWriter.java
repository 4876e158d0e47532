package org.salesconsultant.warehouse.sample;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarEvents.NewQuota;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.sample.Campaigns.Campaign;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;
import org.salesconsultant.warehouse.sample.OrderBook.Fee;
import org.salesconsultant.warehouse.sample.OrderBook.Line;
import org.salesconsultant.warehouse.sample.OrderBook.Order;

/** Puts a sample company into the star in one transaction. */
final class SampleWriter {
    private static final String SOURCE = "sample";
    private static final long ONE_UNIT = 10_000;

    private final SampleCompany company;
    private final StarWriter star;
    private final Map<String, Long> reps = new HashMap<>();
    private final Map<Customer, Long> customers = new HashMap<>();
    private final Map<String, Long> products = new HashMap<>();
    private final Map<Campaign, Long> campaigns = new HashMap<>();

    private SampleWriter(SampleCompany company, StarWriter star) {
        this.company = company;
        this.star = star;
    }

    static void write(SampleCompany company, Warehouse warehouse) {
        try {
            warehouse.database().write(handle -> {
                // another process may have filled it while this one waited to write
                if (!warehouse.state(handle).isEmpty()) {
                    return null;
                }
                try (var star = new StarWriter(handle)) {
                    new SampleWriter(company, star).write();
                }
                return null;
            });
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the sample company", e);
        }
    }

    private void write() throws SQLException {
        members();
        for (var order : company.orders()) {
            order(order, Kind.SALE);
        }
        for (var credit : company.credits()) {
            order(credit, Kind.RETURN);
        }
        rest();
        star.finish(SampleCompany.CURRENCY, SampleCompany.NAME, name -> false);
    }

    private void members() throws SQLException {
        for (var rep : company.reps()) {
            reps.put(rep.name(), star.rep(new StarWriter.NewRep(rep.name(), star.region(rep.region()), rep.manager())));
        }
        for (var customer : company.customers()) {
            customers.put(customer, star.customer(new StarWriter.NewCustomer(customer.code(), customer.name(), customer.type().label(),
                    customer.city(), customer.email(), star.country(customer.country()), star.region(customer.region()),
                    key(reps, customer.rep()))));
        }
        var catalogue = company.catalogue();
        for (var product : catalogue.products()) {
            long price = catalogue.price(catalogue.index(product.code()), PlantedEffects.NEWEST_DAY);
            products.put(product.code(), star.product(new StarWriter.NewProduct(product.code(), product.name(), product.category(), false,
                    product.unitCost(), price)));
        }
        for (var campaign : company.campaigns()) {
            campaigns.put(campaign, star.campaign(new StarWriter.NewCampaign(campaign.code(), campaign.name(), campaign.channel(),
                    campaign.start(), campaign.lastDay(), campaign.spend())));
        }
    }

    private void order(Order order, Kind kind) throws SQLException {
        var customer = order.customer();
        var placed = star.order(new StarWriter.NewOrder(SOURCE, order.number(), order.day(), key(customers, customer),
                star.country(customer.country()), star.region(customer.region()), key(reps, customer.rep()), star.channel(order.channel()),
                order.campaign() == null ? null : key(campaigns, order.campaign()), null), order.minute());
        for (var line : order.lines()) {
            star.line(placed, new StarWriter.NewLine(key(products, line.product().code()), kind, line.quantity() * ONE_UNIT,
                    line.unitPrice(), line.discount(), line.amount(), margin(line), null));
        }
        for (var fee : order.fees()) {
            star.line(placed, new StarWriter.NewLine(product(fee), Kind.SALE, ONE_UNIT, fee.amount(), 0, fee.amount(), null, null));
        }
    }

    private static long margin(Line line) {
        return line.amount() - line.quantity() * line.product().unitCost();
    }

    private long product(Fee fee) throws SQLException {
        return star.product(new StarWriter.NewProduct(fee.code(), fee.name(), null, true, null, fee.amount()));
    }

    private void rest() throws SQLException {
        for (var contact : company.contacts()) {
            star.contact(new StarWriter.NewContact(key(campaigns, contact.campaign()), key(customers, contact.customer()), contact.day(),
                    contact.arm(), contact.responded(), contact.value()));
        }
        for (var opportunity : company.opportunities()) {
            var customer = opportunity.customer();
            star.opportunity(new StarWriter.NewOpportunity(opportunity.code(), key(customers, customer), customer.name(),
                    key(products, opportunity.product().code()), opportunity.product().name(), key(reps, customer.rep()),
                    star.region(customer.region()), opportunity.stage(), opportunity.outcome(), opportunity.created(), opportunity.closed(),
                    opportunity.value(), opportunity.closeValue()));
        }
        for (var quota : company.quotas()) {
            star.events().quota(new NewQuota(key(reps, quota.rep()), null, quota.first(), quota.lastDay(), quota.amount()));
        }
        for (var feedback : company.feedback()) {
            star.feedback(new StarWriter.NewFeedback(feedback.day(), key(customers, feedback.customer()),
                    key(products, feedback.product().code()), feedback.rating(), feedback.source(), feedback.language(), feedback.text()));
        }
    }

    private static <K> long key(Map<K, Long> keys, @Nullable K member) {
        return Objects.requireNonNull(keys.get(member));
    }
}
