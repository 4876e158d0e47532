package org.salesconsultant.warehouse;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Takes all that one import run brought out of the star again, within one write transaction: its copies of orders, its other
 * rows, what it told of members, and members that only it knew. What it had replaced stands again.
 */
public final class TakingBack {
    /** Tables whose rows know their run, those that others refer to last. */
    private static final List<String> OF_RUNS = List.of("opportunity", "campaign_contact", "campaign_spend", "feedback", "interaction", "quota",
            "consent", "campaign_response", "order_header", "waiting_detail", "alias", "merge_proposal");
    private static final List<String> STAR = List.of("calendar", "country", "region", "channel", "rep", "customer", "product", "campaign",
            "opportunity", "campaign_contact", "campaign_spend", "feedback", "interaction", "quota", "consent", "attribute");

    private final Handle handle;

    /** @param handle in a write transaction, see {@link Database#write} */
    public TakingBack(Handle handle) {
        this.handle = handle;
    }

    /** @param feeByName whether a product of this name is a fee, whatever its code */
    public void run(long run, Predicate<String> feeByName) throws SQLException {
        var changes = new StarChanges(handle);
        STAR.forEach(changes::any);
        long lastOrder = newest("orders", "order_key");
        var derived = new StarDerived(handle, lastOrder, newest("line", "line_key"), changes);
        var headers = new HeaderFollowing(handle, derived, changes);
        HeaderFollowing.forget(handle);
        headers.renewedBy(run);
        new OrderCopies(handle, derived, changes).takeAway(run, headers.waitAgain(run));
        var members = new WordsTakenBack(handle);
        derived.touchCustomers(members.customersOf(run));
        members.takeBack(run, changes);
        OF_RUNS.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE run_key = ?", run));
        headers.follow();
        headers.freight(0);
        new StarCosts(handle, null, newest("line", "line_key"), changes).derive(true, derived);
        derived.sums("order_key > 0");
        derived.products(feeByName);
        derived.customersAndOrders();
        new StarCampaigns(handle, changes).derive();
        members.forgetUnknown();
        new StarQuotas(handle, changes).derive();
        CalendarDays.trim(handle);
        derived.settings(null, null);
    }

    private long newest(String table, String key) {
        return handle.createQuery("SELECT coalesce(max(" + key + "), 0) FROM " + table).mapTo(long.class).one();
    }
}
