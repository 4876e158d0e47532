package org.salesconsultant.warehouse;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts into the star within one write transaction: members of dimensions first, then what names them, then
 * {@link #finish}, without which nothing must be committed. A member put twice is one member; see {@link Authority} for what
 * the second time says. Amounts, prices, costs and quantities are in ten-thousandths. Rows are streamed: memory grows with
 * neither lines nor members. Not safe for several threads.
 */
public final class StarWriter implements AutoCloseable {
    private final Handle handle;
    private final StarIndexes indexes;
    private final CalendarDays calendar;
    private final MemberChanges memberChanges;
    private final StarMembers members;
    private final StarOrders orders;
    private final StarEvents events;
    private final OrderHalves halves;

    /** Code or name must be known. @param manager whom the rep reports to */
    public record NewRep(@Nullable String code, @Nullable String name, @Nullable Long region, @Nullable String manager, @Nullable String email) {
        public NewRep(String name, @Nullable Long region, @Nullable String manager) {
            this(null, name, region, manager, null);
        }
    }

    /** Code or name must be known. @param type sector or customer type */
    public record NewCustomer(@Nullable String code, @Nullable String name, @Nullable String type, @Nullable String city, @Nullable String email,
                              @Nullable Long country, @Nullable Long region, @Nullable Long rep) {}

    /**
     * Code or name must be known.
     *
     * @param name null where only its lines' descriptions name it
     * @param fee whether its code says that it is a fee and no product
     * @param stock pieces on hand
     * @param leadDays from order to delivery
     */
    public record NewProduct(@Nullable String code, @Nullable String name, @Nullable String category, boolean fee, @Nullable Long unitCost,
                             @Nullable Long listPrice, @Nullable Long stock, @Nullable Long leadDays) {
        public NewProduct(@Nullable String code, @Nullable String name, @Nullable String category, boolean fee, @Nullable Long unitCost,
                          @Nullable Long listPrice) {
            this(code, name, category, fee, unitCost, listPrice, null, null);
        }
    }

    /** Code or name must be known. */
    public record NewCampaign(@Nullable String code, @Nullable String name, @Nullable String channel, @Nullable LocalDate start, @Nullable LocalDate lastDay,
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
     * @param product null where the line names none
     * @param discount positive money off
     * @param margin null: cost unknown
     * @param description as the line has it; the product is named after the one most used
     */
    public record NewLine(@Nullable Long product, Kind kind, long quantity, long unitPrice, long discount, long amount, @Nullable Long margin,
                          @Nullable String description) {
        /** The same taken back. */
        public NewLine returned() {
            return new NewLine(product, Kind.RETURN, -quantity, unitPrice, -discount, -amount, margin == null ? null : (Long) (-margin), description);
        }
    }

    /** @param outcome {@code open}, {@code won} or {@code lost} @param account,product named as given where no member is known */
    public record NewOpportunity(String code, @Nullable String name, @Nullable Long customer, @Nullable String account, @Nullable Long productKey,
                                 @Nullable String product, @Nullable Long rep, @Nullable Long region, String stage, String outcome,
                                 @Nullable LocalDate created, @Nullable LocalDate closed, @Nullable Long value, @Nullable Long closeValue) {
        public NewOpportunity(String code, @Nullable Long customer, @Nullable String account, @Nullable Long productKey,
                              @Nullable String product, @Nullable Long rep, @Nullable Long region, String stage, String outcome,
                              @Nullable LocalDate created, @Nullable LocalDate closed, @Nullable Long value, @Nullable Long closeValue) {
            this(code, null, customer, account, productKey, product, rep, region, stage, outcome, created, closed, value, closeValue);
        }
    }

    /** @param date null: the campaign's first day @param converted bought, where that is told from a response */
    public record NewContact(long campaign, @Nullable Long customer, @Nullable LocalDate date, @Nullable String arm, boolean responded,
                             @Nullable Long value, @Nullable Boolean converted, @Nullable LocalDate responseDay) {
        public NewContact(long campaign, @Nullable Long customer, @Nullable LocalDate date, @Nullable String arm, boolean responded,
                          @Nullable Long value) {
            this(campaign, customer, date, arm, responded, value, null, null);
        }
    }

    /** @param rating 1 to 5 @param language ISO 639 */
    public record NewFeedback(@Nullable String code, @Nullable LocalDate date, @Nullable Long customer, @Nullable Long product, @Nullable Integer rating,
                              @Nullable String source, @Nullable String language, @Nullable String title, @Nullable String text) {
        public NewFeedback(@Nullable LocalDate date, @Nullable Long customer, @Nullable Long product, @Nullable Integer rating,
                           @Nullable String source, @Nullable String language, String text) {
            this(null, date, customer, product, rating, source, language, null, text);
        }
    }

    /** Without an import run: for generated data. @param handle in a write transaction, see {@link Database#write} */
    public StarWriter(Handle handle) throws SQLException {
        this(handle, null, null);
    }

    /**
     * @param run the import run, which can be taken back
     * @param mends the run whose copies of orders the rows complete; null: they are copies of their own
     */
    public StarWriter(Handle handle, @Nullable Long run, @Nullable Long mends) throws SQLException {
        this.handle = handle;
        var connection = handle.getConnection();
        indexes = StarIndexes.suspend(handle);
        calendar = new CalendarDays(connection);
        memberChanges = new MemberChanges(connection, run);
        members = new StarMembers(handle, memberChanges, calendar);
        orders = new StarOrders(handle, calendar, indexes, mends);
        events = new StarEvents(connection, memberChanges, calendar);
        halves = new OrderHalves(handle, memberChanges, calendar, mends);
    }

    public long country(String name) throws SQLException {
        return members.country(name);
    }

    public long region(String name) throws SQLException {
        return members.region(name);
    }

    public long channel(String name) throws SQLException {
        return members.channel(name);
    }

    public long rep(NewRep rep) throws SQLException {
        return rep(rep, Authority.PASSING);
    }

    public long rep(NewRep rep, Authority authority) throws SQLException {
        return members.rep(rep, authority);
    }

    public long customer(NewCustomer customer) throws SQLException {
        return customer(customer, Authority.PASSING);
    }

    public long customer(NewCustomer customer, Authority authority) throws SQLException {
        return members.customer(customer, authority);
    }

    public long product(NewProduct product) throws SQLException {
        return product(product, Authority.PASSING);
    }

    public long product(NewProduct product, Authority authority) throws SQLException {
        return members.product(product, authority);
    }

    public long campaign(NewCampaign campaign) throws SQLException {
        return campaign(campaign, Authority.PASSING);
    }

    public long campaign(NewCampaign campaign, Authority authority) throws SQLException {
        return members.campaign(campaign, authority);
    }

    /** One more thing a file says of a member. @param of {@code customer}, {@code product}, {@code rep} or {@code campaign} */
    public void attribute(String of, long member, String name, String value) throws SQLException {
        members.attribute(of, member, name, value);
    }

    /** @param minute of the day, the first one given stands; null where there is no time */
    public PlacedOrder order(NewOrder order, @Nullable Integer minute) throws SQLException {
        return orders.order(order, minute);
    }

    /** @param copy the run whose copy of the order it belongs to; null: its own */
    PlacedOrder order(NewOrder order, @Nullable Integer minute, @Nullable Long copy) throws SQLException {
        return orders.order(order, minute, copy);
    }

    /** An order that no other line belongs to, though another may have the same number: that is told apart at the end. */
    public PlacedOrder orderOfItsOwn(NewOrder order, @Nullable Integer minute) throws SQLException {
        return orders.orderOfItsOwn(order, minute);
    }

    public void line(PlacedOrder placedOrder, NewLine line) throws SQLException {
        orders.line(placedOrder, line);
    }

    /** A line that its order's header made a return. */
    void turned(PlacedOrder placedOrder, NewLine line) throws SQLException {
        orders.turned(placedOrder, line);
    }

    /** @throws SQLException when the code is there already and nothing has a run */
    public void opportunity(NewOpportunity opportunity) throws SQLException {
        events.opportunity(opportunity);
    }

    public void contact(NewContact contact) throws SQLException {
        events.contact(contact);
    }

    public void feedback(NewFeedback given) throws SQLException {
        events.feedback(given);
    }

    /** Whatever else happens beside orders. */
    public StarEvents events() {
        return events;
    }

    /** Headers and details of orders that come apart. */
    public OrderHalves halves() {
        return halves;
    }

    /**
     * Puts new copies of orders in the place of those that stood, joins members that turned out to be one, and brings all that
     * is derived up to date: product names, fees, margins, sums of orders, what customers and orders know of each other, calendar
     * and settings. The data version grows by one.
     *
     * @param currency ISO 4217, null: as it was
     * @param company null: as it was
     * @param feeByName whether a product of this name is a fee, whatever its code
     */
    public void finish(@Nullable String currency, @Nullable String company, Predicate<String> feeByName) throws SQLException {
        halves.finish(this);
        orders.flush();
        events.flush();
        indexes.restore();
        calendar.fill();
        var changes = new StarChanges(handle);
        orders.finish(changes);
        events.record(changes);
        var derived = new StarDerived(handle, orders.newestOrderBefore(), orders.newestLineBefore(), changes);
        ProductDescriptions.name(handle);
        members.finish(changes, derived);
        changes.any("calendar");
        indexes.analyze();
        new StarCosts(handle, memberChanges.run(), orders.newestLineBefore(), changes).derive(members.costed(), derived);
        derived.sums();
        if (orders.newestOrderBefore() > 0 || halves.placedCopies()) {
            new OrderCopies(handle, derived, changes).replace(orders.newestOrderBefore(), halves.placedCopies());
        }
        var following = new HeaderFollowing(handle, derived, changes);
        following.follow();
        following.freight(orders.newestOrderBefore());
        derived.products(feeByName);
        derived.touchCustomers(members.toldCustomers());
        derived.customersAndOrders();
        new StarCampaigns(handle, changes).derive();
        new StarQuotas(handle, changes).derive();
        derived.settings(currency, company);
    }

    @Override
    public void close() throws SQLException {
        members.close();
        orders.close();
        events.close();
        halves.close();
        calendar.close();
        memberChanges.close();
    }
}
