package org.salesconsultant.warehouse.quality;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.semantic.Fact;

/** A kind of row whose completeness is measured. */
public enum Part {
    ORDER_LINES(Fact.ORDERS, "orders"),
    LINES_BY_PRODUCT(Fact.LINES, "line"),
    CUSTOMERS(null, "customer"),
    PRODUCTS(null, "(SELECT * FROM product WHERE item = 'product')"),
    OPPORTUNITIES(Fact.CREATED_OPPORTUNITIES, "opportunity"),
    CAMPAIGN_CONTACTS(Fact.CONTACTS, "campaign_contact"),
    CAMPAIGN_SPEND(null, "campaign_spend"),
    FEEDBACK(Fact.FEEDBACK, "feedback"),
    INTERACTIONS(null, "interaction"),
    QUOTAS(null, "quota"),
    CONSENTS(null, "consent");

    private final @Nullable Fact fact;
    private final String table;

    Part(@Nullable Fact fact, String table) {
        this.fact = fact;
        this.table = table;
    }

    /** Whose row scope its rows have; null: none of a rep's own. */
    @Nullable Fact fact() {
        return fact;
    }

    String table() {
        return table + " f";
    }
}
