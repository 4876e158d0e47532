package org.salesconsultant.warehouse.quality;

import java.util.Locale;

/** One thing that rows should say of themselves, and that questions rest on. */
public enum Check {
    LINE_CUSTOMER(Part.ORDER_LINES, Sql.LINES, "SUM(CASE WHEN f.customer_key IS NOT NULL THEN f.lines ELSE 0 END)"),
    LINE_COUNTRY(Part.ORDER_LINES, Sql.LINES, "SUM(CASE WHEN f.country_key IS NOT NULL THEN f.lines ELSE 0 END)"),
    LINE_REGION(Part.ORDER_LINES, Sql.LINES, "SUM(CASE WHEN f.region_key IS NOT NULL THEN f.lines ELSE 0 END)"),
    LINE_REP(Part.ORDER_LINES, Sql.LINES, "SUM(CASE WHEN f.rep_key IS NOT NULL THEN f.lines ELSE 0 END)"),
    LINE_CHANNEL(Part.ORDER_LINES, Sql.LINES, "SUM(CASE WHEN f.channel_key IS NOT NULL THEN f.lines ELSE 0 END)"),
    /** A discount need not be given: one at all tells that the file would say so. */
    LINE_DISCOUNT(Part.ORDER_LINES, Sql.LINES, "CASE WHEN MAX(f.discount) > 0 THEN SUM(f.lines) ELSE 0 END"),
    LINE_PRODUCT(Part.LINES_BY_PRODUCT, Sql.ROWS, "COUNT(f.product_key)"),
    LINE_PRICE(Part.LINES_BY_PRODUCT, Sql.ROWS, "SUM(CASE WHEN f.kind <> 2 THEN 1 ELSE 0 END)"),
    LINE_CATEGORY(Part.LINES_BY_PRODUCT, "SUM(CASE WHEN f.fee = 0 THEN 1 ELSE 0 END)",
            "SUM(CASE WHEN f.fee = 0 AND f.product_key IN (SELECT product_key FROM product WHERE category IS NOT NULL) THEN 1 ELSE 0 END)"),
    LINE_COST(Part.LINES_BY_PRODUCT, "SUM(CASE WHEN f.kind <> 2 THEN 1 ELSE 0 END)",
            "SUM(CASE WHEN f.kind <> 2 AND f.margin IS NOT NULL THEN 1 ELSE 0 END)"),
    CUSTOMER_NAME(Part.CUSTOMERS, Sql.ROWS, "COUNT(f.name)"),
    CUSTOMER_TYPE(Part.CUSTOMERS, Sql.ROWS, "COUNT(f.type)"),
    CUSTOMER_EMAIL(Part.CUSTOMERS, Sql.ROWS, "COUNT(f.email)"),
    PRODUCT_NAME(Part.PRODUCTS, Sql.ROWS, "SUM(CASE WHEN f.name_folded <> f.code_folded THEN 1 ELSE 0 END)"),
    PRODUCT_STOCK(Part.PRODUCTS, Sql.ROWS, "COUNT(f.stock)"),
    OPPORTUNITY_STAGE(Part.OPPORTUNITIES, Sql.ROWS, Sql.ROWS),
    OPPORTUNITY_VALUE(Part.OPPORTUNITIES, Sql.ROWS, "SUM(CASE WHEN COALESCE(f.close_value, f.value) IS NOT NULL THEN 1 ELSE 0 END)"),
    OPPORTUNITY_CUSTOMER(Part.OPPORTUNITIES, Sql.ROWS, "COUNT(f.customer_key)"),
    OPPORTUNITY_CREATED(Part.OPPORTUNITIES, Sql.ROWS, "COUNT(f.created_day)"),
    CONTACT_DAY(Part.CAMPAIGN_CONTACTS, Sql.ROWS, "COUNT(f.day)"),
    /** Most contacts never respond: one response at all tells that responses are known. */
    CONTACT_RESPONSE(Part.CAMPAIGN_CONTACTS, Sql.ROWS, "CASE WHEN MAX(f.responded) > 0 THEN COUNT(*) ELSE 0 END"),
    SPEND_DAY(Part.CAMPAIGN_SPEND, Sql.ROWS, "COUNT(f.day)"),
    FEEDBACK_RATING(Part.FEEDBACK, Sql.ROWS, "COUNT(f.rating)"),
    FEEDBACK_TEXT(Part.FEEDBACK, Sql.ROWS, "COUNT(f.text)"),
    FEEDBACK_DAY(Part.FEEDBACK, Sql.ROWS, "COUNT(f.day)"),
    FEEDBACK_PRODUCT(Part.FEEDBACK, Sql.ROWS, "COUNT(f.product_key)"),
    INTERACTION_CUSTOMER(Part.INTERACTIONS, Sql.ROWS, "COUNT(f.customer_key)"),
    QUOTA_AMOUNT(Part.QUOTAS, Sql.ROWS, Sql.ROWS),
    CONSENT_GIVEN(Part.CONSENTS, Sql.ROWS, Sql.ROWS);

    private final Part part;
    private final String rows;
    private final String usable;

    private static final class Sql {
        private static final String ROWS = "COUNT(*)";
        private static final String LINES = "SUM(f.lines)";
    }

    Check(Part part, String rows, String usable) {
        this.part = part;
        this.rows = rows;
        this.usable = usable;
    }

    public Part part() {
        return part;
    }

    /** As the prompt file names it, e.g. {@code line_customer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many rows there are, and how many of them say it. */
    String columns() {
        return rows + " AS " + word() + "_rows, " + usable + " AS " + word() + "_usable";
    }
}
