-- What else a company exports beside its order lines, what an import replaced, and what each data version changed.

-- A line need not name a product. Products are ranked from the columnar copy, or by reading all lines: no covering index.
CREATE TABLE line_with_or_without_product (
  line_key     INTEGER PRIMARY KEY,
  order_key    INTEGER NOT NULL REFERENCES orders,
  day          INTEGER NOT NULL,
  product_key  INTEGER REFERENCES product,
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
INSERT INTO line_with_or_without_product
SELECT line_key, order_key, day, product_key, customer_key, country_key, region_key, rep_key, channel_key, kind, fee, quantity, unit_price,
  discount, amount, margin FROM line;
DROP TABLE line;
ALTER TABLE line_with_or_without_product RENAME TO line;
CREATE INDEX line_by_order ON line (order_key);

ALTER TABLE product ADD COLUMN stock INTEGER;        -- pieces on hand, in ten-thousandths
ALTER TABLE product ADD COLUMN lead_days INTEGER;    -- from order to delivery
ALTER TABLE rep ADD COLUMN code TEXT;
ALTER TABLE rep ADD COLUMN code_folded TEXT;
ALTER TABLE rep ADD COLUMN email TEXT;
CREATE UNIQUE INDEX rep_by_code ON rep (code_folded);

-- What else a file says of a member, e.g. of = customer, name = income, value = 35-49K: dimensions can be made of it in metrics.yaml.
CREATE TABLE attribute (
  of           TEXT NOT NULL CHECK (of IN ('customer', 'product', 'rep', 'campaign')),
  member_key   INTEGER NOT NULL,
  name         TEXT NOT NULL,          -- folded header
  value        TEXT NOT NULL,
  value_folded TEXT NOT NULL,
  PRIMARY KEY (of, member_key, name)
) STRICT, WITHOUT ROWID;

-- Other words by which files call a member: a code where the name is the identity, a spelling that was taken for the same.
CREATE TABLE alias (
  of         TEXT NOT NULL CHECK (of IN ('customer', 'product', 'rep', 'campaign', 'country', 'region', 'channel')),
  folded     TEXT NOT NULL,
  member_key INTEGER NOT NULL,
  run_key    INTEGER REFERENCES import_run,
  PRIMARY KEY (of, folded)
) STRICT, WITHOUT ROWID;

-- Spellings that may be one member. Nothing is merged without a person's yes.
CREATE TABLE merge_proposal (
  of         TEXT NOT NULL,
  member_key INTEGER NOT NULL,
  other_key  INTEGER NOT NULL,
  score      REAL NOT NULL,            -- 0 to 1
  run_key    INTEGER REFERENCES import_run,
  PRIMARY KEY (of, member_key, other_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE opportunity ADD COLUMN name TEXT;
ALTER TABLE opportunity ADD COLUMN run_key INTEGER REFERENCES import_run;
ALTER TABLE campaign_contact ADD COLUMN converted INTEGER CHECK (converted IN (0, 1)); -- bought, where the file tells it from a response
ALTER TABLE campaign_contact ADD COLUMN response_day INTEGER;
ALTER TABLE campaign_contact ADD COLUMN run_key INTEGER REFERENCES import_run;
CREATE INDEX campaign_contact_by_customer ON campaign_contact (customer_key, campaign_key);

-- A review may have a rating and no words.
CREATE TABLE feedback_with_or_without_text (
  feedback_key INTEGER PRIMARY KEY,
  code         TEXT,
  day          INTEGER,
  customer_key INTEGER REFERENCES customer,
  product_key  INTEGER REFERENCES product,
  rating       INTEGER,        -- 1 to 5
  source       TEXT,
  language     TEXT,
  title        TEXT,
  text         TEXT,
  run_key      INTEGER REFERENCES import_run
) STRICT;
INSERT INTO feedback_with_or_without_text (feedback_key, day, customer_key, product_key, rating, source, language, text)
SELECT feedback_key, day, customer_key, product_key, rating, source, language, text FROM feedback;
DROP TABLE feedback;
ALTER TABLE feedback_with_or_without_text RENAME TO feedback;
CREATE INDEX feedback_by_day ON feedback (day);

-- What campaigns cost, by day and channel; a campaign of which only the whole is known has one row, on its first day.
CREATE TABLE campaign_spend (
  spend_key    INTEGER PRIMARY KEY,
  campaign_key INTEGER NOT NULL REFERENCES campaign,
  day          INTEGER,
  channel_key  INTEGER REFERENCES channel,
  spend        INTEGER NOT NULL,
  impressions  INTEGER,
  clicks       INTEGER,
  run_key      INTEGER REFERENCES import_run
) STRICT;
INSERT INTO campaign_spend (campaign_key, day, spend)
SELECT campaign.campaign_key, coalesce(min(campaign_contact.day), campaign.start_day), campaign.spend
FROM campaign LEFT JOIN campaign_contact USING (campaign_key) WHERE campaign.spend IS NOT NULL GROUP BY campaign.campaign_key;

-- Calls, mails, visits, tickets.
CREATE TABLE interaction (
  interaction_key INTEGER PRIMARY KEY,
  code         TEXT,
  day          INTEGER,
  minute       INTEGER,
  customer_key INTEGER REFERENCES customer,
  rep_key      INTEGER REFERENCES rep,
  kind         TEXT NOT NULL,  -- call, mail, visit, meeting, ticket, … as given, folded
  direction    TEXT,
  status       TEXT,
  subject      TEXT,
  text         TEXT,
  duration     INTEGER,        -- minutes
  run_key      INTEGER REFERENCES import_run
) STRICT;
CREATE INDEX interaction_by_customer ON interaction (customer_key, day);

-- What a rep or region is to reach; both null: the company.
CREATE TABLE quota (
  quota_key  INTEGER PRIMARY KEY,
  rep_key    INTEGER REFERENCES rep,
  region_key INTEGER REFERENCES region,
  first_day  INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  amount     INTEGER NOT NULL,
  run_key    INTEGER REFERENCES import_run
) STRICT;

CREATE TABLE consent (
  consent_key  INTEGER PRIMARY KEY,
  customer_key INTEGER NOT NULL REFERENCES customer,
  purpose      TEXT NOT NULL,  -- what for, or by which channel; folded
  granted      INTEGER NOT NULL CHECK (granted IN (0, 1)),
  day          INTEGER,
  run_key      INTEGER REFERENCES import_run
) STRICT;
CREATE INDEX consent_by_customer ON consent (customer_key, purpose);

-- Order headers and details come in separate files and in any order: what waits for its other half.
CREATE TABLE order_header (
  source       TEXT NOT NULL,
  number       TEXT NOT NULL,
  day          INTEGER NOT NULL,
  minute       INTEGER,
  customer_key INTEGER REFERENCES customer,
  country_key  INTEGER REFERENCES country,
  region_key   INTEGER REFERENCES region,
  rep_key      INTEGER REFERENCES rep,
  channel_key  INTEGER REFERENCES channel,
  campaign_key INTEGER REFERENCES campaign,
  returned     INTEGER NOT NULL CHECK (returned IN (0, 1)),
  run_key      INTEGER REFERENCES import_run,
  PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiting_detail (
  detail_key  INTEGER PRIMARY KEY,
  source      TEXT NOT NULL,
  number      TEXT NOT NULL,
  product_key INTEGER REFERENCES product,
  kind        INTEGER NOT NULL,
  quantity    INTEGER NOT NULL,
  unit_price  INTEGER NOT NULL,
  discount    INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  margin      INTEGER,
  description TEXT,
  run_key     INTEGER REFERENCES import_run
) STRICT;
CREATE INDEX waiting_detail_by_number ON waiting_detail (source, number);

-- Copies of orders that a newer export of the same source replaced; taking that import back puts the newest of them in force again.
CREATE TABLE replaced_orders AS SELECT * FROM orders WHERE 0;
CREATE INDEX replaced_orders_by_number ON replaced_orders (source, number);
CREATE TABLE replaced_line AS SELECT * FROM line WHERE 0;
CREATE INDEX replaced_line_by_order ON replaced_line (order_key);

-- What a run changed in rows that were there before: table, key, column and the value before. A row the run added has column '' .
CREATE TABLE member_change (
  change_key INTEGER PRIMARY KEY,
  run_key    INTEGER NOT NULL REFERENCES import_run,
  table_name TEXT NOT NULL,
  member_key INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  before     ANY,
  after      ANY
) STRICT;
CREATE INDEX member_change_by_member ON member_change (table_name, member_key, column_name);
CREATE INDEX member_change_by_run ON member_change (run_key);

-- Runs that were taken back; they no longer stand in import_run, so the same file can come in again.
CREATE TABLE undone_run (
  run_key     INTEGER PRIMARY KEY,
  undone_at   TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  kind        TEXT NOT NULL,
  source      TEXT NOT NULL,
  report      TEXT NOT NULL
) STRICT;

-- Which rows each data version added, changed or deleted, by table and span of keys; null keys: any row of the table.
CREATE TABLE star_change (
  version    INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  first_key  INTEGER,
  last_key   INTEGER
) STRICT;
CREATE INDEX star_change_by_version ON star_change (version);
