package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/**
 * One import run that stands, as it was recorded.
 *
 * @param run as {@code import --undo} names it
 * @param read rows of the file
 * @param rejected rows that are still out, those held back among them
 * @param heldBack rows of orders that had fewer lines than the copies that stood
 * @param mends the run whose rejected rows it brought
 */
public record RunRecord(long run, Instant finishedAt, String fileName, FileKind kind, String source, long read, long kept, long rejected,
                        long heldBack, @Nullable Long mends, String mapping) {
    private static final String SELECT = """
            SELECT run_key, finished_at, file_name, kind, source, rows_read, rows_kept, mends, mapping,
              (SELECT count(*) FROM rejected_row WHERE rejected_row.run_key = import_run.run_key AND mended_by IS NULL) AS rejected,
              (SELECT count(*) FROM rejected_row WHERE rejected_row.run_key = import_run.run_key AND mended_by IS NULL AND code = 'held_back') AS held
            FROM import_run WHERE\s""";

    static Optional<RunRecord> find(Handle handle, long run) {
        return handle.createQuery(SELECT + "run_key = ?").bind(0, run).map((row, context) -> of(row)).findOne();
    }

    /** The run that brought the same bytes as the same kind of file. */
    static Optional<RunRecord> find(Handle handle, String sha256, FileKind kind) {
        return handle.createQuery(SELECT + "sha256 = ? AND kind = ?").bind(0, sha256).bind(1, kind.word()).map((row, context) -> of(row)).findOne();
    }

    /** All, the oldest first. */
    static List<RunRecord> all(Handle handle) {
        return handle.createQuery(SELECT + "true ORDER BY run_key").map((row, context) -> of(row)).list();
    }

    /** Whether a run that stands read a file in this very way, whatever rows it had. */
    static boolean hasRead(Handle handle, FileKind kind, HowRead howRead) {
        return handle.createQuery(SELECT + "kind = ? AND mends IS NULL AND mapping ->> '$.header' IS NOT NULL").bind(0, kind.word())
                .map((row, context) -> of(row)).stream().anyMatch(run -> run.howRead().equals(howRead));
    }

    static UserError unknown(long run) {
        return new UserError(UserError.Category.NOT_FOUND, "There is no import " + run + ".", "See which there are with import --list.");
    }

    /** @throws UserError when it was made by a version that did not write that down */
    HowRead howRead() {
        try {
            return Json.MAPPER.readValue(mapping, HowRead.class);
        } catch (JsonProcessingException e) {
            throw new UserError(UserError.Category.CONFLICT, "Import " + run + " does not say how its file was read.",
                    "Take it back with import --undo " + run + ", mend the file itself and import it again.");
        }
    }

    private static RunRecord of(ResultSet row) throws SQLException {
        return new RunRecord(row.getLong("run_key"), Instant.parse(row.getString("finished_at")), row.getString("file_name"),
                FileKind.of(row.getString("kind")).orElseThrow(), row.getString("source"), row.getLong("rows_read"), row.getLong("rows_kept"),
                row.getLong("rejected"), row.getLong("held"), row.getObject("mends") == null ? null : (Long) row.getLong("mends"), row.getString("mapping"));
    }
}
