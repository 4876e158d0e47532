-- Rejected rows that came in after all: mended, or because a person said so.
ALTER TABLE rejected_row ADD COLUMN mended_by INTEGER REFERENCES import_run;
CREATE INDEX rejected_row_by_mending ON rejected_row (mended_by) WHERE mended_by IS NOT NULL;
