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
    CREATED_OPPORTUNITIES("opportunity", "created_day", Source.CUSTOMER, Source.PRODUCT, Source.REP, Source.REGION, Source.STAGE),
    CLOSED_OPPORTUNITIES("opportunity", "closed_day", Source.CUSTOMER, Source.PRODUCT, Source.REP, Source.REGION, Source.STAGE),
    CONTACTS("campaign_contact", "day", Source.CAMPAIGN, Source.CUSTOMER),
    /** Campaigns with what they cost, counted once, on the day of their first contact. */
    CAMPAIGNS("(SELECT a.campaign_key, a.spend, COALESCE(MIN(b.day), a.start_day) AS day FROM campaign a "
            + "LEFT JOIN campaign_contact b ON b.campaign_key = a.campaign_key GROUP BY a.campaign_key, a.spend, a.start_day)",
            "day", Source.CAMPAIGN),
    FEEDBACK("feedback", "day", Source.CUSTOMER, Source.PRODUCT, Source.FEEDBACK_SOURCE);

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

    /** Whether each row has the key of such a member, or the member itself. */
    boolean has(Source source) {
        return keys.contains(source);
    }
}
