package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;

/** The record of import runs and rejected rows, within one transaction. */
final class ImportRuns {
    private static final int BATCH = 1_000;
    private static final int DECIMALS = 4;

    private final Handle handle;
    private final List<Rejected> waiting = new ArrayList<>();

    private record Rejected(long run, long row, RejectedRow why, String raw) {}

    /** @param runKey as {@code import --undo} will name it */
    record Earlier(long runKey, Instant finishedAt, String fileName, long rowsKept) {}

    /** What the star says of one run. */
    record Facts(long orderNumbers, long customers, long countries, long products, long feeLines, long severalDescriptions,
                 long numbersBefore, BigDecimal revenue, @Nullable LocalDate firstDate, @Nullable LocalDate lastDate) {}

    ImportRuns(Handle handle) {
        this.handle = handle;
    }

    /** The run that brought the same bytes as the same kind of file. */
    Optional<Earlier> find(String sha256, String kind) {
        return handle.createQuery("SELECT run_key, finished_at, file_name, rows_kept FROM import_run WHERE sha256 = ? AND kind = ?")
                .bind(0, sha256).bind(1, kind)
                .map((row, context) -> new Earlier(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3), row.getLong(4)))
                .findOne();
    }

    /** @return the run's key */
    long begin(ImportPlan plan, String kind, String source, Instant startedAt) {
        return handle.createQuery("""
                INSERT INTO import_run (started_at, finished_at, file_name, sha256, kind, source, mapping, report, rows_read, rows_kept,
                  rows_rejected)
                VALUES (:started, '', :file, :sha256, :kind, :source, :mapping, '{}', 0, 0, 0) RETURNING run_key""")
                .bind("started", startedAt.toString()).bind("file", String.valueOf(plan.path().getFileName())).bind("sha256", plan.sha256())
                .bind("kind", kind).bind("source", source).bind("mapping", json(plan.headers())).mapTo(long.class).one();
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

    Facts facts(long run) {
        return handle.createQuery("""
                SELECT count(DISTINCT number_key) AS numbers, count(DISTINCT customer_key) AS customers,
                  count(DISTINCT country_key) AS countries, coalesce(sum(revenue), 0) AS revenue,
                  (SELECT count(DISTINCT product_key) FROM line JOIN orders USING (order_key) WHERE run_key = :run) AS products,
                  (SELECT count(*) FROM line JOIN orders USING (order_key) WHERE run_key = :run AND fee = 1) AS fees,
                  (SELECT count(*) FROM (SELECT 1 FROM product_description GROUP BY product_key HAVING count(*) > 1)) AS several,
                  (SELECT count(DISTINCT new.number_key) FROM orders AS new JOIN orders AS old USING (source, number)
                   WHERE new.run_key = :run AND old.run_key <> new.run_key) AS before,
                  min(calendar.date) AS first, max(calendar.date) AS last
                FROM orders JOIN calendar USING (day) WHERE run_key = :run""").bind("run", run)
                .map((row, context) -> new Facts(row.getLong("numbers"), row.getLong("customers"), row.getLong("countries"),
                        row.getLong("products"), row.getLong("fees"), row.getLong("several"), row.getLong("before"),
                        BigDecimal.valueOf(row.getLong("revenue"), DECIMALS), date(row.getString("first")), date(row.getString("last"))))
                .one();
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

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
