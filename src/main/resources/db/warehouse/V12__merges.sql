-- A proposal is named by a number that stays its own, and is open as long as both of its members are there.
CREATE TABLE numbered_proposal (
  proposal_key INTEGER PRIMARY KEY,
  of           TEXT NOT NULL,
  member_key   INTEGER NOT NULL,
  other_key    INTEGER NOT NULL,
  score        REAL NOT NULL,            -- 0 to 1
  run_key      INTEGER REFERENCES import_run,
  UNIQUE (of, member_key, other_key)
) STRICT;
INSERT INTO numbered_proposal (of, member_key, other_key, score, run_key)
SELECT of, member_key, other_key, score, run_key FROM merge_proposal ORDER BY score DESC, member_key;
DROP TABLE merge_proposal;
ALTER TABLE numbered_proposal RENAME TO merge_proposal;
CREATE VIEW open_proposal AS
SELECT merge_proposal.* FROM merge_proposal
JOIN customer AS one ON one.customer_key = member_key JOIN customer AS other ON other.customer_key = other_key
WHERE of = 'customer';
