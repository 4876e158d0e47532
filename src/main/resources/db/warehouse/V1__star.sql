-- The star: facts and dimensions as DESIGN.md §2 defines them.
-- Amounts, prices and quantities are 64-bit integers in ten-thousandths; a day is the count of days since 1970-01-01.
-- *_folded columns hold Names.fold of their neighbour: queries compare them and use neither lower nor LIKE.

CREATE TABLE warehouse_setting (
  name  TEXT PRIMARY KEY,      -- currency, company, data_version, first_day, newest_day, lines
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
  run_key       INTEGER PRIMARY KEY,
  started_at    TEXT NOT NULL, -- ISO instant
  finished_at   TEXT NOT NULL,
  file_name     TEXT NOT NULL,
  sha256        TEXT NOT NULL, -- of the bytes of the file as given
  kind          TEXT NOT NULL, -- orders, customers, products, …
  source        TEXT NOT NULL, -- order numbers are unique within one source
  mapping       TEXT NOT NULL, -- JSON: column -> field
  report        TEXT NOT NULL, -- JSON
  rows_read     INTEGER NOT NULL,
  rows_kept     INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  UNIQUE (sha256, kind)
) STRICT;

CREATE TABLE rejected_row (
  run_key    INTEGER NOT NULL REFERENCES import_run,
  row_number INTEGER NOT NULL, -- 1 is the first row after the header
  code       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  raw        TEXT NOT NULL,    -- the row as JSON array of its cells
  PRIMARY KEY (run_key, row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
  day        INTEGER PRIMARY KEY,
  date       TEXT NOT NULL,    -- 2011-12-09
  week       TEXT NOT NULL,    -- the Monday's date, ISO
  month      TEXT NOT NULL,    -- 2011-12
  quarter    TEXT NOT NULL,    -- 2011-Q4
  year       TEXT NOT NULL,    -- 2011
  weekday    INTEGER NOT NULL, -- 1 Monday … 7 Sunday
  month_day  INTEGER NOT NULL
) STRICT;

CREATE TABLE country (country_key INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE region  (region_key  INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE channel (channel_key INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE rep (
  rep_key     INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  region_key  INTEGER REFERENCES region,
  manager     TEXT
) STRICT;

CREATE TABLE customer (
  customer_key   INTEGER PRIMARY KEY,
  code           TEXT NOT NULL,
  code_folded    TEXT NOT NULL UNIQUE,
  name           TEXT,         -- null where the data has codes only
  name_folded    TEXT,
  type           TEXT,         -- sector or customer type, as given
  type_folded    TEXT,
  city           TEXT,
  email          TEXT,
  country_key    INTEGER REFERENCES country,
  region_key     INTEGER REFERENCES region,
  rep_key        INTEGER REFERENCES rep,
  first_sale_day INTEGER,      -- first and last day with a sale line, kept by each import
  last_sale_day  INTEGER
) STRICT;
CREATE INDEX customer_by_name ON customer (name_folded);
CREATE INDEX customer_by_rep ON customer (rep_key);

CREATE TABLE product (
  product_key     INTEGER PRIMARY KEY,
  code            TEXT NOT NULL UNIQUE, -- trimmed, upper case
  code_folded     TEXT NOT NULL UNIQUE,
  name            TEXT NOT NULL,        -- the description most used on its sale lines
  name_folded     TEXT NOT NULL,
  category        TEXT,
  category_folded TEXT,
  item            TEXT NOT NULL CHECK (item IN ('product', 'fee')),
  unit_cost       INTEGER,
  list_price      INTEGER
) STRICT;
CREATE INDEX product_by_name ON product (name_folded);

-- What the lines of a product call it: its name is the description most used on its sale lines.
CREATE TABLE product_description (
  product_key INTEGER NOT NULL REFERENCES product,
  description TEXT NOT NULL,
  sale_lines  INTEGER NOT NULL,
  lines       INTEGER NOT NULL,
  PRIMARY KEY (product_key, description)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
  campaign_key INTEGER PRIMARY KEY,
  code         TEXT NOT NULL,
  code_folded  TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  name_folded  TEXT NOT NULL,
  channel      TEXT,
  start_day    INTEGER,
  end_day      INTEGER,                 -- the last day
  spend        INTEGER
) STRICT;

-- One row for each order number of a source, day, customer, country, region, rep and channel (an order whose lines carry
-- several of these has several rows; number_key counts it once), with the sums of its lines: what needs no product is answered from here.
CREATE TABLE orders (
  order_key     INTEGER PRIMARY KEY,
  number_key    INTEGER NOT NULL,       -- one for each (source, number)
  source        TEXT NOT NULL,
  number        TEXT NOT NULL,
  day           INTEGER NOT NULL REFERENCES calendar,
  minute        INTEGER,                -- of the day, where the file has a time
  customer_key  INTEGER REFERENCES customer,
  country_key   INTEGER REFERENCES country,
  region_key    INTEGER REFERENCES region,
  rep_key       INTEGER REFERENCES rep,
  channel_key   INTEGER REFERENCES channel,
  campaign_key  INTEGER REFERENCES campaign,
  run_key       INTEGER REFERENCES import_run,
  lines         INTEGER NOT NULL,
  sale_lines    INTEGER NOT NULL,       -- > 0: counts as an order
  return_lines  INTEGER NOT NULL,
  revenue       INTEGER NOT NULL,       -- Σ amount over all lines
  gross_revenue INTEGER NOT NULL,       -- Σ amount over sale lines
  returns_value INTEGER NOT NULL,       -- −Σ amount over return lines
  units_sold    INTEGER NOT NULL,       -- Σ quantity over sale lines
  units         INTEGER NOT NULL,       -- Σ quantity over sale and return lines
  discount      INTEGER NOT NULL,       -- Σ discount over sale lines
  costed_amount INTEGER NOT NULL,       -- Σ amount over sale and return lines with a known cost
  margin        INTEGER NOT NULL        -- Σ margin over the same
) STRICT;
CREATE INDEX orders_by_day ON orders (day);
CREATE INDEX orders_by_customer ON orders (customer_key, day);
CREATE INDEX orders_by_number ON orders (source, number);
CREATE INDEX orders_by_rep ON orders (rep_key, day);

-- The fact: one order line. customer, country, region, rep and channel repeat its order's, to be read without a join.
CREATE TABLE line (
  line_key     INTEGER PRIMARY KEY,
  order_key    INTEGER NOT NULL REFERENCES orders,
  day          INTEGER NOT NULL,
  product_key  INTEGER NOT NULL REFERENCES product,
  customer_key INTEGER,
  country_key  INTEGER,
  region_key   INTEGER,
  rep_key      INTEGER,
  channel_key  INTEGER,
  kind         INTEGER NOT NULL CHECK (kind IN (0, 1, 2)), -- 0 sale, 1 return, 2 adjustment
  fee          INTEGER NOT NULL CHECK (fee IN (0, 1)),     -- its product's item is a fee
  quantity     INTEGER NOT NULL,
  unit_price   INTEGER NOT NULL,
  discount     INTEGER NOT NULL,
  amount       INTEGER NOT NULL,
  margin       INTEGER                                     -- amount − quantity × unit cost, or the file's profit; null: cost unknown
) STRICT;
CREATE INDEX line_by_order ON line (order_key);
-- Covers what splits by product read: without it every ranking of products looks each line up in the table, ten times slower.
CREATE INDEX line_by_product ON line (product_key, day, kind, fee, amount, quantity, order_key, customer_key, country_key, region_key,
                                      rep_key, margin);
CREATE INDEX line_by_day ON line (day);

CREATE TABLE opportunity (
  opportunity_key INTEGER PRIMARY KEY,
  code            TEXT NOT NULL,
  code_folded     TEXT NOT NULL UNIQUE,
  customer_key    INTEGER REFERENCES customer,
  account         TEXT,
  product_key     INTEGER REFERENCES product,
  product         TEXT,
  rep_key         INTEGER REFERENCES rep,
  region_key      INTEGER REFERENCES region,
  stage           TEXT NOT NULL,
  outcome         TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
  created_day     INTEGER,
  closed_day      INTEGER,
  value           INTEGER,     -- expected, while open
  close_value     INTEGER
) STRICT;

CREATE TABLE campaign_contact (
  contact_key  INTEGER PRIMARY KEY,
  campaign_key INTEGER NOT NULL REFERENCES campaign,
  customer_key INTEGER REFERENCES customer,
  day          INTEGER,
  arm          TEXT,
  responded    INTEGER NOT NULL CHECK (responded IN (0, 1)),
  value        INTEGER
) STRICT;
CREATE INDEX campaign_contact_by_campaign ON campaign_contact (campaign_key);

CREATE TABLE feedback (
  feedback_key INTEGER PRIMARY KEY,
  day          INTEGER,
  customer_key INTEGER REFERENCES customer,
  product_key  INTEGER REFERENCES product,
  rating       INTEGER,        -- 1 to 5
  source       TEXT,
  language     TEXT,
  text         TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_by_day ON feedback (day);

CREATE TABLE document (
  document_key INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  language     TEXT NOT NULL,
  title        TEXT NOT NULL,
  text         TEXT NOT NULL
) STRICT;
