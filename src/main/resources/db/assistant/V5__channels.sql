-- What other platforms delivered, and which conversation a thread of theirs is.

CREATE TABLE seen_event (
  event   TEXT PRIMARY KEY,  -- with its platform
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_event_by_time ON seen_event (seen_at);

CREATE TABLE thread (
  thread          TEXT NOT NULL,  -- with its platform
  viewer_id       TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversation ON DELETE CASCADE,
  PRIMARY KEY (thread, viewer_id)
) STRICT, WITHOUT ROWID;
