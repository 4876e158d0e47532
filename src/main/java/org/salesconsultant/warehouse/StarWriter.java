package org.salesconsultant.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/**
 * Writes facts into the star within one write transaction: members of dimensions first, then orders and their lines, then
 * {@link #finish}, without which nothing must be committed. A member put twice is one member; the second time fills in what it
 * lacked. Amounts, prices, costs and quantities are in ten-thousandths. Lines are streamed; memory grows with members and
 * orders. Not safe for several threads.
 */
public final class StarWriter implements AutoCloseable {
    private final Handle handle;
    private final @Nullable Long mends;
    private final StarIndexes indexes;
    private final CalendarDays calendar;
    private final Dimension countries;
    private final Dimension regions;
    private final Dimension channels;
    private final Dimension reps;
    private final Dimension customers;
    private final Dimension products;
    private final Dimension campaigns;
    private final ProductDescriptions descriptions;
    private final PreparedStatement numberFind;
    private final Rows orders;
    private final Rows lines;
    private final Rows opportunities;
    private final Rows contacts;
    private final Rows feedback;

    private final Map<Record, Long> keys = new HashMap<>();
    private final Map<NewOrder, PlacedOrder> placed = new HashMap<>();
    private final long lastOldOrder;
    private @Nullable PlacedOrder newestPlaced;
    private long newestNumber;

    private enum Place { COUNTRY, REGION, CHANNEL }

    private record Named(Place place, String name) {}

    private record Number(String source, String number) {}

    /** @param manager whom the rep reports to */
    public record NewRep(String name, @Nullable Long region, @Nullable String manager) {}

    /** @param type sector or customer type */
    public record NewCustomer(String code, @Nullable String name, @Nullable String type, @Nullable String city, @Nullable String email,
                              @Nullable Long country, @Nullable Long region, @Nullable Long rep) {}

    /**
     * @param name null where only its lines' descriptions name it
     * @param fee whether its code says that it is a fee and no product
     */
    public record NewProduct(String code, @Nullable String name, @Nullable String category, boolean fee, @Nullable Long unitCost,
                             @Nullable Long listPrice) {}

    public record NewCampaign(String code, String name, @Nullable String channel, @Nullable LocalDate start, @Nullable LocalDate lastDay,
                              @Nullable Long spend) {}

    /**
     * What is one row of orders; lines of one number that differ in any of these stand in several.
     *
     * @param source order numbers are unique within it
     * @param run the import run, null for generated data
     */
    public record NewOrder(String source, String number, LocalDate date, @Nullable Long customer, @Nullable Long country,
                           @Nullable Long region, @Nullable Long rep, @Nullable Long channel, @Nullable Long campaign, @Nullable Long run) {}

    /** An order that stands in the star. */
    public record PlacedOrder(long key, NewOrder order) {}

    /**
     * @param discount positive money off
     * @param margin null: cost unknown
     * @param description as the line has it; the product is named after the one most used
     */
    public record NewLine(long product, Kind kind, long quantity, long unitPrice, long discount, long amount, @Nullable Long margin,
                          @Nullable String description) {}

    /** @param outcome {@code open}, {@code won} or {@code lost} @param account,product named as given where no member is known */
    public record NewOpportunity(String code, @Nullable Long customer, @Nullable String account, @Nullable Long productKey,
                                 @Nullable String product, @Nullable Long rep, @Nullable Long region, String stage, String outcome,
                                 @Nullable LocalDate created, @Nullable LocalDate closed, @Nullable Long value, @Nullable Long closeValue) {}

    public record NewContact(long campaign, @Nullable Long customer, @Nullable LocalDate date, @Nullable String arm, boolean responded,
                             @Nullable Long value) {}

    /** @param rating 1 to 5 @param language ISO 639 */
    public record NewFeedback(@Nullable LocalDate date, @Nullable Long customer, @Nullable Long product, @Nullable Integer rating,
                              @Nullable String source, @Nullable String language, String text) {}

    /** @param handle in a write transaction, see {@link Database#write} */
    public StarWriter(Handle handle) throws SQLException {
        this(handle, null);
    }

