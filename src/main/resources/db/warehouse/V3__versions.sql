-- Every data version under a stamp of its own: a backup put back, or another company's file, may have the same number.
CREATE TABLE star_version (
  version INTEGER PRIMARY KEY,
  stamp   TEXT NOT NULL
) STRICT;
INSERT INTO star_version SELECT CAST(value AS INTEGER), hex(randomblob(8)) FROM warehouse_setting WHERE name = 'data_version';
CREATE TRIGGER data_version_begins AFTER INSERT ON warehouse_setting WHEN new.name = 'data_version' BEGIN
  INSERT OR REPLACE INTO star_version VALUES (CAST(new.value AS INTEGER), hex(randomblob(8)));
END;
CREATE TRIGGER data_version_grows AFTER UPDATE ON warehouse_setting WHEN new.name = 'data_version' BEGIN
  INSERT OR REPLACE INTO star_version VALUES (CAST(new.value AS INTEGER), hex(randomblob(8)));
END;
