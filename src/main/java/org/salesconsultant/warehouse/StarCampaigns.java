package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;

/** What contacts, responses and costs of campaigns know of each other, whichever file came first. */
final class StarCampaigns {
    private static final String ANSWERED = "FROM campaign_response WHERE campaign_response.campaign_key = campaign_contact.campaign_key"
            + " AND campaign_response.customer_key = campaign_contact.customer_key";

    private final Handle handle;
    private final StarChanges changes;

    StarCampaigns(Handle handle, StarChanges changes) {
        this.handle = handle;
        this.changes = changes;
    }

    void derive() {
        if (days() + responses() > 0) {
            changes.any("campaign_contact");
        }
        if (costs() > 0) {
            changes.any("campaign_spend");
        }
    }

    /** Who stands on a list without a day was contacted on the campaign's first. */
    private int days() {
        return handle.execute("""
                UPDATE campaign_contact SET day = campaign.start_day FROM campaign
                WHERE campaign_contact.day IS NULL AND campaign.campaign_key = campaign_contact.campaign_key AND campaign.start_day IS NOT NULL""");
    }

    /** A response marks the contacts of its campaign and customer, recorded as the doing of the response's run. */
    private int responses() {
        for (var column : new String[][] {{"responded", "0", "1"}, {"response_day", "NULL", "(SELECT min(day) " + ANSWERED + ")"}}) {
            handle.execute("INSERT INTO member_change (run_key, table_name, member_key, column_name, before, after) SELECT (SELECT min(run_key) "
                    + ANSWERED + "), 'campaign_contact', contact_key, '" + column[0] + "', " + column[1] + ", " + column[2]
                    + " FROM campaign_contact WHERE responded = 0 AND EXISTS (SELECT 1 " + ANSWERED + " AND run_key IS NOT NULL)");
        }
        return handle.execute("UPDATE campaign_contact SET responded = 1, response_day = (SELECT min(day) " + ANSWERED
                + ") WHERE responded = 0 AND EXISTS (SELECT 1 " + ANSWERED + ")");
    }

    /** A campaign of which only the whole cost is known has it on its first day; costs by day take its place. */
    private int costs() {
        int gone = handle.execute("""
                DELETE FROM campaign_spend WHERE whole = 1 AND NOT EXISTS (
                  SELECT 1 FROM campaign WHERE campaign.campaign_key = campaign_spend.campaign_key AND campaign.spend IS campaign_spend.spend
                    AND coalesce(campaign.start_day, campaign_spend.day) IS campaign_spend.day)
                OR whole = 1 AND campaign_key IN (SELECT campaign_key FROM campaign_spend WHERE whole = 0)""");
        return gone + handle.execute("""
                INSERT INTO campaign_spend (campaign_key, day, spend, whole)
                SELECT campaign_key, coalesce(start_day, (SELECT min(day) FROM campaign_contact WHERE campaign_contact.campaign_key = campaign.campaign_key)),
                  spend, 1
                FROM campaign WHERE spend IS NOT NULL AND campaign_key NOT IN (SELECT campaign_key FROM campaign_spend)""");
    }
}
