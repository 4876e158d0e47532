package org.salesconsultant.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/**
 * Makes one customer of two because a person says so, within one write transaction: as the doing of a run, which can be taken back.
 * Codes and names of the one that goes up in the other mean that one from then on.
 */
public final class Merging {
    private static final String CUSTOMER = "customer";

    private final Handle handle;

    /** Who goes up in whom. */
    public record Pair(long from, long to) {}

    /** What the join itself does not record: it is needed to take it back. @param attributes name and value of each */
    public record Before(List<String> aliases, Map<String, String> attributes, List<String> attributesOfTheOther) {}

    /** @param handle in a write transaction, see {@link Database#write} */
    public Merging(Handle handle) {
        this.handle = handle;
    }

    /** The customer that is known best stays. */
    public Pair direction(long one, long other) {
        return MemberLinks.isBetter(handle, CUSTOMER, one, other) ? new Pair(other, one) : new Pair(one, other);
    }

    /** What has to be kept of a pair before it is merged. */
    public Before before(Pair pair) {
        return new Before(handle.createQuery("SELECT folded FROM alias WHERE of = ? AND member_key = ?").bind(0, CUSTOMER).bind(1, pair.from()).mapTo(String.class).list(),
                attributes(pair.from()), List.copyOf(attributes(pair.to()).keySet()));
    }

    private Map<String, String> attributes(long member) {
        var attributes = new TreeMap<String, String>();
        handle.createQuery("SELECT name, value FROM attribute WHERE of = ? AND member_key = ?").bind(0, CUSTOMER).bind(1, member)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2))).forEach(each -> attributes.put(each.getKey(), each.getValue()));
        return attributes;
    }

    /** @param feeByName whether a product of this name is a fee, whatever its code */
    public void merge(long run, Pair pair, Predicate<String> feeByName) throws SQLException {
        var star = new StarChanges(handle);
        var derived = new StarDerived(handle, newest("orders", "order_key"), newest("line", "line_key"), star);
        try (var changes = new MemberChanges(handle.getConnection(), run)) {
            handle.execute("INSERT OR IGNORE INTO alias (of, folded, member_key, run_key) SELECT 'customer', name_folded, customer_key, ? FROM customer"
                    + " WHERE customer_key = ? AND name_folded IS NOT NULL", run, pair.from());
            new MemberLinks(handle, changes, star, derived).join(CUSTOMER, pair.from(), pair.to());
            changes.flush();
        }
        star.any("attribute");
        derived.products(feeByName);
        derived.customersAndOrders();
        new StarCampaigns(handle, star).derive();
        derived.settings(null, null);
    }

    /** After its run was taken back: words and attributes are their own again. */
    public void apart(Pair pair, Before before) {
        if (!handle.createQuery("SELECT EXISTS (SELECT 1 FROM customer WHERE customer_key = ?)").bind(0, pair.from()).mapTo(boolean.class).one()) {
            return;
        }
        before.aliases().forEach(word -> handle.execute("UPDATE alias SET member_key = ? WHERE of = ? AND folded = ? AND member_key = ?", pair.from(), CUSTOMER, word, pair.to()));
        before.attributes().forEach((name, value) -> {
            if (!before.attributesOfTheOther().contains(name)) {
                handle.execute("DELETE FROM attribute WHERE of = ? AND member_key = ? AND name = ? AND value = ?", CUSTOMER, pair.to(), name, value);
            }
            handle.execute("INSERT OR REPLACE INTO attribute (of, member_key, name, value, value_folded) VALUES (?, ?, ?, ?, ?)", CUSTOMER, pair.from(), name, value,
                    Names.fold(value));
        });
    }

    private long newest(String table, String key) {
        return handle.createQuery("SELECT coalesce(max(" + key + "), 0) FROM " + table).mapTo(long.class).one();
    }
}
