package org.salesconsultant.warehouse.columns;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The view {@code counted_line} of a copy: lines with the marks that the warehouse's view of the same name describes. Rows that
 * change take all marks off; they are set anew by sorting all lines, which takes longer than to copy a few and hurts nobody
 * while it lasts. Orders that stand in several rows, and fees, which stand in one group together, are never marked.
 */
final class CountedLines {
    private static final String UNMARKED = """
            CREATE OR REPLACE VIEW counted_line AS
            SELECT line.*, CAST(NULL AS INTEGER) AS product_order, CAST(NULL AS INTEGER) AS category_order,
              CASE WHEN kind = 0 THEN (SELECT orders.number_key FROM orders WHERE orders.order_key = line.order_key) END AS apart_number,
              CAST(NULL AS INTEGER) AS product_before, CAST(NULL AS INTEGER) AS category_before,
              CASE WHEN kind = 0 THEN customer_key END AS apart_customer
            FROM line""";
    private static final String MARKED = """
            CREATE TABLE marked_line AS
            WITH kept AS (SELECT product_key, CASE WHEN category IS NULL THEN 0 ELSE dense_rank() OVER (ORDER BY category) END AS category FROM product),
              placed AS (SELECT order_key, number_key, count(*) OVER (PARTITION BY number_key) = 1 AS alone FROM orders),
              marking AS (
                SELECT line.*, placed.number_key, placed.alone, coalesce(kept.category, 0) AS category, kind = 0 AND fee = 0 AS counts
                FROM line JOIN placed ON placed.order_key = line.order_key LEFT JOIN kept ON kept.product_key = line.product_key)
            SELECT marking.* EXCLUDE (number_key, alone, category, counts),
              CASE WHEN counts AND alone THEN CAST(row_number() OVER in_order = 1 OR product_key IS DISTINCT FROM lag(product_key) OVER in_order AS TINYINT) END
                AS product_order,
              CASE WHEN counts AND alone THEN CAST(row_number() OVER in_order = 1 OR category <> lag(category) OVER in_order AS TINYINT) END AS category_order,
              CASE WHEN kind = 0 AND NOT (counts AND alone) THEN number_key END AS apart_number,
              CASE WHEN counts AND customer_key IS NOT NULL THEN CASE WHEN row_number() OVER of_product = 1
                OR product_key IS DISTINCT FROM lag(product_key) OVER of_product THEN -1000000 ELSE lag(day) OVER of_product END END AS product_before,
              CASE WHEN counts AND customer_key IS NOT NULL THEN coalesce(lag(day) OVER of_category, -1000000) END AS category_before,
              CASE WHEN kind = 0 AND NOT counts THEN customer_key END AS apart_customer
            FROM marking
            WINDOW in_order AS (PARTITION BY order_key, counts ORDER BY category, product_key NULLS FIRST, line_key),
              of_product AS (PARTITION BY customer_key, counts ORDER BY product_key NULLS FIRST, day, line_key),
              of_category AS (PARTITION BY customer_key, counts, category ORDER BY day, line_key)""";

    private CountedLines() {}

    /** To be called in the transaction that changes lines, orders or products. */
    static void unmark(Connection writing) throws SQLException {
        execute(writing, UNMARKED);
        execute(writing, "DROP TABLE IF EXISTS marked_line");
    }

    static void mark(Connection writing) throws SQLException {
        execute(writing, MARKED);
        execute(writing, "CREATE OR REPLACE VIEW counted_line AS SELECT * FROM marked_line");
    }

    static boolean marked(Connection reading) throws SQLException {
        try (var statement = reading.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'marked_line'")) {
            row.next();
            return row.getLong(1) == 1;
        }
    }

    private static void execute(Connection writing, String sql) throws SQLException {
        try (var statement = writing.createStatement()) {
            statement.execute(sql);
        }
    }
}
