package org.salesconsultant.warehouse.quality;

import static org.salesconsultant.warehouse.imports.fields.Field.*;
import static org.salesconsultant.warehouse.imports.fields.FileKind.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.quality.DataQuality.Ground;

/**
 * What the columns of one file let be asked: of each {@link Check} the kinds of file and the fields that meet it.
 *
 * @param check as the prompt file names it
 * @param usable share of the file's rows that say it, 0 to 1
 */
public record ImportedGround(String check, Ground ground, double usable) {
    private static final Map<Check, Needs> NEEDS = new EnumMap<>(Check.class);

    /** Any of the fields, in any of the kinds. @param rarely whether most rows need not say it: one that does tells that they would */
    private record Needs(Set<FileKind> kinds, Set<Field> fields, boolean rarely) {}

    static {
        needs(Check.LINE_CUSTOMER, Set.of(ORDERS, ORDER_HEADERS), Set.of(CUSTOMER_CODE, CUSTOMER_NAME, EMAIL));
        needs(Check.LINE_COUNTRY, Set.of(ORDERS, ORDER_HEADERS, CUSTOMERS), Set.of(COUNTRY));
        needs(Check.LINE_REGION, Set.of(ORDERS, ORDER_HEADERS, CUSTOMERS, REPS), Set.of(REGION));
        needs(Check.LINE_REP, Set.of(ORDERS, ORDER_HEADERS, CUSTOMERS), Set.of(REP, REP_CODE));
        needs(Check.LINE_CHANNEL, Set.of(ORDERS, ORDER_HEADERS), Set.of(CHANNEL));
        NEEDS.put(Check.LINE_DISCOUNT, new Needs(Set.of(ORDERS, ORDER_DETAILS), Set.of(DISCOUNT), true));
        needs(Check.LINE_PRODUCT, Set.of(ORDERS, ORDER_DETAILS), Set.of(PRODUCT_CODE, DESCRIPTION));
        needs(Check.LINE_PRICE, Set.of(ORDERS, ORDER_DETAILS), Set.of(UNIT_PRICE, AMOUNT));
        needs(Check.LINE_CATEGORY, Set.of(ORDERS, ORDER_DETAILS, PRODUCTS), Set.of(CATEGORY));
        needs(Check.LINE_COST, Set.of(ORDERS, ORDER_DETAILS, PRODUCTS), Set.of(UNIT_COST, PROFIT));
        needs(Check.CUSTOMER_NAME, Set.of(CUSTOMERS, ORDERS, ORDER_HEADERS), Set.of(CUSTOMER_NAME, FIRST_NAME));
        needs(Check.CUSTOMER_TYPE, Set.of(CUSTOMERS, ORDERS, ORDER_HEADERS), Set.of(CUSTOMER_TYPE));
        needs(Check.CUSTOMER_EMAIL, Set.of(CUSTOMERS, ORDERS, ORDER_HEADERS), Set.of(EMAIL));
        needs(Check.PRODUCT_NAME, Set.of(PRODUCTS, ORDERS, ORDER_DETAILS), Set.of(DESCRIPTION));
        needs(Check.PRODUCT_STOCK, Set.of(PRODUCTS), Set.of(STOCK));
        needs(Check.OPPORTUNITY_STAGE, Set.of(OPPORTUNITIES), Set.of(STAGE));
        needs(Check.OPPORTUNITY_VALUE, Set.of(OPPORTUNITIES), Set.of(VALUE, CLOSE_VALUE));
        needs(Check.OPPORTUNITY_CUSTOMER, Set.of(OPPORTUNITIES), Set.of(CUSTOMER_CODE, CUSTOMER_NAME));
        needs(Check.OPPORTUNITY_CREATED, Set.of(OPPORTUNITIES), Set.of(CREATED_DATE));
        needs(Check.CONTACT_DAY, Set.of(CAMPAIGN_CONTACTS), Set.of(DATE));
        NEEDS.put(Check.CONTACT_RESPONSE, new Needs(Set.of(CAMPAIGN_CONTACTS, CAMPAIGN_RESPONSES), Set.of(RESPONDED, DATE), true));
        needs(Check.SPEND_DAY, Set.of(CAMPAIGN_SPEND), Set.of(DATE));
        needs(Check.FEEDBACK_RATING, Set.of(FEEDBACK), Set.of(RATING));
        needs(Check.FEEDBACK_TEXT, Set.of(FEEDBACK), Set.of(TEXT));
        needs(Check.FEEDBACK_DAY, Set.of(FEEDBACK), Set.of(DATE));
        needs(Check.FEEDBACK_PRODUCT, Set.of(FEEDBACK), Set.of(PRODUCT_CODE, DESCRIPTION));
        needs(Check.INTERACTION_CUSTOMER, Set.of(INTERACTIONS), Set.of(CUSTOMER_CODE, CUSTOMER_NAME, EMAIL));
        needs(Check.QUOTA_AMOUNT, Set.of(QUOTAS), Set.of(QUOTA));
        needs(Check.CONSENT_GIVEN, Set.of(CONSENTS), Set.of(GRANTED));
    }

    private static void needs(Check check, Set<FileKind> kinds, Set<Field> fields) {
        NEEDS.put(check, new Needs(kinds, fields, false));
    }

    /** What a file of a kind lets be asked, wholly or in part. @param usable share of its rows by field that has a column */
    public static List<ImportedGround> of(FileKind kind, Map<Field, Double> usable) {
        var grounds = new ArrayList<ImportedGround>();
        NEEDS.forEach((check, needs) -> {
            double share = needs.kinds().contains(kind) ? needs.fields().stream().mapToDouble(field -> usable.getOrDefault(field, 0.0)).max().orElse(0) : 0;
            if (share > 0) {
                grounds.add(new ImportedGround(check.word(), needs.rarely() ? Ground.WHOLE : Ground.of(share), share));
            }
        });
        return grounds;
    }
}
