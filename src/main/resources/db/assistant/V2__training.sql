-- What was learned from which data, how good it was, what it expected, and whether what came since fits that.
-- Here and not beside the facts, so that learning never waits for an import.

CREATE TABLE training_run (
  run          INTEGER PRIMARY KEY,
  sample       INTEGER NOT NULL,      -- 1: of the sample company
  cause        TEXT NOT NULL,         -- by_hand, new_data, schedule
  data_version INTEGER NOT NULL,
  newest_day   TEXT,
  began_at     TEXT NOT NULL,
  millis       INTEGER NOT NULL
) STRICT;

CREATE TABLE trained_model (
  run         INTEGER NOT NULL REFERENCES training_run ON DELETE CASCADE,
  model       TEXT NOT NULL,          -- forecast, segments, …
  subject     TEXT NOT NULL,          -- e.g. revenue by week
  state       TEXT NOT NULL,          -- learned, left_out, failed
  version     TEXT NOT NULL,
  first_day   TEXT,                   -- the window: null where nothing was learned
  last_day    TEXT,
  row_count   INTEGER,
  total       REAL,                   -- of the window's values: tells whether they have changed since
  millis      INTEGER NOT NULL,
  reason      TEXT,                   -- why nothing was learned
  steps       INTEGER,                -- that had been expected and have come; null: none
  outside     INTEGER,                -- of their 95 % intervals
  probability REAL,                   -- of so many outside by chance
  error       REAL,                   -- as a fraction of the volume
  tested      REAL,                   -- the same in the backtest
  drifted     INTEGER,
  PRIMARY KEY (run, model, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE trained_measure (
  run     INTEGER NOT NULL,
  model   TEXT NOT NULL,
  subject TEXT NOT NULL,
  name    TEXT NOT NULL,              -- mase, smape, wape, coverage, auc, …
  value   REAL NOT NULL,
  naive   REAL,                       -- of the simplest rival
  PRIMARY KEY (run, model, subject, name),
  FOREIGN KEY (run, model, subject) REFERENCES trained_model ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE trained_step (
  run       INTEGER NOT NULL,
  model     TEXT NOT NULL,
  subject   TEXT NOT NULL,
  first_day TEXT NOT NULL,
  value     REAL NOT NULL,
  low       REAL NOT NULL,
  high      REAL NOT NULL,
  PRIMARY KEY (run, model, subject, first_day),
  FOREIGN KEY (run, model, subject) REFERENCES trained_model ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
