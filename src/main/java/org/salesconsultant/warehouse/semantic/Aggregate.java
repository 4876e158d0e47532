package org.salesconsultant.warehouse.semantic;

import org.jspecify.annotations.Nullable;

/**
 * An aggregate over the rows of a fact: a sum, a count of rows or a count of distinct things.
 *
 * @param value what is summed or told apart; of no meaning for a count of rows
 * @param where which rows count, or null for all
 */
record Aggregate(Kind kind, String value, @Nullable String where) {
    enum Kind { SUM, ROWS, DISTINCT }

    static Aggregate sum(String value) {
        return new Aggregate(Kind.SUM, value, null);
    }

    static Aggregate sum(String value, String where) {
        return new Aggregate(Kind.SUM, value, where);
    }

    static Aggregate rows() {
        return new Aggregate(Kind.ROWS, "1", null);
    }

    static Aggregate rows(String where) {
        return new Aggregate(Kind.ROWS, "1", where);
    }

    static Aggregate distinct(String value, String where) {
        return new Aggregate(Kind.DISTINCT, value, where);
    }

    /** Over those rows only that pass another test too. */
    Aggregate and(String test) {
        return new Aggregate(kind, value, where == null ? test : where + " AND " + test);
    }

    String sql() {
        return switch (kind) {
            case SUM -> where == null ? "SUM(" + value + ")" : "SUM(CASE WHEN " + where + " THEN " + value + " ELSE 0 END)";
            case ROWS -> where == null ? "COUNT(*)" : "COUNT(CASE WHEN " + where + " THEN 1 END)";
            case DISTINCT -> "COUNT(DISTINCT CASE WHEN " + where + " THEN " + value + " END)";
        };
    }
}
