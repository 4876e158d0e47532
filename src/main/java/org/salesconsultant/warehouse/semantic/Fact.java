package org.salesconsultant.warehouse.semantic;

import java.util.EnumSet;
import java.util.Set;

/**
 * A table of facts with the day its rows are counted on; always read under the alias {@code f}. The two faces of
 * opportunities differ in that day.
 */
public enum Fact {
    /** Orders with the sums of their lines. */
    ORDERS("orders", "day", Source.COUNTRY, Source.REGION, Source.REP, Source.CHANNEL, Source.CAMPAIGN, Source.CUSTOMER),
    /** Order lines. */
    LINES("line", "day", Source.COUNTRY, Source.REGION, Source.REP, Source.CHANNEL, Source.CUSTOMER, Source.PRODUCT),
    CREATED_OPPORTUNITIES(Sql.OPPORTUNITIES, "created_day", Source.CUSTOMER, Source.PRODUCT, Source.REP, Source.REGION, Source.STAGE),
    CLOSED_OPPORTUNITIES("(SELECT * FROM " + Sql.OPPORTUNITIES + " x WHERE outcome <> 'open')", "closed_day", Source.CUSTOMER, Source.PRODUCT, Source.REP, Source.REGION,
            Source.STAGE),
    CONTACTS("campaign_contact", "day", Source.CAMPAIGN, Source.CUSTOMER, Source.ARM),
    /** What campaigns cost, by day and channel; of a campaign whose whole alone is known, on the day of its first contact. */
    CAMPAIGN_SPEND("(SELECT campaign_key, day, channel_key, spend FROM campaign_spend UNION ALL "
            + "SELECT a.campaign_key, COALESCE(MIN(b.day), a.start_day), NULL, a.spend FROM campaign a "
            + "LEFT JOIN campaign_contact b ON b.campaign_key = a.campaign_key WHERE a.spend IS NOT NULL "
            + "AND a.campaign_key NOT IN (SELECT campaign_key FROM campaign_spend) GROUP BY a.campaign_key, a.spend, a.start_day)",
            "day", Source.CAMPAIGN, Source.CHANNEL),
    FEEDBACK("feedback", "day", Source.CUSTOMER, Source.PRODUCT, Source.FEEDBACK_SOURCE),
    /** Calls, mails, visits, tickets. */
    INTERACTIONS("interaction", "day", Source.CUSTOMER, Source.REP, Source.INTERACTION_KIND),
    /** What is to be reached, by day; which rows count depends on what they are split and narrowed by, see {@link QuotaLevel}. */
    QUOTAS("quota_day", "day", Source.REP, Source.REGION);

    private static final class Sql {
        /** An opportunity's region is its own, else its customer's, else its rep's territory. */
        private static final String OPPORTUNITIES = "(SELECT a.opportunity_key, a.customer_key, a.product_key, a.rep_key, "
                + "COALESCE(a.region_key, b.region_key, c.region_key) AS region_key, a.stage, a.outcome, a.created_day, a.closed_day, a.value, "
                + "a.close_value FROM opportunity a LEFT JOIN customer b ON b.customer_key = a.customer_key "
                + "LEFT JOIN rep c ON c.rep_key = a.rep_key)";
    }

    private final String table;
    private final String day;
    private final Set<Source> keys;

    Fact(String table, String day, Source... keys) {
        this.table = table;
        this.day = "f." + day;
        this.keys = keys.length == 0 ? Set.of() : EnumSet.of(keys[0], keys);
    }

    /** What stands after FROM. */
    public String table() {
        return table + " f";
    }

    /** The column with the day, as days since 1970-01-01. */
    public String day() {
        return day;
    }

    /** Whether a column is empty in no row, whatever the data. */
    boolean alwaysHas(String column) {
        return this == ORDERS && column.equals(day) || this == LINES && (column.equals(day) || column.equals(Join.ORDERS.held()));
    }

    /** Asks for one row in which a column with a key is empty. */
    String lacking(String column) {
        // lines have their order's customer and rep, by which only orders have an index
        var rows = this == LINES && !column.equals("f." + Source.PRODUCT.key()) ? ORDERS : this;
        return "SELECT 1 FROM " + rows.table() + " WHERE " + column + " IS NULL LIMIT 1";
    }

    /** Whether rows can have the key of such a member, or the member itself. */
    boolean has(Source source) {
        return keys.contains(source);
    }
}
