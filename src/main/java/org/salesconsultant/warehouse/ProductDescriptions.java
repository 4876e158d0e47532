package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/** How often each description stands on a product's lines; the one most used on its sale lines is the product's name. */
final class ProductDescriptions implements AutoCloseable {
    private static final int MOST_AT_ONCE = 50_000;

    private final Handle handle;
    private final PreparedStatement find;
    private final Rows rows;
    private final Map<Use, Count> counts = new HashMap<>();

    private record Use(long product, String description) {}

    private static final class Count {
        private final long key;
        private long saleLines;
        private long lines;

        private Count(long key) {
            this.key = key;
        }
    }

    ProductDescriptions(Handle handle, Connection connection) throws SQLException {
        this.handle = handle;
        find = connection.prepareStatement("SELECT description_key FROM product_description WHERE product_key = ? AND description = ?");
        rows = new Rows(connection, Rows.AT_ONCE, "product_description", "description_key", "product_key", "description", "sale_lines", "lines");
    }

    /** Counts a line. @return the key of its description */
    long count(long product, String description, Kind kind) throws SQLException {
        var use = new Use(product, description);
        var count = counts.get(use);
        if (count == null) {
            if (counts.size() == MOST_AT_ONCE) {
                write();
            }
            count = new Count(key(use));
            counts.put(use, count);
        }
        count.lines++;
        if (kind == Kind.SALE) {
            count.saleLines++;
        }
        return count.key;
    }

    private long key(Use use) throws SQLException {
        find.setLong(1, use.product());
        find.setString(2, use.description());
        try (var row = find.executeQuery()) {
            return row.next() ? row.getLong(1) : rows.add(use.product(), use.description(), 0, 0);
        }
    }

    /** Adds what was counted to the counts of earlier loads. */
    void write() {
        if (counts.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("UPDATE product_description SET sale_lines = sale_lines + ?, lines = lines + ? WHERE description_key = ?");
        counts.values().forEach(count -> batch.add(count.saleLines, count.lines, count.key));
        batch.execute();
        counts.clear();
    }

    /**
     * Takes lines out of the counts, or puts them in again.
     *
     * @param sign −1 or 1
     * @param table {@code line} or {@code replaced_line}
     * @param orders a query of the keys of their orders
     */
    static void recount(Handle handle, int sign, String table, String orders) {
        handle.execute("""
                UPDATE product_description SET sale_lines = product_description.sale_lines + ? * these.sale_lines,
                  lines = product_description.lines + ? * these.lines
                FROM (SELECT description_key, count(*) AS lines, sum(kind = 0) AS sale_lines FROM %s
                  WHERE description_key IS NOT NULL AND order_key IN (%s) GROUP BY description_key) AS these
                WHERE product_description.description_key = these.description_key""".formatted(table, orders), sign, sign);
    }

    /**
     * Names the products whose usual description has changed; among equals the first in the alphabet. One without any keeps its
     * name, and so does one that a list of products names. A remark such as "damaged" stands on lines without a price, which are
     * no sales.
     */
    static void name(Handle handle) {
        var names = handle.prepareBatch("UPDATE product SET name = ?, name_folded = ?, squashed = ? WHERE product_key = ?");
        handle.createQuery("""
                SELECT product_key, description FROM (
                  SELECT product_key, description,
                    row_number() OVER (PARTITION BY product_key ORDER BY sale_lines DESC, lines DESC, description) AS place
                  FROM product_description WHERE lines > 0)
                JOIN product USING (product_key) WHERE place = 1 AND description <> name AND given & 2 = 0""")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(name -> names.add(name.getValue(), Names.fold(name.getValue()), Squashed.of(name.getValue()), name.getKey()));
        if (names.size() > 0) {
            names.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        find.close();
        rows.close();
    }
}
