-- Quotas by day. A quota is spread evenly over the days of its span; where the spans of one rep's, region's or the company's quotas
-- overlap, the shortest stands. A rep's quota is part of the region's where that has one of its own, and both of the company's.
CREATE VIEW quota_share AS
WITH spread AS (
  SELECT calendar.day, quota_key, quota.rep_key, coalesce(quota.region_key, rep.region_key) AS region_key,
    CASE WHEN quota.rep_key IS NOT NULL THEN 2 WHEN quota.region_key IS NOT NULL THEN 1 ELSE 0 END AS level,
    amount / (last_day - first_day + 1)
      + amount % (last_day - first_day + 1) * (calendar.day - first_day + 1) / (last_day - first_day + 1)
      - amount % (last_day - first_day + 1) * (calendar.day - first_day) / (last_day - first_day + 1) AS amount,
    rank() OVER (PARTITION BY quota.rep_key, quota.region_key, calendar.day ORDER BY last_day - first_day, first_day DESC) AS place
  FROM quota JOIN calendar ON calendar.day BETWEEN first_day AND last_day LEFT JOIN rep ON rep.rep_key = quota.rep_key),
standing AS (
  SELECT *, max(level = 0) OVER (PARTITION BY day) AS of_company, max(level = 1) OVER (PARTITION BY day, region_key) AS of_region
  FROM spread WHERE place = 1)
SELECT day, quota_key, rep_key, region_key, level, max(CASE WHEN level > 0 THEN of_company ELSE 0 END, CASE WHEN level > 1 THEN 2 * of_region ELSE 0 END) AS counts_from, amount
FROM standing;

CREATE TABLE quota_day (
  day         INTEGER NOT NULL,
  quota_key   INTEGER NOT NULL,
  rep_key     INTEGER,
  region_key  INTEGER,           -- of a rep's quota that names none, the rep's
  level       INTEGER NOT NULL,  -- 0: the company's, 1: a region's, 2: a rep's
  counts_from INTEGER NOT NULL,  -- the coarsest level at which it is no part of another
  amount      INTEGER NOT NULL
) STRICT;

INSERT INTO quota_day SELECT * FROM quota_share;
CREATE INDEX quota_day_by_day ON quota_day (day, rep_key, region_key, level);