    /** @param mends the run whose copies of orders the rows complete; null: they are copies of their own */
    public StarWriter(Handle handle, @Nullable Long mends) throws SQLException {
        this.handle = handle;
        this.mends = mends;
        var connection = handle.getConnection();
        indexes = StarIndexes.suspend(handle);
        calendar = new CalendarDays(connection);
        countries = new Dimension(connection, "country", "name_folded", "name");
        regions = new Dimension(connection, "region", "name_folded", "name");
        channels = new Dimension(connection, "channel", "name_folded", "name");
        reps = new Dimension(connection, "rep", "name_folded", "name", "region_key", "manager");
        customers = new Dimension(connection, "customer", "code_folded", "code", "name", "name_folded", "type", "type_folded", "city",
                "email", "country_key", "region_key", "rep_key");
        products = new Dimension(connection, "product", "code_folded", "code", "name", "name_folded", "category", "category_folded",
                "item", "unit_cost", "list_price");
        campaigns = new Dimension(connection, "campaign", "code_folded", "code", "name", "name_folded", "channel", "start_day", "end_day",
                "spend");
        descriptions = new ProductDescriptions(handle, connection);
        numberFind = connection.prepareStatement("SELECT number_key FROM orders WHERE source = ? AND number = ? LIMIT 1");
        orders = new Rows(connection, Rows.AT_ONCE, "orders", "order_key", "number_key", "source", "number", "day", "minute", "customer_key",
                "country_key", "region_key", "rep_key", "channel_key", "campaign_key", "run_key", "copy_run", "lines", "sale_lines", "return_lines",
                "revenue", "gross_revenue", "returns_value", "units_sold", "units", "discount", "costed_amount", "margin");
        lines = new Rows(connection, Rows.TOGETHER, "line", "line_key", "order_key", "day", "product_key", "customer_key", "country_key",
                "region_key", "rep_key", "channel_key", "kind", "fee", "quantity", "unit_price", "discount", "amount", "margin",
                "description_key");
        opportunities = new Rows(connection, Rows.TOGETHER, "opportunity", "opportunity_key", "code", "code_folded", "customer_key",
                "account", "product_key", "product", "rep_key", "region_key", "stage", "outcome", "created_day", "closed_day", "value",
                "close_value");
        contacts = new Rows(connection, Rows.TOGETHER, "campaign_contact", "contact_key", "campaign_key", "customer_key", "day", "arm",
                "responded", "value");
        feedback = new Rows(connection, Rows.TOGETHER, "feedback", "feedback_key", "day", "customer_key", "product_key", "rating",
                "source", "language", "text");
        lastOldOrder = Rows.newestKey(connection, "orders", "order_key");
        newestNumber = Rows.newestKey(connection, "orders", "number_key");
    }

    public long country(String name) throws SQLException {
        return place(countries, Place.COUNTRY, name);
    }

    public long region(String name) throws SQLException {
        return place(regions, Place.REGION, name);
    }

    public long channel(String name) throws SQLException {
        return place(channels, Place.CHANNEL, name);
    }

    private long place(Dimension dimension, Place place, String name) throws SQLException {
        var named = new Named(place, name);
        var key = keys.get(named);
        return key != null ? key : remember(named, dimension.put(Names.fold(name), name.strip()));
    }

    public long rep(NewRep rep) throws SQLException {
        var key = keys.get(rep);
        return key != null ? key : remember(rep, reps.put(Names.fold(rep.name()), rep.name().strip(), rep.region(), rep.manager()));
    }

    public long customer(NewCustomer customer) throws SQLException {
        var key = keys.get(customer);
        return key != null ? key : remember(customer, customers.put(Names.fold(customer.code()), customer.code().strip(), customer.name(),
                folded(customer.name()), customer.type(), folded(customer.type()), customer.city(), customer.email(), customer.country(),
                customer.region(), customer.rep()));
    }

    /** A product is its code, trimmed and in upper case. */
    public long product(NewProduct product) throws SQLException {
        var key = keys.get(product);
        if (key != null) {
            return key;
        }
        var code = product.code().strip().toUpperCase(Locale.ROOT);
        var name = product.name() == null ? code : product.name();
        return remember(product, products.put(Names.fold(code), code, name, Names.fold(name), product.category(), folded(product.category()),
                product.fee() ? "fee" : "product", product.unitCost(), product.listPrice()));
    }

    public long campaign(NewCampaign campaign) throws SQLException {
        return campaigns.put(Names.fold(campaign.code()), campaign.code(), campaign.name(), Names.fold(campaign.name()), campaign.channel(),
                day(campaign.start()), day(campaign.lastDay()), campaign.spend());
    }

