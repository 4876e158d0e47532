package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A sum or count over fact rows: what metrics are made of. Amounts and quantities are integers in ten-thousandths, so that
 * sums are exact on every engine.
 */
public enum Measure {
    REVENUE(10_000, "SUM(f.revenue)", "SUM(f.amount)"),
    GROSS_REVENUE(10_000, "SUM(f.gross_revenue)", "SUM(CASE WHEN f.kind = 0 THEN f.amount ELSE 0 END)"),
    RETURNS_VALUE(10_000, "SUM(f.returns_value)", "SUM(CASE WHEN f.kind = 1 THEN -f.amount ELSE 0 END)"),
    UNITS_SOLD(10_000, "SUM(f.units_sold)", "SUM(CASE WHEN f.kind = 0 THEN f.quantity ELSE 0 END)"),
    UNITS(10_000, "SUM(f.units)", "SUM(CASE WHEN f.kind IN (0, 1) THEN f.quantity ELSE 0 END)"),
    /** Money off, on sale lines. */
    DISCOUNT(10_000, "SUM(f.discount)", "SUM(CASE WHEN f.kind = 0 THEN f.discount ELSE 0 END)"),
    /** Amount of the sale and return lines whose cost is known. */
    COSTED_AMOUNT(10_000, "SUM(f.costed_amount)", "SUM(CASE WHEN f.kind IN (0, 1) AND f.margin IS NOT NULL THEN f.amount ELSE 0 END)"),
    /** Margin of the same lines; empty where they come to nothing, as where no cost is known: orders keep no count of them. */
    GROSS_MARGIN(10_000, "CASE WHEN SUM(f.costed_amount) <> 0 THEN SUM(f.margin) END",
            "CASE WHEN SUM(CASE WHEN f.kind IN (0, 1) AND f.margin IS NOT NULL THEN f.amount ELSE 0 END) <> 0 "
                    + "THEN SUM(CASE WHEN f.kind IN (0, 1) THEN f.margin END) END"),
    ORDERS("COUNT(DISTINCT CASE WHEN f.sale_lines > 0 THEN f.number_key END)", "COUNT(DISTINCT CASE WHEN f.kind = 0 THEN o.number_key END)"),
    CUSTOMERS("COUNT(DISTINCT CASE WHEN f.sale_lines > 0 THEN f.customer_key END)", "COUNT(DISTINCT CASE WHEN f.kind = 0 THEN f.customer_key END)"),
    NEW_CUSTOMERS("COUNT(DISTINCT CASE WHEN f.sale_lines > 0 AND f.day = c.first_sale_day THEN f.customer_key END)",
            "COUNT(DISTINCT CASE WHEN f.kind = 0 AND f.day = c.first_sale_day THEN f.customer_key END)"),

    OPPORTUNITIES(Subject.CREATED_OPPORTUNITIES, 1, "COUNT(*)"),
    OPEN_PIPELINE(Subject.CREATED_OPPORTUNITIES, 10_000, "SUM(CASE WHEN f.outcome = 'open' THEN f.value ELSE 0 END)"),
    WON_VALUE(Subject.CLOSED_OPPORTUNITIES, 10_000, "SUM(CASE WHEN f.outcome = 'won' THEN f.close_value ELSE 0 END)"),
    WON(Subject.CLOSED_OPPORTUNITIES, 1, "SUM(CASE WHEN f.outcome = 'won' THEN 1 ELSE 0 END)"),
    LOST(Subject.CLOSED_OPPORTUNITIES, 1, "SUM(CASE WHEN f.outcome = 'lost' THEN 1 ELSE 0 END)"),

    CONTACTS(Subject.CONTACTS, 1, "COUNT(*)"),
    RESPONSES(Subject.CONTACTS, 1, "SUM(f.responded)"),
    SPEND(Subject.CAMPAIGNS, 10_000, "SUM(f.spend)"),

    FEEDBACK_COUNT(Subject.FEEDBACK, 1, "COUNT(*)"),
    RATINGS(Subject.FEEDBACK, 1, "COUNT(f.rating)"),
    RATING_SUM(Subject.FEEDBACK, 1, "SUM(f.rating)");

    private final Subject subject;
    private final int scale;
    private final String sql;
    private final String lineSql;

    Measure(int scale, String orderSql, String lineSql) {
        this.subject = Subject.SALES;
        this.scale = scale;
        this.sql = orderSql;
        this.lineSql = lineSql;
    }

    /** Counts of distinct things. */
    Measure(String orderSql, String lineSql) {
        this(1, orderSql, lineSql);
    }

    Measure(Subject subject, int scale, String sql) {
        this.subject = subject;
        this.scale = scale;
        this.sql = sql;
        this.lineSql = sql;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Subject subject() {
        return subject;
    }

    /** What 1 is stored as. */
    int scale() {
        return scale;
    }

    /** Whether groups add up to the whole; distinct counts don't. */
    boolean isAdditive() {
        return this != ORDERS && this != CUSTOMERS && this != NEW_CUSTOMERS;
    }

    /** Whether steps of time add up to the whole; a customer comes again, and what is open now is no flow. */
    boolean addsUpOverTime() {
        return this != CUSTOMERS && this != OPEN_PIPELINE;
    }

    /** The aggregate over rows of a fact. */
    String sql(Fact fact) {
        return fact == Fact.LINES ? lineSql : sql;
    }
}
