-- What it takes to take a run back and leave the star as if it had never come.

-- A line knows the description it came with: taken back, it takes its vote for its product's name along.
CREATE TABLE product_description_by_key (
  description_key INTEGER PRIMARY KEY,
  product_key INTEGER NOT NULL REFERENCES product,
  description TEXT NOT NULL,
  sale_lines  INTEGER NOT NULL,
  lines       INTEGER NOT NULL,        -- 0: only lines that were replaced have it
  UNIQUE (product_key, description)
) STRICT;
INSERT INTO product_description_by_key (product_key, description, sale_lines, lines)
SELECT product_key, description, sale_lines, lines FROM product_description;
DROP TABLE product_description;
ALTER TABLE product_description_by_key RENAME TO product_description;
ALTER TABLE line ADD COLUMN description_key INTEGER;

-- What was not given but filled in from elsewhere, and has to follow when that changes: 1 country, 2 region, 4 rep.
ALTER TABLE customer ADD COLUMN from_orders INTEGER NOT NULL DEFAULT 0;   -- from its newest order
ALTER TABLE orders ADD COLUMN from_customer INTEGER NOT NULL DEFAULT 0;   -- from its customer
ALTER TABLE product ADD COLUMN fee_by_name INTEGER NOT NULL DEFAULT 0;    -- its item is a fee because its name says so

-- Lines of rows that were mended and came in with a later run belong to the copy of the order that lacked them.
ALTER TABLE orders ADD COLUMN copy_run INTEGER;                           -- null: run_key
ALTER TABLE import_run ADD COLUMN mends INTEGER REFERENCES import_run;    -- whose rejected rows it brings

-- Of two copies of an order the one replaced last has the greater rowid.
DROP TABLE replaced_orders;
CREATE TABLE replaced_orders AS SELECT * FROM orders WHERE 0;
CREATE INDEX replaced_orders_by_number ON replaced_orders (number_key);
DROP TABLE replaced_line;
CREATE TABLE replaced_line AS SELECT * FROM line WHERE 0;
CREATE INDEX replaced_line_by_order ON replaced_line (order_key);
