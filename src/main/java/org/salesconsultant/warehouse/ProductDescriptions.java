package org.salesconsultant.warehouse;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/** How often each description stands on a product's lines; the one most used on its sale lines is the product's name. */
final class ProductDescriptions {
    private final Handle handle;
    private final Map<Use, Count> counts = new HashMap<>();

    private record Use(long product, String description) {}

    private static final class Count {
        private long saleLines;
        private long lines;
    }

    ProductDescriptions(Handle handle) {
        this.handle = handle;
    }

    void count(long product, String description, Kind kind) {
        var count = counts.computeIfAbsent(new Use(product, description), any -> new Count());
        count.lines++;
        if (kind == Kind.SALE) {
            count.saleLines++;
        }
    }

    /** Adds the counts to those of earlier loads and names the products anew; among equals the first in the alphabet. */
    void write() {
        if (counts.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                INSERT INTO product_description (product_key, description, sale_lines, lines) VALUES (?, ?, ?, ?)
                ON CONFLICT (product_key, description) DO UPDATE
                SET sale_lines = sale_lines + excluded.sale_lines, lines = lines + excluded.lines""");
        counts.forEach((use, count) -> batch.add(use.product(), use.description(), count.saleLines, count.lines));
        batch.execute();
        var names = handle.prepareBatch("UPDATE product SET name = ?, name_folded = ? WHERE product_key = ?");
        handle.createQuery("""
                SELECT product_key, description FROM (
                  SELECT product_key, description,
                    row_number() OVER (PARTITION BY product_key ORDER BY sale_lines DESC, lines DESC, description) AS place
                  FROM product_description)
                WHERE place = 1""")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(name -> names.add(name.getValue(), Names.fold(name.getValue()), name.getKey()));
        names.execute();
    }
}
