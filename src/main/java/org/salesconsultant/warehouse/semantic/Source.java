package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
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

    CATEGORY(PRODUCT, "category", "category_folded"), CUSTOMER_TYPE(CUSTOMER, "type", "type_folded"),

    /** Columns of the fact itself. */
    STAGE("opportunity", "stage", "stage"), FEEDBACK_SOURCE("feedback", "source", "source");

    private static final Set<Source> COLUMNS_OF_FACT = Set.of(STAGE, FEEDBACK_SOURCE);
    private static final Set<Source> OF_CUSTOMER = Set.of(COUNTRY, REGION, REP);

    private final String table;
    private final String column;
    private final String id;
    private final @Nullable Source owner;

    /** A column of the calendar. */
    Source(String column) {
        this("calendar", column, column);
    }

    Source(String table, String column, String id) {
        this.table = table;
        this.column = column;
        this.id = id;
        this.owner = null;
    }

    /** A property of another source's members. */
    Source(Source owner, String column, String id) {
        this.table = owner.table;
        this.column = column;
        this.id = id;
        this.owner = owner;
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
        return !isTime() && owner == null && !COLUMNS_OF_FACT.contains(this);
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

    /** Whether the rows of a fact can be told apart by it. */
    boolean reaches(Fact fact) {
        if (isTime() || fact.has(this)) {
            return true;
        }
        if (owner != null) {
            return owner.reaches(fact);
        }
        return this == CAMPAIGN && fact == Fact.LINES || OF_CUSTOMER.contains(this) && fact.has(CUSTOMER);
    }

    /** What to group a fact's rows by. */
    Path path(Fact fact) {
        if (isTime()) {
            return new Path("t." + column, List.of(Join.CALENDAR));
        }
        if (COLUMNS_OF_FACT.contains(this)) {
            return new Path("f." + column, List.of());
        }
        if (fact.has(this)) {
            return new Path("f." + key(), List.of());
        }
        if (owner != null) {
            var join = owner == PRODUCT ? Join.PRODUCT : Join.CUSTOMER;
            return new Path(join.alias() + "." + column, with(owner.path(fact).joins(), join));
        }
        return this == CAMPAIGN ? new Path("o.campaign_key", List.of(Join.ORDERS)) : new Path("c." + key(), List.of(Join.CUSTOMER));
    }

    private static List<Join> with(List<Join> joins, Join last) {
        var all = new ArrayList<>(joins);
        all.add(last);
        return all;
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
        var holder = owner == null ? this : owner;
        var members = "(SELECT " + holder.key() + " FROM " + table + " WHERE " + test + ")";
        if (fact == Fact.LINES && (holder == CAMPAIGN || this == CUSTOMER)) {
            // lines have no index by customer: their orders have
            return "f.order_key IN (SELECT order_key FROM orders WHERE " + holder.key() + " IN " + members + ")";
        }
        return fact.has(holder) ? "f." + holder.key() + " IN " + members
                : "f.customer_key IN (SELECT customer_key FROM customer WHERE " + holder.key() + " IN " + members + ")";
    }

    /** @param joins the tables the expression needs beside the fact, in order */
    record Path(String expression, List<Join> joins) {}

    /** A table beside the fact, under its alias. */
    enum Join {
        CALENDAR("t", "LEFT JOIN calendar t ON t.day = "),
        ORDERS("o", "LEFT JOIN orders o ON o.order_key = f.order_key"),
        CUSTOMER("c", "LEFT JOIN customer c ON c.customer_key = f.customer_key"),
        PRODUCT("p", "LEFT JOIN product p ON p.product_key = f.product_key");

        private final String alias;
        private final String sql;

        Join(String alias, String sql) {
            this.alias = alias;
            this.sql = sql;
        }

        String alias() {
            return alias;
        }

        String sql(Fact fact) {
            return this == CALENDAR ? sql + fact.day() : sql;
        }
    }
}
