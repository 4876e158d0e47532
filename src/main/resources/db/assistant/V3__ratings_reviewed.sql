-- Ratings get a number that an admin names them by, and what the admin made of them.

CREATE TABLE numbered_rating (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
  message_id TEXT NOT NULL UNIQUE REFERENCES message ON DELETE CASCADE,
  verdict    TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
  reason     TEXT NOT NULL,
  rated_at   TEXT NOT NULL,
  review     TEXT NOT NULL DEFAULT 'open' CHECK (review IN ('open', 'accepted', 'dropped'))
) STRICT;

INSERT INTO numbered_rating (message_id, verdict, reason, rated_at)
SELECT message_id, verdict, reason, rated_at FROM rating ORDER BY rated_at, message_id;

DROP TABLE rating;
ALTER TABLE numbered_rating RENAME TO rating;
