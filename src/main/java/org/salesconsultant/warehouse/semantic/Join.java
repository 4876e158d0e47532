package org.salesconsultant.warehouse.semantic;

/**
 * A table with at most one row for each row of a fact.
 *
 * @param table its name, or a subquery in brackets
 * @param key its column that is compared
 * @param held what the rows before it hold of that key, may be empty
 */
record Join(String table, String alias, String key, String held) {
    /** The orders beside their lines. */
    static final Join ORDERS = new Join("orders", "o", "order_key", "f.order_key");

    static Join calendar(Fact fact) {
        return new Join("calendar", "t", "day", fact.day());
    }

    /** Whether the table has a row for every key; a subquery need not. */
    boolean isWhole() {
        return !table.startsWith("(");
    }

    String test() {
        return alias + "." + key + " = " + held;
    }

    /** Keeps the rows that find nothing. */
    String left() {
        return "LEFT JOIN " + table + " " + alias + " ON " + test();
    }

    /**
     * Where every row finds one, with {@link #test} among the conditions. DuckDB looks keys up in an array for such a join alone,
     * which is several times faster; the word CROSS makes SQLite read the fact first.
     */
    String inner() {
        return "CROSS JOIN " + table + " " + alias;
    }
}
