package org.salesconsultant.warehouse.imports.kinds;

import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** The kinds there are. */
public final class RowKinds {
    private RowKinds() {}

    /** @throws UserError when files of that kind are not taken in */
    public static RowKind<?> of(FileKind kind, Load load) {
        return switch (kind) {
            case ORDERS -> new OrderLines(load);
            case ORDER_HEADERS, ORDER_DETAILS, CUSTOMERS, PRODUCTS, REPS, OPPORTUNITIES, CAMPAIGNS, CAMPAIGN_CONTACTS, CAMPAIGN_RESPONSES,
                    CAMPAIGN_SPEND, INTERACTIONS, FEEDBACK, QUOTAS, CONSENTS -> throw new UserError(UserError.Category.BAD_INPUT,
                    "Files of " + kind.label() + " cannot be imported; order lines can.", "Leave --as out, or write --as orders.");
        };
    }
}
