package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Json;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;

/** The record of import runs and rejected rows, within one transaction. */
final class ImportRuns {
    private static final int BATCH = 1_000;

    private final Handle handle;
    private final List<Rejected> waiting = new ArrayList<>();

    private record Rejected(long run, long row, RejectedRow why, String raw) {}

    /** @param runKey as {@code import --undo} will name it */
    record Earlier(long runKey, Instant finishedAt, String fileName, long rowsKept) {}

    ImportRuns(Handle handle) {
        this.handle = handle;
    }

    /** The run that brought the same bytes as the same kind of file. */
    Optional<Earlier> find(String sha256, FileKind kind) {
        return handle.createQuery("SELECT run_key, finished_at, file_name, rows_kept FROM import_run WHERE sha256 = ? AND kind = ?")
                .bind(0, sha256).bind(1, kind.word())
                .map((row, context) -> new Earlier(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getLong(4)))
                .findOne();
    }

    /** @return the run's key */
    long begin(ImportPlan plan, Map<String, String> columns, String source, Instant startedAt) {
        return handle.createQuery("""
                INSERT INTO import_run (started_at, finished_at, file_name, sha256, kind, source, mapping, report, rows_read, rows_kept,
                  rows_rejected)
                VALUES (:started, '', :file, :sha256, :kind, :source, :mapping, '{}', 0, 0, 0) RETURNING run_key""")
                .bind("started", startedAt.toString()).bind("file", plan.file().name()).bind("sha256", plan.file().sha256())
                .bind("kind", plan.kind().word()).bind("source", source).bind("mapping", json(columns)).mapTo(long.class).one();
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
