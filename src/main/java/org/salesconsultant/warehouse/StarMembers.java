package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.Dimension.Column;
import org.salesconsultant.warehouse.Dimension.Naming;
import org.salesconsultant.warehouse.StarWriter.NewCampaign;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;

/** The members of all dimensions as one load writes them. */
final class StarMembers implements AutoCloseable {
    private static final String FEE = "fee";

    private final Handle handle;
    private final MemberChanges changes;
    private final CalendarDays calendar;
    private final Labels countries;
    private final Labels regions;
    private final Labels channels;
    private final Dimension reps;
    private final Dimension customers;
    private final Dimension products;
    private final Dimension campaigns;
    private final PreparedStatement attribute;
    private boolean costed;

    StarMembers(Handle handle, MemberChanges changes, CalendarDays calendar) throws SQLException {
        this.handle = handle;
        this.changes = changes;
        this.calendar = calendar;
        Connection connection = handle.getConnection();
        countries = new Labels(connection, "country");
        regions = new Labels(connection, "region");
        channels = new Labels(connection, "channel");
        // columns may be added behind the last only: the bits of "given" go by their order
        reps = new Dimension(connection, changes, "rep", Naming.UNIQUE, String::strip, List.of(Column.of("region_key"), Column.of("manager"), Column.of("email")));
        customers = new Dimension(connection, changes, "customer", Naming.OPTIONAL, String::strip, List.of(Column.folded("type"), Column.of("city"), Column.of("email"),
                Column.of("country_key"), Column.of("region_key"), Column.of("rep_key")));
        products = new Dimension(connection, changes, "product", Naming.NEEDED, StarMembers::productCode, List.of(Column.folded("category"),
                new Column("item", false, "product"), Column.of("unit_cost"), Column.of("list_price"), Column.of("stock"), Column.of("lead_days")));
        campaigns = new Dimension(connection, changes, "campaign", Naming.NEEDED, String::strip, List.of(Column.of("channel"), Column.of("start_day"),
                Column.of("end_day"), Column.of("spend")));
        attribute = connection.prepareStatement("INSERT OR REPLACE INTO attribute (of, member_key, name, value, value_folded) VALUES (?, ?, ?, ?, ?)");
    }

    long country(String name) throws SQLException {
        return countries.put(name);
    }

    long region(String name) throws SQLException {
        return regions.put(name);
    }

    long channel(String name) throws SQLException {
        return channels.put(name);
    }

    long rep(NewRep rep, Authority authority) throws SQLException {
        return reps.put(rep.code(), rep.name(), authority, rep.region(), rep.manager(), rep.email());
    }

    long customer(NewCustomer customer, Authority authority) throws SQLException {
        long key = customers.put(customer.code(), customer.name(), authority, customer.type(), customer.city(), customer.email(), customer.country(),
                customer.region(), customer.rep());
        if (authority == Authority.MASTER && customer.email() != null) {
            customers.alias(Names.fold(customer.email()), key);
        }
        return key;
    }

    /** Whether a list of products gave costs. */
    boolean costed() {
        return costed;
    }

    /** A product is its code, trimmed and in upper case. */
    long product(NewProduct product, Authority authority) throws SQLException {
        costed |= authority == Authority.MASTER && product.unitCost() != null;
        return products.put(product.code(), product.name(), authority, product.category(), product.fee() ? FEE : null, product.unitCost(), product.listPrice(), product.stock(), product.leadDays());
    }

    private static String productCode(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    long campaign(NewCampaign campaign, Authority authority) throws SQLException {
        return campaigns.put(campaign.code(), campaign.name(), authority, campaign.channel(), day(campaign.start()), day(campaign.lastDay()),
                campaign.spend());
    }

    /** @param of {@code customer}, {@code product}, {@code rep} or {@code campaign} */
    void attribute(String of, long member, String name, String value) throws SQLException {
        Rows.bind(attribute, 1, of, member, Names.fold(name), value, Names.fold(value));
        attribute.executeUpdate();
    }

    /** A query of the keys of customers of before that were told more. */
    String toldCustomers() {
        return customers.told();
    }

    /** Joins members that turned out to be one, proposes what may be, and records what was added. */
    void finish(StarChanges star, StarDerived derived) throws SQLException {
        var links = new MemberLinks(handle, changes, star, derived);
        links.join("rep", reps);
        links.join("customer", customers);
        links.join("product", products);
        links.join("campaign", campaigns);
        new MergeProposals(handle, changes.run()).propose(customers.newestBefore());
        changes.flush();
        for (var table : List.of("country", "region", "channel", "rep", "customer", "product", "campaign", "attribute")) {
            star.any(table);
        }
    }

    private @Nullable Long day(@Nullable LocalDate date) throws SQLException {
        return date == null ? null : (Long) calendar.put(date);
    }

    @Override
    public void close() throws SQLException {
        for (var labels : new Labels[] {countries, regions, channels}) {
            labels.close();
        }
        for (var dimension : new Dimension[] {reps, customers, products, campaigns}) {
            dimension.close();
        }
        attribute.close();
    }
}
