-- What links for people who are not signed in are signed with: one row, made at the first use. Deleting it ends all links.

CREATE TABLE link_key (
  secret TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
