-- Short-lived tokens of the widget on other sites. One ends with the service key that opened it, and with the key whose rights it has.

CREATE TABLE widget_token (
  hash       TEXT PRIMARY KEY,
  viewer     TEXT NOT NULL,                                       -- as the host's backend names them
  key_name   TEXT REFERENCES api_key ON DELETE CASCADE,           -- null: a visitor without a key
  opened_by  TEXT NOT NULL REFERENCES api_key ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
