package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Merging;
import org.salesconsultant.warehouse.Merging.Before;
import org.salesconsultant.warehouse.Merging.Pair;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** Customers that a person made one: each a run without a file, within one write transaction. */
final class Merges {
    private static final String FILE = "merge-";

    private final Handle handle;

    /** What stands in the run's record where other runs say how they read their file. */
    private record Record(Pair pair, Before before) {}

    Merges(Handle handle) {
        this.handle = handle;
    }

    /** @param numbers of open proposals @return the runs, one each @throws UserError when one is not open */
    List<RunRecord> take(List<Long> numbers, Predicate<String> feeByName) throws SQLException {
        var runs = new ArrayList<RunRecord>();
        for (long number : numbers) {
            var members = handle.createQuery("SELECT member_key, other_key FROM open_proposal WHERE proposal_key = ?").bind(0, number)
                    .map((row, context) -> new Pair(row.getLong(1), row.getLong(2))).findOne().orElseThrow(() -> new UserError(UserError.Category.NOT_FOUND,
                            "There is no open proposal " + number + ". Nothing was merged.", "See which there are with import --merges."));
            var merging = new Merging(handle);
            var pair = merging.direction(members.from(), members.to());
            long run = begin(pair, merging.before(pair));
            merging.merge(run, pair, feeByName);
            runs.add(RunRecord.find(handle, run).orElseThrow());
        }
        return runs;
    }

    private long begin(Pair pair, Before before) {
        var now = Instant.now().toString();
        return handle.createQuery("""
                INSERT INTO import_run (run_key, started_at, finished_at, file_name, sha256, kind, source, mapping, report, rows_read, rows_kept, rows_rejected)
                SELECT 1 + max(coalesce((SELECT max(run_key) FROM import_run), 0), coalesce((SELECT max(run_key) FROM undone_run), 0)), :now, :now,
                  'merge of "' || coalesce(gone.name, gone.code) || '" (' || gone.code || ') into "' || coalesce(kept.name, kept.code) || '" (' || kept.code || ')',
                  :print, :kind, '', :mapping, '{}', 0, 0, 0
                FROM customer AS gone, customer AS kept WHERE gone.customer_key = :from AND kept.customer_key = :to RETURNING run_key""")
                .bind("now", now).bind("print", FILE + pair.from() + "-" + pair.to()).bind("kind", FileKind.CUSTOMERS.word()).bind("mapping", json(new Record(pair, before)))
                .bind("from", pair.from()).bind("to", pair.to()).mapTo(long.class).one();
    }

    /** Whether a run is a merge. */
    static boolean isMerge(RunRecord run) {
        return record(run).isPresent();
    }

    /** Call it after what a run did was taken back. */
    void apart(RunRecord run) {
        record(run).ifPresent(record -> new Merging(handle).apart(record.pair(), record.before()));
    }

    private static Optional<Record> record(RunRecord run) {
        try {
            return Json.MAPPER.readTree(run.mapping()).has("pair") ? Optional.of(Json.MAPPER.readValue(run.mapping(), Record.class)) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Record record) {
        try {
            return Json.MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
