package org.salesconsultant.warehouse.imports.kinds;

import org.salesconsultant.warehouse.imports.fields.FileKind;

/** The kinds there are. */
public final class RowKinds {
    private RowKinds() {}

    public static RowKind<?> of(FileKind kind, Load load) {
        return switch (kind) {
            case ORDERS -> new OrderLines(load);
            case ORDER_HEADERS -> new OrderHeaders(load);
            case ORDER_DETAILS -> new OrderDetails(load);
            case CUSTOMERS -> new Customers();
            case PRODUCTS -> new Products(load);
            case REPS -> new Reps();
            case OPPORTUNITIES -> new Opportunities();
            case CAMPAIGNS -> new CampaignList();
            case CAMPAIGN_CONTACTS -> new CampaignContacts(load);
            case CAMPAIGN_RESPONSES -> new CampaignResponses();
            case CAMPAIGN_SPEND -> new CampaignSpend();
            case INTERACTIONS -> new Interactions();
            case FEEDBACK -> new FeedbackRows();
            case QUOTAS -> new Quotas();
            case CONSENTS -> new Consents();
        };
    }
}
