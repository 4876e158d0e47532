-- Lines with marks by which distinct orders and customers of a product or category are counted without telling them apart. Here no
-- line is marked; the columnar copy has this view over lines that are, and what is asked is the same statement on both.
CREATE VIEW counted_line AS
SELECT line.*,
  CAST(NULL AS INTEGER) AS product_order,   -- 1 on the first sale line of a product in its order, 0 on its others; null where not marked
  CAST(NULL AS INTEGER) AS category_order,  -- the same for the product's category
  CASE WHEN kind = 0 THEN (SELECT orders.number_key FROM orders WHERE orders.order_key = line.order_key) END AS apart_number, -- where not marked
  CAST(NULL AS INTEGER) AS product_before,  -- the day of the customer's sale line of the product before this one; -1000000: the first ever
  CAST(NULL AS INTEGER) AS category_before, -- the same for the product's category
  CASE WHEN kind = 0 THEN customer_key END AS apart_customer -- where not marked
FROM line;
