package org.salesconsultant.warehouse.semantic;

import java.util.Map;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.RowScope;

/** A viewer's row scope as SQL. */
final class Scopes {
    static final String VALUE = "scope_rep";
    private static final String EVERYTHING = "1 = 1";
    private static final String NOTHING = "1 = 0";
    private static final String REP = "(SELECT rep_key FROM rep WHERE name_folded = :" + VALUE + ")";

    private Scopes() {}

    /** Which rows of a fact the viewer may see. */
    static String rows(Fact fact, RowScope scope) {
        return switch (scope) {
            case RowScope.All() -> EVERYTHING;
            case RowScope.Nothing() -> NOTHING;
            case RowScope.OfRep(_) -> switch (fact) {
                case ORDERS, LINES, CREATED_OPPORTUNITIES, CLOSED_OPPORTUNITIES, QUOTAS -> "f.rep_key IN " + REP;
                case INTERACTIONS -> "(f.rep_key IN " + REP + " OR f.customer_key IN (SELECT x.customer_key FROM customer x WHERE " + customers("x", scope) + "))";
                case CONTACTS, FEEDBACK -> "f.customer_key IN (SELECT x.customer_key FROM customer x WHERE " + customers("x", scope) + ")";
                // what a campaign cost is nobody's own
                case CAMPAIGN_SPEND -> NOTHING;
            };
        };
    }

    /** Which customers the viewer may see: the rep's own, and whoever ordered through the rep. */
    static String customers(String alias, RowScope scope) {
        return switch (scope) {
            case RowScope.All() -> EVERYTHING;
            case RowScope.Nothing() -> NOTHING;
            case RowScope.OfRep(_) -> "(" + alias + ".rep_key IN " + REP
                    + " OR " + alias + ".customer_key IN (SELECT customer_key FROM orders WHERE rep_key IN " + REP + "))";
        };
    }

    /** What the SQL above binds. */
    static Map<String, Object> values(RowScope scope) {
        return scope instanceof RowScope.OfRep(String rep) ? Map.of(VALUE, Names.fold(rep)) : Map.of();
    }
}
