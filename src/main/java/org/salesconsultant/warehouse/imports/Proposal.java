package org.salesconsultant.warehouse.imports;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Two customers that may be one.
 *
 * @param number stays the proposal's own
 * @param score how alike their names are, 0 to 1
 */
public record Proposal(long number, double score, Member one, Member other) {
    /** One of them. @param rep who looks after it */
    public record Member(String code, @Nullable String name, @Nullable String rep, long orders) {}

    /** Those that are open, the likeliest first. */
    static List<Proposal> open(Handle handle) {
        return handle.createQuery("""
                SELECT proposal_key, round(score, 2) AS score, one.code, one.name, one_rep.name, (SELECT count(DISTINCT number_key) FROM orders WHERE orders.customer_key = member_key),
                  other.code, other.name, other_rep.name, (SELECT count(DISTINCT number_key) FROM orders WHERE orders.customer_key = other_key)
                FROM open_proposal JOIN customer AS one ON one.customer_key = member_key JOIN customer AS other ON other.customer_key = other_key
                LEFT JOIN rep AS one_rep ON one_rep.rep_key = one.rep_key LEFT JOIN rep AS other_rep ON other_rep.rep_key = other.rep_key
                ORDER BY open_proposal.score DESC, proposal_key""")
                .map((row, context) -> new Proposal(row.getLong(1), row.getDouble(2), new Member(row.getString(3), row.getString(4), row.getString(5), row.getLong(6)),
                        new Member(row.getString(7), row.getString(8), row.getString(9), row.getLong(10)))).list();
    }
}
