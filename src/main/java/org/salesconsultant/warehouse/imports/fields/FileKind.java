package org.salesconsultant.warehouse.imports.fields;

import static org.salesconsultant.warehouse.imports.fields.Field.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a file are; one class of {@code imports/kinds} each. A kind names the fields without which its rows mean
 * nothing: of each list at least one has to have a column.
 */
public enum FileKind {
    /** Order lines, complete in themselves. */
    @JsonProperty("orders") ORDERS("order lines", List.of(Set.of(DATE), Set.of(QUANTITY, AMOUNT), Set.of(UNIT_PRICE, AMOUNT))),
    /** One row an order: who, when; its lines come in another file. */
    @JsonProperty("order_headers") ORDER_HEADERS("order headers", List.of(Set.of(ORDER_NUMBER), Set.of(DATE))),
    /** Order lines that leave date and customer to the header of the same number. */
    @JsonProperty("order_details") ORDER_DETAILS("order details",
            List.of(Set.of(ORDER_NUMBER), Set.of(PRODUCT_CODE, DESCRIPTION), Set.of(QUANTITY), Set.of(UNIT_PRICE, AMOUNT))),
    @JsonProperty("customers") CUSTOMERS("customers", List.of(Set.of(CUSTOMER_CODE, CUSTOMER_NAME))),
    @JsonProperty("products") PRODUCTS("products", List.of(Set.of(PRODUCT_CODE, DESCRIPTION))),
    @JsonProperty("reps") REPS("sales reps and territories", List.of(Set.of(REP, REP_CODE, FIRST_NAME))),
    @JsonProperty("opportunities") OPPORTUNITIES("opportunities", List.of(Set.of(STAGE), Set.of(OPPORTUNITY_CODE, OPPORTUNITY_NAME, CUSTOMER_CODE, CUSTOMER_NAME))),
    @JsonProperty("campaigns") CAMPAIGNS("campaigns", List.of(Set.of(CAMPAIGN_CODE, CAMPAIGN_NAME))),
    /** Who was contacted by which campaign, in which arm, and whether they responded. */
    @JsonProperty("campaign_contacts") CAMPAIGN_CONTACTS("campaign contacts", List.of(
            Set.of(CAMPAIGN_CODE, CAMPAIGN_NAME, ARM, RESPONDED), Set.of(CUSTOMER_CODE, CUSTOMER_NAME, EMAIL, ARM, RESPONDED))),
    /** One row a response (a redemption, a reply) of a contact that stands in another file. */
    @JsonProperty("campaign_responses") CAMPAIGN_RESPONSES("campaign responses",
            List.of(Set.of(CAMPAIGN_CODE, CAMPAIGN_NAME), Set.of(CUSTOMER_CODE, CUSTOMER_NAME), Set.of(DATE))),
    @JsonProperty("campaign_spend") CAMPAIGN_SPEND("campaign spend", List.of(Set.of(CAMPAIGN_CODE, CAMPAIGN_NAME), Set.of(DATE), Set.of(SPEND))),
    /** Calls, mails, visits, tickets. */
    @JsonProperty("interactions") INTERACTIONS("interactions", List.of(Set.of(DATE), Set.of(INTERACTION_KIND, SUBJECT, TEXT, DIRECTION))),
    @JsonProperty("feedback") FEEDBACK("feedback", List.of(Set.of(TEXT, RATING))),
    @JsonProperty("quotas") QUOTAS("quotas", List.of(Set.of(QUOTA))),
    @JsonProperty("consents") CONSENTS("consents", List.of(Set.of(CUSTOMER_CODE, CUSTOMER_NAME, EMAIL), Set.of(GRANTED)));

    private final String label;
    private final List<Set<Field>> needs;

    FileKind(String label, List<Set<Field>> needs) {
        this.label = label;
        this.needs = needs;
    }

    /** As a person says it. */
    public String label() {
        return label;
    }

    /** As commands, mappings and reports write it, e.g. {@code order_headers}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of each set at least one field must have a column. */
    public List<Set<Field>> needs() {
        return needs;
    }

    /** The kind that is written so; case, blanks and hyphens do not matter. */
    public static Optional<FileKind> of(String word) {
        var folded = word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values()).filter(kind -> kind.word().equals(folded)).findFirst();
    }
}
