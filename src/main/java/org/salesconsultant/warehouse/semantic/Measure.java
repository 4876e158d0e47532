package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sum or count over fact rows: what metrics are made of. Amounts and quantities are integers in ten-thousandths, so that
 * sums are exact on every engine. New and repeat customers are told by the day of the customer's first sale line ever: on that
 * day a customer is new, on every later day a repeat one, whatever the period.
 */
public enum Measure {
    REVENUE(Scale.MONEY, Aggregate.sum("f.revenue"), Aggregate.sum("f.amount")),
    GROSS_REVENUE(Scale.MONEY, Aggregate.sum("f.gross_revenue"), Aggregate.sum("f.amount", "f.kind = 0")),
    RETURNS_VALUE(Scale.MONEY, Aggregate.sum("f.returns_value"), Aggregate.sum("-f.amount", "f.kind = 1")),
    UNITS_SOLD(Scale.MONEY, Aggregate.sum("f.units_sold"), Aggregate.sum("f.quantity", "f.kind = 0")),
    UNITS(Scale.MONEY, Aggregate.sum("f.units"), Aggregate.sum("f.quantity", "f.kind IN (0, 1)")),
    /** Money off, on sale lines. */
    DISCOUNT(Scale.MONEY, Aggregate.sum("f.discount"), Aggregate.sum("f.discount", "f.kind = 0")),
    /** Amount of the sale and return lines whose cost is known. */
    COSTED_AMOUNT(Scale.MONEY, Aggregate.sum("f.costed_amount"), Aggregate.sum("f.amount", "f.kind IN (0, 1) AND f.margin IS NOT NULL")),
    /** Margin of the same lines; empty where they come to nothing, as where no cost is known: orders keep no count of them. */
    GROSS_MARGIN(Scale.MONEY, Aggregate.sum("f.margin"), Aggregate.sum("f.margin", "f.kind IN (0, 1) AND f.margin IS NOT NULL")),
    ORDERS(Scale.ONE, Aggregate.distinct("f.number_key", "f.sale_lines > 0"), Aggregate.distinct("o.number_key", "f.kind = 0")),
    /** Orders whose customer is known. */
    CUSTOMER_ORDERS(Scale.ONE, Aggregate.distinct("f.number_key", "f.sale_lines > 0 AND f.customer_key IS NOT NULL"),
            Aggregate.distinct("o.number_key", "f.kind = 0 AND f.customer_key IS NOT NULL")),
    CUSTOMERS(Scale.ONE, Aggregate.distinct("f.customer_key", "f.sale_lines > 0"), Aggregate.distinct("f.customer_key", "f.kind = 0")),
    NEW_CUSTOMERS(Scale.ONE, Aggregate.distinct("f.customer_key", "f.sale_lines > 0 AND f.day = c.first_sale_day"),
            Aggregate.distinct("f.customer_key", "f.kind = 0 AND f.day = c.first_sale_day")),
    REPEAT_CUSTOMERS(Scale.ONE, Aggregate.distinct("f.customer_key", "f.sale_lines > 0 AND f.day > c.first_sale_day"),
            Aggregate.distinct("f.customer_key", "f.kind = 0 AND f.day > c.first_sale_day")),
    /** Revenue of the days, regions and reps that have a quota, see {@link QuotaLevel}. */
    REVENUE_UNDER_QUOTA(Scale.MONEY, Aggregate.sum("f.revenue"), Aggregate.sum("f.amount")),

    OPPORTUNITIES(Subject.CREATED_OPPORTUNITIES, Scale.ONE, Aggregate.rows()),
    OPEN_PIPELINE(Subject.CREATED_OPPORTUNITIES, Scale.MONEY, Aggregate.sum("f.value", "f.outcome = 'open'")),
    WON_VALUE(Subject.CLOSED_OPPORTUNITIES, Scale.MONEY, Aggregate.sum("f.close_value", "f.outcome = 'won'")),
    WON(Subject.CLOSED_OPPORTUNITIES, Scale.ONE, Aggregate.rows("f.outcome = 'won'")),
    LOST(Subject.CLOSED_OPPORTUNITIES, Scale.ONE, Aggregate.rows("f.outcome = 'lost'")),

    CONTACTS(Subject.CONTACTS, Scale.ONE, Aggregate.rows()),
    RESPONSES(Subject.CONTACTS, Scale.ONE, Aggregate.sum("f.responded")),
    CONVERSIONS(Subject.CONTACTS, Scale.ONE, Aggregate.rows("f.converted = 1")),
    /** Contacts of which it is known whether they bought. */
    FOLLOWED_CONTACTS(Subject.CONTACTS, Scale.ONE, Aggregate.rows("f.converted IS NOT NULL")),
    SPEND(Subject.CAMPAIGN_SPEND, Scale.MONEY, Aggregate.sum("f.spend")),

    FEEDBACK_COUNT(Subject.FEEDBACK, Scale.ONE, Aggregate.rows()),
    RATINGS(Subject.FEEDBACK, Scale.ONE, Aggregate.rows("f.rating IS NOT NULL")),
    RATING_SUM(Subject.FEEDBACK, Scale.ONE, Aggregate.sum("f.rating")),

    INTERACTIONS(Subject.INTERACTIONS, Scale.ONE, Aggregate.rows()),

    QUOTA(Subject.QUOTAS, Scale.MONEY, Aggregate.sum("f.amount"));

    private static final Set<Measure> OF_FIRST_SALE = EnumSet.of(NEW_CUSTOMERS, REPEAT_CUSTOMERS);
    private static final Set<Measure> OF_ORDER_NUMBERS = EnumSet.of(ORDERS, CUSTOMER_ORDERS);
    private static final Set<Measure> OF_RETURNING_THINGS = EnumSet.of(CUSTOMERS, REPEAT_CUSTOMERS, OPEN_PIPELINE);

    private final Subject subject;
    private final int scale;
    private final Aggregate aggregate;
    private final Aggregate ofLines;

    /** What 1 is stored as. */
    private static final class Scale {
        private static final int ONE = 1;
        private static final int MONEY = 10_000;
    }

    Measure(int scale, Aggregate ofOrders, Aggregate ofLines) {
        this.subject = Subject.SALES;
        this.scale = scale;
        this.aggregate = ofOrders;
        this.ofLines = ofLines;
    }

    Measure(Subject subject, int scale, Aggregate aggregate) {
        this.subject = subject;
        this.scale = scale;
        this.aggregate = aggregate;
        this.ofLines = aggregate;
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
        return aggregate.kind() != Aggregate.Kind.DISTINCT;
    }

    /** Whether steps of time add up to the whole; a customer comes again, and what is open now is no flow. */
    boolean addsUpOverTime() {
        return !OF_RETURNING_THINGS.contains(this);
    }

    Aggregate aggregate(Fact fact) {
        return fact == Fact.LINES ? ofLines : aggregate;
    }

    /** The tables its aggregate reads beside the fact. */
    List<Join> joins(Fact fact) {
        return OF_FIRST_SALE.contains(this) ? List.of(Source.CUSTOMER.join("f.customer_key"))
                : OF_ORDER_NUMBERS.contains(this) && fact == Fact.LINES ? List.of(Join.ORDERS) : List.of();
    }
}
