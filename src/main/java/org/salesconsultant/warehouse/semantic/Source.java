package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the members of a dimension stand in the star, and how each fact reaches them. */
public enum Source {
    DAY("date"), WEEK("week"), MONTH("month"), QUARTER("quarter"), YEAR("year"), WEEKDAY("weekday"),

    COUNTRY("country", "name", "name_folded"), REGION("region", "name", "name_folded"), CHANNEL("channel", "name", "name_folded"),
    REP("rep", "name", "name_folded"), CAMPAIGN("campaign", "name", "code_folded"), CUSTOMER("customer", "name", "code_folded"),
    PRODUCT("product", "name", "code_folded"),

    CATEGORY(PRODUCT, "category", "category_folded"), CUSTOMER_TYPE(CUSTOMER, "type", "type_folded"), CITY(CUSTOMER, "city", "city"),
    MANAGER(REP, "manager", "manager"), CAMPAIGN_CHANNEL(CAMPAIGN, "channel", "channel"),

    /** What else files say of members: the dimension names which of them. */
    CUSTOMER_ATTRIBUTE(CUSTOMER), PRODUCT_ATTRIBUTE(PRODUCT), REP_ATTRIBUTE(REP), CAMPAIGN_ATTRIBUTE(CAMPAIGN),

    /** Columns of the fact itself. */
    STAGE("opportunity", "stage", "stage"), FEEDBACK_SOURCE("feedback", "source", "source"), ARM("campaign_contact", "arm", "arm"),
    INTERACTION_KIND("interaction", "kind", "kind"),

    /** New up to the day of the customer's first sale line ever, repeat afterwards, whatever the period. */
    CUSTOMER_STATUS("CASE WHEN f.day <= c.first_sale_day THEN 'new' WHEN f.day > c.first_sale_day THEN 'repeat' END", CUSTOMER, List.of("new", "repeat")),
    /** Fees apart from all else. */
    ITEM_TYPE("CASE WHEN f.fee = 1 THEN 'fee' ELSE 'product' END", null, List.of("product", "fee")),
    /** What {@link Segments} say of the customer, handed in with the query; in order of worth. */
    SEGMENT("s.segment", CUSTOMER, List.of("champions", "loyal", "promising", "steady", "at_risk", "occasional", "dormant", "one_time"));

    /** How a statement names what {@link Segments} give. */
    static final String SEGMENTS = "segments";

    private static final Set<Source> COLUMNS_OF_FACT = Set.of(STAGE, FEEDBACK_SOURCE, ARM, INTERACTION_KIND);
    private static final Set<Source> OF_CUSTOMER = Set.of(COUNTRY, REGION, REP);
    private static final String ATTRIBUTES = "attribute";
    private static final String COMPUTED = "";

    private final String table;
    private final String column;
    private final String id;
    private final @Nullable Source owner;
    private final List<String> outcomes;

    /** A column of the calendar. */
    Source(String column) {
        this("calendar", column, column);
    }

    Source(String table, String column, String id) {
        this.table = table;
        this.column = column;
        this.id = id;
        this.owner = null;
        this.outcomes = List.of();
    }

    /** A property of another source's members. */
    Source(Source owner, String column, String id) {
        this.table = owner.table;
        this.column = column;
        this.id = id;
        this.owner = owner;
        this.outcomes = List.of();
    }

    /** An attribute of another source's members. */
    Source(Source owner) {
        this.table = ATTRIBUTES;
        this.column = "value";
        this.id = "value_folded";
        this.owner = owner;
        this.outcomes = List.of();
    }

    /** What each row comes to by a rule. @param owner whose table the rule reads beside the fact */
    Source(String rule, @Nullable Source owner, List<String> outcomes) {
        this.table = COMPUTED;
        this.column = rule;
        this.id = rule;
        this.owner = owner;
        this.outcomes = outcomes;
    }

    /** @param of customer, product, rep or campaign @throws IllegalArgumentException when it is none of them */
    static Source attribute(String of) {
        return Arrays.stream(values()).filter(source -> source.isAttribute() && source.holder().word().equals(of)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + of + "\" is not one of the values accepted: customer, product, rep, campaign"));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isTime() {
        return "calendar".equals(table);
    }

    /** Whether it is a step that time runs through; weekdays come round again. */
    public boolean isGrain() {
        return isTime() && this != WEEKDAY;
    }

    /** Whether members are rows of a table of their own, grouped by their key and named afterwards. */
    boolean isKeyed() {
        return !isTime() && owner == null && !COLUMNS_OF_FACT.contains(this) && !isComputed();
    }

    public boolean isAttribute() {
        return ATTRIBUTES.equals(table);
    }

    public boolean isComputed() {
        return COMPUTED.equals(table);
    }

    /** All there can be, where a rule says them. */
    List<String> outcomes() {
        return outcomes;
    }

