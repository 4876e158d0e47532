-- Orders whose headers and details come apart follow their header as long as they stand.

-- What the header made of a line: 1 turned it into a return, 2 put it there for the freight; null: it is as it came.
ALTER TABLE line ADD COLUMN made INTEGER;
ALTER TABLE replaced_line ADD COLUMN made INTEGER;
UPDATE line SET made = 2 WHERE product_key IN (SELECT product_key FROM product WHERE code = 'FREIGHT')
  AND order_key IN (SELECT order_key FROM order_header JOIN orders USING (source, number) WHERE freight <> 0);
UPDATE line SET made = 1 WHERE made IS NULL AND kind = 1
  AND order_key IN (SELECT order_key FROM order_header JOIN orders USING (source, number) WHERE returned = 1);

-- Details that wait are copies as orders are: the newest of a number counts, the others wait in case it is taken back.
ALTER TABLE waiting_detail ADD COLUMN copy_run INTEGER;                   -- null: run_key
CREATE VIEW newest_detail AS
SELECT * FROM waiting_detail WHERE NOT EXISTS (
  SELECT 1 FROM waiting_detail AS newer WHERE newer.source = waiting_detail.source AND newer.number = waiting_detail.number
    AND coalesce(newer.copy_run, newer.run_key) > coalesce(waiting_detail.copy_run, waiting_detail.run_key));
