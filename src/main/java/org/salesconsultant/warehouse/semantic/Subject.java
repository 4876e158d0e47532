package org.salesconsultant.warehouse.semantic;

import java.util.List;

/** What a metric's rows are about, with the tables that hold them: the first that serves a query answers it. */
public enum Subject {
    SALES(Fact.ORDERS, Fact.LINES),
    CREATED_OPPORTUNITIES(Fact.CREATED_OPPORTUNITIES),
    CLOSED_OPPORTUNITIES(Fact.CLOSED_OPPORTUNITIES),
    CONTACTS(Fact.CONTACTS),
    CAMPAIGN_SPEND(Fact.CAMPAIGN_SPEND),
    FEEDBACK(Fact.FEEDBACK),
    INTERACTIONS(Fact.INTERACTIONS),
    QUOTAS(Fact.QUOTAS);

    private final List<Fact> facts;

    Subject(Fact... facts) {
        this.facts = List.of(facts);
    }

    /** Cheapest first. */
    List<Fact> facts() {
        return facts;
    }
}