    /** Whether it tells products from each other, so that a query needs lines, and fees are no member. */
    boolean isOfProduct() {
        return this == PRODUCT || owner == PRODUCT;
    }

    /** Whether members have a code beside their name. */
    boolean hasCode() {
        return "code_folded".equals(id);
    }

    String table() {
        return table;
    }

    String key() {
        return table + "_key";
    }

    /** The column with the text people read. */
    String column() {
        return column;
    }

    /** The column whose value is {@link Member#id}. */
    String id() {
        return id;
    }

    /** Whose members it is a property of, or itself. */
    Source holder() {
        return owner == null ? this : owner;
    }

    /** Whether the rows of a fact can be told apart by it. */
    boolean reaches(Fact fact) {
        if (isTime() || fact.has(this)) {
            return true;
        }
        if (this == SEGMENT) {
            return fact.has(CUSTOMER);
        }
        if (isComputed()) {
            return fact == Fact.LINES || this == CUSTOMER_STATUS && fact == Fact.ORDERS;
        }
        if (owner != null) {
            return owner.reaches(fact);
        }
        return this == CAMPAIGN && fact == Fact.LINES || OF_CUSTOMER.contains(this) && fact.has(CUSTOMER);
    }

    /** What to group a fact's rows by; of an attribute, the key of the member that has it. */
    Path path(Fact fact) {
        if (isTime()) {
            return new Path("t." + column, List.of(Join.calendar(fact)));
        }
        if (COLUMNS_OF_FACT.contains(this)) {
            return new Path("f." + column, List.of());
        }
        if (this == SEGMENT) {
            return new Path(column, List.of(new Join("(SELECT CAST(e.key AS INTEGER) AS customer_key, " + segmentName() + " AS segment FROM json_each(:" + SEGMENTS + ") e)",
                    "s", "customer_key", "f.customer_key")));
        }
        if (isComputed()) {
            return new Path(column, owner == null ? List.of() : List.of(owner.join("f.customer_key")));
        }
        if (owner != null) {
            var path = owner.path(fact);
            return isAttribute() ? path : path.with(owner.alias() + "." + column, owner.join(path.expression()));
        }
        if (fact.has(this)) {
            return new Path("f." + key(), List.of());
        }
        return this == CAMPAIGN ? new Path("o.campaign_key", List.of(Join.ORDERS)) : new Path("c." + key(), List.of(CUSTOMER.join("f.customer_key")));
    }

    /** The table with the members, beside what holds their key. */
    Join join(String held) {
        return new Join(table, alias(), key(), held);
    }

    private String alias() {
        return this == CAMPAIGN ? "g" : table.substring(0, 1);
    }

    /**
     * The rows of a fact whose member is among some.
     *
     * @param test what to ask of the table that holds the members, e.g. {@code name_folded IN (:v1)}
     */
    String rowsWhere(Fact fact, String test) {
        if (COLUMNS_OF_FACT.contains(this)) {
            return "f." + test;
        }
        var holder = holder();
        var members = "(SELECT " + (isAttribute() ? "member_key" : holder.key()) + " FROM " + table + " WHERE " + test + ")";
        if (fact == Fact.LINES && (holder == CAMPAIGN || this == CUSTOMER)) {
            // lines have no index by customer: their orders have
            return "f.order_key IN (SELECT order_key FROM orders WHERE " + holder.key() + " IN " + members + ")";
        }
        return fact.has(holder) ? "f." + holder.key() + " IN " + members
                : "f.customer_key IN (SELECT customer_key FROM customer WHERE " + holder.key() + " IN " + members + ")";
    }

    /** Engines differ in how they give texts of JSON, not in numbers. */
    private String segmentName() {
        var names = new StringBuilder("CASE CAST(e.value AS INTEGER)");
        for (int i = 0; i < outcomes.size(); i++) {
            names.append(" WHEN ").append(i).append(" THEN '").append(outcomes.get(i)).append('\'');
        }
        return names.append(" END").toString();
    }

    /** The rows of a fact for which the rule comes to one of some values. @param values in brackets */
    String rowsAmong(String values) {
        if (this == SEGMENT) {
            return "f.customer_key IN (SELECT CAST(e.key AS INTEGER) FROM json_each(:" + SEGMENTS + ") e WHERE " + segmentName() + " IN " + values + ")";
        }
        return this == CUSTOMER_STATUS ? "(SELECT " + column + " FROM customer c WHERE c.customer_key = f.customer_key) IN " + values : column + " IN " + values;
    }

    /** @param joins the tables the expression needs beside the fact, in order */
    record Path(String expression, List<Join> joins) {
        Path with(String other, Join join) {
            var all = new ArrayList<>(joins);
            all.add(join);
            return new Path(other, List.copyOf(all));
        }
    }
}
