-- The assistant's own state, apart from the facts, so that an import never blocks a chat turn.

CREATE TABLE api_key (
  name       TEXT PRIMARY KEY,
  hash       TEXT NOT NULL UNIQUE,  -- SHA-256 of the key; the key itself is kept nowhere
  role       TEXT NOT NULL,
  rep        TEXT,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_link (
  hash       TEXT PRIMARY KEY,
  key_name   TEXT NOT NULL REFERENCES api_key ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash       TEXT PRIMARY KEY,
  key_name   TEXT NOT NULL REFERENCES api_key ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
  conversation_id TEXT PRIMARY KEY,
  viewer_id       TEXT NOT NULL,
  title           TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_by_viewer ON conversation (viewer_id, updated_at);

CREATE TABLE message (
  message_id      TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation ON DELETE CASCADE,
  turn            INTEGER NOT NULL,   -- 1, 2, … in the conversation
  asked_at        TEXT NOT NULL,
  question        TEXT NOT NULL,
  answer          TEXT NOT NULL,      -- JSON of the Answer
  memory          TEXT NOT NULL,      -- LangChain4j messages of the turn, JSON
  UNIQUE (conversation_id, turn)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  finding_id TEXT PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES message ON DELETE CASCADE,
  finding    TEXT NOT NULL            -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
  message_id TEXT PRIMARY KEY REFERENCES message ON DELETE CASCADE,
  verdict    TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
  reason     TEXT NOT NULL,
  rated_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
