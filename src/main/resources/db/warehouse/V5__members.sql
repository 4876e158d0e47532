-- Who says what of a member, and what waits for its other half.

-- given: bits of what is not to be overwritten in passing. 1: its code came as a code, and is not its name again; 2: a master file
-- gave its name; 4, 8, 16 …: a master file gave its other columns, in the order in which StarMembers lists them.
-- squashed: letters and digits of its name, by which GTXPro is GTX Pro; null where they are too few to tell.
ALTER TABLE customer ADD COLUMN given INTEGER NOT NULL DEFAULT 1;
ALTER TABLE customer ADD COLUMN squashed TEXT;
CREATE INDEX customer_by_squashed ON customer (squashed) WHERE squashed IS NOT NULL;
ALTER TABLE product ADD COLUMN given INTEGER NOT NULL DEFAULT 1;
ALTER TABLE product ADD COLUMN squashed TEXT;
CREATE INDEX product_by_squashed ON product (squashed) WHERE squashed IS NOT NULL;
ALTER TABLE rep ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rep ADD COLUMN squashed TEXT;
CREATE INDEX rep_by_squashed ON rep (squashed) WHERE squashed IS NOT NULL;
UPDATE rep SET code = name, code_folded = name_folded WHERE code IS NULL;
ALTER TABLE campaign ADD COLUMN given INTEGER NOT NULL DEFAULT 1;
ALTER TABLE campaign ADD COLUMN squashed TEXT;
CREATE INDEX campaign_by_squashed ON campaign (squashed) WHERE squashed IS NOT NULL;
CREATE INDEX campaign_by_name ON campaign (name_folded);

-- As V2 has it, with a key by which changes are recorded, and what the header charges for the way.
CREATE TABLE order_header_with_key (
  header_key   INTEGER PRIMARY KEY,
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
  freight      INTEGER,
  run_key      INTEGER REFERENCES import_run,
  UNIQUE (source, number)
) STRICT;
INSERT INTO order_header_with_key (source, number, day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key,
  returned, run_key)
SELECT source, number, day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, returned, run_key FROM order_header;
DROP TABLE order_header;
ALTER TABLE order_header_with_key RENAME TO order_header;

CREATE INDEX feedback_by_code ON feedback (code) WHERE code IS NOT NULL;
CREATE INDEX interaction_by_code ON interaction (code) WHERE code IS NOT NULL;
ALTER TABLE campaign_spend ADD COLUMN whole INTEGER NOT NULL DEFAULT 0; -- 1: all that the campaign cost, as its own row says
UPDATE campaign_spend SET whole = 1;
CREATE INDEX campaign_spend_by_campaign ON campaign_spend (campaign_key, day);

-- What customers answered to campaigns. It marks the contact of the same campaign and customer, whichever file comes first; one
-- without such a contact waits for it and counts in nothing.
CREATE TABLE campaign_response (
  response_key INTEGER PRIMARY KEY,
  campaign_key INTEGER NOT NULL REFERENCES campaign,
  customer_key INTEGER NOT NULL REFERENCES customer,
  day          INTEGER,
  value        INTEGER,
  run_key      INTEGER REFERENCES import_run
) STRICT;
CREATE INDEX campaign_response_by_customer ON campaign_response (customer_key, campaign_key);
