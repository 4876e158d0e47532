package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Json;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;

/** Writes the record of one import run and its rejected rows, within one transaction. */
final class ImportRuns {
    private static final int BATCH = 1_000;

    private final Handle handle;
    private final List<Rejected> waiting = new ArrayList<>();

    private record Rejected(long run, long row, RejectedRow why, String raw) {}

    ImportRuns(Handle handle) {
        this.handle = handle;
    }

    /** @return the run's key, which none had before, taken back or not */
    long begin(ImportPlan plan, String source, Instant startedAt) {
        return handle.createQuery("""
                INSERT INTO import_run (run_key, started_at, finished_at, file_name, sha256, kind, source, mapping, report, rows_read, rows_kept,
                  rows_rejected, mends)
                SELECT 1 + max(coalesce((SELECT max(run_key) FROM import_run), 0), coalesce((SELECT max(run_key) FROM undone_run), 0)),
                  :started, '', :file, :sha256, :kind, :source, :mapping, '{}', 0, 0, 0, :mends RETURNING run_key""")
                .bind("started", startedAt.toString()).bind("file", plan.file().name()).bind("sha256", plan.file().sha256())
                .bind("kind", plan.kind().word()).bind("source", source).bind("mapping", json(plan.howRead())).bind("mends", plan.mends())
                .mapTo(long.class).one();
    }

    void reject(long run, long row, RejectedRow why, String[] cells) {
        waiting.add(new Rejected(run, row, why, json(cells)));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    void end(long run, ImportReport report, Instant finishedAt) {
        flush();
        handle.execute("UPDATE import_run SET finished_at = ?, report = ?, rows_read = ?, rows_kept = ?, rows_rejected = ? WHERE run_key = ?",
                finishedAt.toString(), json(report), report.rows().read(), report.rows().kept(), report.rows().rejected(), run);
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO rejected_row (run_key, row_number, code, reason, raw) VALUES (?, ?, ?, ?, ?)");
        waiting.forEach(row -> batch.add(row.run(), row.row(), row.why().code().toString(), row.why().reason(), row.raw()));
        batch.execute();
        waiting.clear();
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
