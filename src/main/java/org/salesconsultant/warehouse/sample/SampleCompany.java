package org.salesconsultant.warehouse.sample;

import java.util.List;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.sample.Campaigns.Campaign;
import org.salesconsultant.warehouse.sample.Campaigns.Contact;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;
import org.salesconsultant.warehouse.sample.CustomerBase.Rep;
import org.salesconsultant.warehouse.sample.FeedbackTexts.Feedback;
import org.salesconsultant.warehouse.sample.OrderBook.Order;
import org.salesconsultant.warehouse.sample.Pipeline.Opportunity;
import org.salesconsultant.warehouse.sample.Quotas.Quota;

/**
 * Brightwater Café Supply, the company that answers until a real one is imported: a wholesaler in Bristol that sells coffee, cups
 * and kitchen goods to cafés, restaurants, hotels, offices and delicatessens in 8 countries. Every fact of it is drawn from one
 * seed; two runs are equal. The dates are fixed, 2 January 2023 to 12 December 2025.
 *
 * <p>800 customers, 120 products with costs in 8 categories, 12 reps in 5 regions, about 150,000 lines, 8 campaigns with a control
 * group, 520 opportunities, about 1,000 feedback texts. Planted in it, with sizes and bounds in {@link PlantedEffects}:
 *
 * <ul>
 *   <li><b>Trend</b>: 10 % more orders a year (found: 7 to 13 %).
 *   <li><b>Week</b>: orders by weekday 1.25, 1.20, 1.10, 1.15, 1.30, 0.70, 0.30 of the mean day, Monday first (each ± 0.06).
 *   <li><b>Year</b>: orders a day by month from 0.86 in January over 0.88 in August to 1.18 in November (each ± 0.07).
 *   <li><b>Promotions</b>: eight times two weeks with 15 % off one category, whose units for each order are 1.60 times as many
 *       (± 0.15), the discount's pull included.
 *   <li><b>Price elasticity</b> of units for each order, by category: coffee −1.2, tea −1.0, syrups −1.8, cups −2.4, tableware −1.4,
 *       cleaning −0.5 (each ± 0.35), barista tools −0.8 (± 0.40), machines −1.5 (± 0.80, few are sold).
 *   <li><b>Pairs</b>: seven products bring a second one into 35 to 70 % of their orders (each ± 0.08), at least three times as often
 *       as chance: cups and their lids, dripper and filters, teapot and infuser, cleaning powder and brush.
 *   <li><b>Customer types</b>: units on a line relative to a café's: restaurant 1.3, hotel 2.4, office 0.7, delicatessen 0.9
 *       (each ± 10 %).
 *   <li><b>Leavers</b>: 60 customers who bought more than most stop on a day between February 2024 and August 2025 and never order
 *       again; 85 % or more of them have then been silent for over three times their own mean gap.
 *   <li><b>Anomalous days</b>: six, from an outage with 0.15 of the usual orders to a rush with 2.6; and 17 September 2025, when a
 *       hotel chain buys machines and revenue is over three times the usual.
 *   <li><b>Returns</b>: 2.5 % of gross revenue (± 0.7 points); the glass carafe, which breaks, 16 % (± 5 points), and customers rate
 *       it 2.2 of 5 (± 0.5) where others get about 4.
 *   <li><b>Campaign answers</b>: 18 % (± 3 points) against 8 % (± 3.5) in the control group.
 *   <li><b>Win rates</b>: 54 % of closed opportunities (± 6 points); Niamh Byrne wins 78 %, Daniel Frost 30 % (each ± 17).
 *   <li><b>Quotas</b>: each rep's, by quarter from 2024 on, is 6 % above what the rep sold in the same quarter a year before, rounded to
 *       £500.
 * </ul>
 *
 * @param campaigns in order of time, as orders and feedback are
 * @param credits the orders of what was sent back
 */
public record SampleCompany(List<Rep> reps, List<Customer> customers, Catalogue catalogue, List<Campaign> campaigns, List<Contact> contacts,
                            List<Order> orders, List<Order> credits, List<Opportunity> opportunities, List<Feedback> feedback, List<Quota> quotas) {
    public static final String NAME = "Brightwater Café Supply";
    public static final String CURRENCY = "GBP";
    private static final long SEED = 20_230_102;

    /** Draws the whole company; takes about a second. */
    static SampleCompany make() {
        var reps = CustomerBase.reps();
        var customers = CustomerBase.make(new Draw(SEED, "customers"), reps);
        var catalogue = new Catalogue(new Draw(SEED, "prices"));
        var campaigns = Campaigns.all();
        var orders = new OrderBook(catalogue, campaigns, new Draw(SEED, "orders")).make(customers);
        var credits = Returns.of(orders, new Draw(SEED, "returns"));
        return new SampleCompany(reps, customers, catalogue, campaigns,
                Campaigns.contacts(new Draw(SEED, "contacts"), campaigns, customers),
                orders, credits,
                Pipeline.make(new Draw(SEED, "pipeline"), customers, catalogue),
                new FeedbackTexts(new Draw(SEED, "feedback")).about(orders),
                Quotas.make(reps, orders, credits));
    }

    /** Writes it into an empty warehouse, all of it or nothing. */
    public static void fill(Warehouse warehouse) {
        SampleWriter.write(make(), warehouse);
    }
}
