package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.kinds.FeeRules;
import org.salesconsultant.warehouse.imports.kinds.Figure;
import org.salesconsultant.warehouse.imports.kinds.Load;
import org.salesconsultant.warehouse.imports.kinds.RowKind;
import org.salesconsultant.warehouse.imports.kinds.RowKinds;

/**
 * Brings exports into a warehouse: each table in one transaction, all of it or nothing. Every row ends up in the star or as a
 * rejected row with its reason; a file that came in before is recognised by its bytes and changes nothing.
 */
public final class Imports {
    private static final double NANOS = 1e9;

    private final Home home;
    private final Warehouse warehouse;
    private final CellWords words;
    private final FeeRules fees;

    /** How an import ended. */
    public sealed interface Result {
        /** The file is in the warehouse now. */
        record Imported(long run, ImportReport report) implements Result {}

        /** It was there already. */
        record KnownAlready(long run, Instant importedAt, String fileName) implements Result {}
    }

    private final @Nullable Embedder embedder;

    /** Understands headers by known words alone. @throws UserError when a file in {@code config/} is broken */
    public Imports(Home home, Warehouse warehouse) {
        this(home, warehouse, null);
    }

    /**
     * @param embedder asked about headers that are not known; null: nobody is
     * @throws UserError when a file in {@code config/} is broken
     */
    public Imports(Home home, Warehouse warehouse, @Nullable Embedder embedder) {
        this.home = home;
        this.warehouse = warehouse;
        this.embedder = embedder;
        this.words = CellWords.of(home);
        this.fees = FeeRules.of(home);
    }

    /**
     * How the tables of a file would be taken in.
     *
     * @param mapping name of a written mapping, null for none
     * @param as the kind a person says it is, null where it is to be found out
     * @throws UserError as {@link ImportPlan#of}
     */
    public List<ImportPlan> plan(Path file, @Nullable String mapping, @Nullable FileKind as) {
        return ImportPlan.of(home, file, mapping, as, embedder);
    }

    /**
     * Imports a table as planned.
     *
     * @param source order numbers are unique within it
     * @param currency of all its amounts; null: as the warehouse has it, or unknown
     * @param progress told how much of the file has been read
     * @throws UserError when no row can be read or the warehouse is in another currency; nothing has changed then
     */
    public Result run(ImportPlan plan, String source, @Nullable Currency currency, LongConsumer progress) {
        try {
            return warehouse.database().write(handle -> run(handle, plan, source, currency, progress));
        } catch (SQLException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "The warehouse could not be written: " + e.getMessage() + ". Nothing was imported.",
                    "Check the free space in the data directory and import again.");
        }
    }

    private Result run(Handle handle, ImportPlan plan, String source, @Nullable Currency currency, LongConsumer progress) throws SQLException {
        var started = Instant.now();
        var runs = new ImportRuns(handle);
        var earlier = runs.find(plan.file().sha256(), plan.kind());
        if (earlier.isPresent()) {
            return new Result.KnownAlready(earlier.get().runKey(), earlier.get().finishedAt(), earlier.get().fileName());
        }
        requireOneCurrency(warehouse.state(handle).currency(), currency);
        long run = runs.begin(plan, columns(plan), source, started);
        var kind = RowKinds.of(plan.kind(), new Load(source, run, fees));
        var tally = new Tally();
        try (var star = new StarWriter(handle, run, null)) {
            load(plan, kind, star, runs, run, tally, progress);
            requireRows(plan, tally);
            star.finish(currency == null ? null : currency.getCurrencyCode(), null, fees::isFeeName);
        }
        var report = report(handle, plan, source, run, kind, tally, Duration.between(started, Instant.now()));
        runs.end(run, report, Instant.now());
        return new Result.Imported(run, report);
    }

    private <R> void load(ImportPlan plan, RowKind<R> kind, StarWriter star, ImportRuns runs, long run, Tally tally, LongConsumer progress)
            throws SQLException {
        var cells = new Cells(plan.recognition().columns(), plan.recognition().formats(), words);
        plan.file().<SQLException>read(progress, (number, row) -> {
            try {
                kind.write(star, kind.read(cells.at(number, row)));
                tally.keep(row);
            } catch (RejectedRow e) {
                runs.reject(run, number, e, row);
                tally.reject(e.code());
            }
            return true;
        });
    }

    private static ImportReport report(Handle handle, ImportPlan plan, String source, long run, RowKind<?> kind, Tally tally, Duration time) {
        List<Figure> figures = new ArrayList<>(kind.figures(handle, run));
        figures.add(new Figure("Kept, and worth a look", "possible repeats", tally.repeats()));
        return new ImportReport(plan.file().name(), plan.kind(), source, columns(plan), plan.formats(), tally.rows(), figures,
                plan.recognition().doubts(), time.toNanos() / NANOS);
    }

    private static Map<String, String> columns(ImportPlan plan) {
        Map<String, String> columns = new LinkedHashMap<>();
        plan.recognition().recognised().forEach(column -> columns.merge(column.field().name().toLowerCase(java.util.Locale.ROOT), column.header(),
                (one, more) -> one + " + " + more));
        return columns;
    }

    private static void requireOneCurrency(@Nullable String standing, @Nullable Currency wanted) {
        if (standing != null && wanted != null && !standing.equals(wanted.getCurrencyCode())) {
            throw new UserError(UserError.Category.CONFLICT, "The warehouse is in " + standing + " and holds one currency only, not "
                    + wanted.getCurrencyCode() + " too.", "Import into another folder with --data, or convert the file first.");
        }
    }

    private static void requireRows(ImportPlan plan, Tally tally) {
        if (tally.rows().kept() == 0) {
            throw new UserError(UserError.Category.BAD_FILE, "None of the " + tally.rows().read() + " rows of " + plan.file().name()
                    + " could be read (" + counts(tally.rows().rejectedByReason()) + "). Nothing was imported.",
                    "Check the columns it was read with, and correct them with a mapping (--mapping NAME).");
        }
    }

    private static String counts(Map<String, Long> byReason) {
        return String.join(", ", byReason.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList());
    }
}
