package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Margins of lines whose file gave neither cost nor profit, from the unit cost that a list of products gives: amount − quantity
 * × unit cost, whichever file came first. A margin once known stands when a newer list has another cost.
 */
final class StarCosts {
    private static final long COST_GIVEN = 16;
    private static final long SPAN = 50_000;
    private static final String COSTED = "margin IS NULL AND product_key IN (SELECT product_key FROM product WHERE unit_cost IS NOT NULL AND given & "
            + COST_GIVEN + " <> 0)";
    private final Handle handle;
    private final @Nullable Long run;
    private final long lastOldLine;
    private final StarChanges changes;

    StarCosts(Handle handle, @Nullable Long run, long lastOldLine, StarChanges changes) {
        this.handle = handle;
        this.run = run;
        this.lastOldLine = lastOldLine;
        this.changes = changes;
    }

    /** @param newCosts whether a list of products came in: then lines of before may get their margins @param derived sums orders anew */
    void derive(boolean newCosts, StarDerived derived) {
        if (newCosts) {
            oldLines(derived);
        }
        margins("line_key > " + lastOldLine);
    }

    private void oldLines(StarDerived derived) {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS costed (line_key INTEGER PRIMARY KEY, order_key INTEGER NOT NULL, product_key INTEGER NOT NULL)");
        handle.execute("DELETE FROM costed");
        handle.execute("INSERT INTO costed SELECT line_key, order_key, product_key FROM line WHERE line_key <= ? AND " + COSTED, lastOldLine);
        handle.createQuery("SELECT min(line_key), max(line_key) FROM costed GROUP BY line_key / " + SPAN)
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)}).list().forEach(span -> changes.rows("line", span[0], span[1]));
        handle.createQuery("SELECT min(order_key), max(order_key) FROM costed GROUP BY order_key / " + SPAN)
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)}).list().forEach(span -> changes.rows("orders", span[0], span[1]));
        if (run != null) {
            handle.execute("INSERT INTO member_change (run_key, table_name, member_key, column_name, before, after)"
                    + " SELECT ?, 'product', product_key, ?, NULL, unit_cost FROM product WHERE product_key IN (SELECT product_key FROM costed)",
                    run, MemberChanges.MARGIN_OF_LINES);
        }
        margins("line_key IN (SELECT line_key FROM costed)");
        derived.sums("order_key IN (SELECT order_key FROM costed)");
    }

    /** Whole quantities exactly, others rounded half away from zero. */
    static String cost(String unitCost) {
        return "CASE WHEN line.quantity % 10000 = 0 THEN line.quantity / 10000 * " + unitCost
                + " ELSE CAST(round(line.quantity * " + unitCost + " / 10000.0) AS INTEGER) END";
    }

    private void margins(String which) {
        handle.execute("UPDATE line SET margin = amount - (SELECT " + cost("unit_cost") + " FROM product WHERE product.product_key = line.product_key) WHERE "
                + which + " AND " + COSTED);
    }
}
