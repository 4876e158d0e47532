-- Customers who prove by a code sent by mail who they are, and what a helpdesk's bot has under way.

CREATE TABLE identity_code (
  code_key     INTEGER PRIMARY KEY,
  conversation TEXT NOT NULL,     -- with its platform
  address      TEXT NOT NULL,     -- SHA-256 of the mail address that was named
  customer     TEXT,              -- code of the customer whose address it is; null: nobody's, so no mail went out and no code is right
  salt         TEXT NOT NULL,
  hash         TEXT NOT NULL,     -- the code itself is kept nowhere
  tries        INTEGER NOT NULL,  -- that are left
  issued_at    TEXT NOT NULL,
  expires_at   TEXT NOT NULL
) STRICT;
CREATE INDEX identity_code_by_conversation ON identity_code (conversation, issued_at);
CREATE INDEX identity_code_by_address ON identity_code (address, issued_at);

CREATE TABLE identity (
  conversation TEXT PRIMARY KEY,
  question     TEXT NOT NULL,     -- that is answered once the writer is known
  customer     TEXT,              -- null: not proved yet
  expires_at   TEXT NOT NULL      -- of the question, or of the proof
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_message (
  message_key INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,           -- the platform's, so that what is delivered twice is kept once
  thread      TEXT NOT NULL,
  text        TEXT,                           -- null: it held a code, which is kept nowhere
  mail        TEXT,                           -- address that the writer is known by on the platform
  received_at TEXT NOT NULL,
  done        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX desk_message_by_thread ON desk_message (thread, message_key);

CREATE TABLE desk_step (
  step_key INTEGER PRIMARY KEY,               -- steps of a thread are taken in this order
  thread   TEXT NOT NULL,
  kind     TEXT NOT NULL,                     -- message, note, open
  text     TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  made_at  TEXT NOT NULL
) STRICT;
CREATE INDEX desk_step_by_thread ON desk_step (thread, step_key);

CREATE TABLE desk_handover (
  thread TEXT PRIMARY KEY,
  at     TEXT                                 -- what was received until then is a person's; null: not done yet
) STRICT, WITHOUT ROWID;