    /** @param minute of the day, the first one given stands; null where there is no time */
    public PlacedOrder order(NewOrder order, @Nullable Integer minute) throws SQLException {
        if (newestPlaced != null && newestPlaced.order().equals(order)) {
            return newestPlaced;
        }
        var known = placed.get(order);
        if (known != null) {
            return known;
        }
        long key = orders.add(numberKey(order), order.source(), order.number(), calendar.put(order.date()), minute, order.customer(),
                order.country(), order.region(), order.rep(), order.channel(), order.campaign(), order.run(), mends,
                0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        var now = new PlacedOrder(key, order);
        placed.put(order, now);
        newestPlaced = now;
        return now;
    }

    public void line(PlacedOrder placedOrder, NewLine line) throws SQLException {
        var order = placedOrder.order();
        lines.add(placedOrder.key(), order.date().toEpochDay(), line.product(), order.customer(), order.country(), order.region(),
                order.rep(), order.channel(), line.kind().ordinal(), 0, line.quantity(), line.unitPrice(), line.discount(), line.amount(),
                line.margin(), line.description() == null ? null : (Long) descriptions.count(line.product(), line.description(), line.kind()));
    }

    /** @throws SQLException when the code is there already */
    public void opportunity(NewOpportunity opportunity) throws SQLException {
        opportunities.add(opportunity.code(), Names.fold(opportunity.code()), opportunity.customer(), opportunity.account(),
                opportunity.productKey(), opportunity.product(), opportunity.rep(), opportunity.region(), opportunity.stage(),
                opportunity.outcome(), day(opportunity.created()), day(opportunity.closed()), opportunity.value(), opportunity.closeValue());
    }

    public void contact(NewContact contact) throws SQLException {
        contacts.add(contact.campaign(), contact.customer(), day(contact.date()), contact.arm(), contact.responded() ? 1 : 0, contact.value());
    }

    public void feedback(NewFeedback given) throws SQLException {
        feedback.add(day(given.date()), given.customer(), given.product(), given.rating(), given.source(), given.language(), given.text());
    }

    /**
     * Puts new copies of orders in the place of those that stood, and brings all that is derived up to date: product names,
     * fees, sums of orders, what customers and orders know of each other, calendar and settings. The data version grows by one.
     *
     * @param currency ISO 4217, null: as it was
     * @param company null: as it was
     * @param feeByName whether a product of this name is a fee, whatever its code
     */
    public void finish(@Nullable String currency, @Nullable String company, Predicate<String> feeByName) throws SQLException {
        for (var rows : new Rows[] {lines, opportunities, contacts, feedback}) {
            rows.flush();
        }
        for (var dimension : new Dimension[] {reps, customers, products, campaigns}) {
            dimension.flush();
        }
        indexes.restore();
        calendar.fill();
        descriptions.write();
        indexes.analyze();
        var changes = new StarChanges(handle);
        record(changes);
        var derived = new StarDerived(handle, lastOldOrder, lines.newestBefore(), changes);
        derived.sums();
        if (lastOldOrder > 0) {
            new OrderCopies(handle, derived, changes).replace(lastOldOrder);
        }
        derived.products(feeByName);
        derived.touchCustomers(customers.changed());
        derived.customersAndOrders();
        derived.settings(currency, company);
    }

    /** Members fill in what they lacked anywhere in their tables, which are small. */
    private void record(StarChanges changes) {
        for (var rows : new Rows[] {orders, lines, opportunities, contacts, feedback}) {
            rows.record(changes);
        }
        for (var table : List.of("calendar", "country", "region", "channel", "rep", "customer", "product", "campaign")) {
            changes.any(table);
        }
    }

    private long numberKey(NewOrder order) throws SQLException {
        var number = new Number(order.source(), order.number());
        var known = keys.get(number);
        if (known != null) {
            return known;
        }
        return remember(number, indexes.suspended() ? ++newestNumber : storedNumber(number));
    }

    private long storedNumber(Number number) throws SQLException {
        numberFind.setString(1, number.source());
        numberFind.setString(2, number.number());
        try (var row = numberFind.executeQuery()) {
            return row.next() ? row.getLong(1) : ++newestNumber;
        }
    }

    private long remember(Record member, long key) {
        keys.put(member, key);
        return key;
    }

    private @Nullable Long day(@Nullable LocalDate date) throws SQLException {
        return date == null ? null : (Long) calendar.put(date);
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : Names.fold(name);
    }

    @Override
    public void close() throws SQLException {
        for (var dimension : new Dimension[] {countries, regions, channels, reps, customers, products, campaigns}) {
            dimension.close();
        }
        for (var rows : new Rows[] {orders, lines, opportunities, contacts, feedback}) {
            rows.close();
        }
        numberFind.close();
        descriptions.close();
        calendar.close();
    }
}
