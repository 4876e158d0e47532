package org.salesconsultant.warehouse.imports;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.TakingBack;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.files.JdbcTable;
import org.salesconsultant.warehouse.imports.kinds.FeeRules;
import org.salesconsultant.warehouse.imports.kinds.Load;
import org.salesconsultant.warehouse.imports.kinds.RowKinds;
import org.salesconsultant.warehouse.imports.recognition.MappingText;

/**
 * Brings exports into a warehouse: each table in one transaction, all of it or nothing. Every row ends up in the star or as a
 * rejected row with its reason; a file that came in before is recognised by its bytes and changes nothing; a run can be taken
 * back. One import at a time: others wait for their turn.
 */
public final class Imports {
    private final Home home;
    private final Warehouse warehouse;
    private final CellWords words;
    private final FeeRules fees;
    private final @Nullable Embedder embedder;

    /** How an import ended. */
    public sealed interface Result {
        /** The file is in the warehouse now. */
        record Imported(long run, ImportReport report) implements Result {}

        /** It was there already. @param heldBack rows of orders that still are held back */
        record KnownAlready(long run, Instant importedAt, String fileName, long heldBack) implements Result {}
    }

    /** Is told how an import goes. */
    public interface Watcher {
        /** So much of the file has been read. */
        void read(long bytes);

        /** Another import is under way; this one waits for its end. */
        default void waiting() {}

        /** Only told when it has to wait. */
        static Watcher waiting(Runnable waiting) {
            return new Watcher() {
                @Override
                public void read(long bytes) {}

                @Override
                public void waiting() {
                    waiting.run();
                }
            };
        }
    }

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
        return ImportPlan.of(home, warehouse, file, mapping, as, embedder);
    }

    /**
     * How the answer to a query of another database would be taken in. The query runs now, once.
     *
     * @param url as JDBC writes it, with whatever login it needs
     * @throws UserError when the database cannot be reached, the query fails, or its columns are not understood; it names no password
     */
    public ImportPlan plan(String url, String sql, @Nullable String mapping, @Nullable FileKind as) {
        return ImportPlan.of(home, warehouse, JdbcTable.open(url, sql), mapping, as, embedder);
    }

    /**
     * Refuses what nobody is there to be asked about. What a standing import has answered is not asked again: that of a file with the
     * same header, read in the same way.
     *
     * @throws UserError with all that is open
     */
    public void requireSettled(ImportPlan plan) {
        var open = plan.recognition().open();
        if (!open.isEmpty() && !warehouse.database().read(handle -> RunRecord.hasRead(handle, plan.kind(), plan.howRead()))) {
            throw new UserError(UserError.Category.BAD_FILE, plan.file().name() + " leaves something open. " + String.join(" ", open),
                    "If it was read right, import this one by hand, and files like it come in by themselves from then on; else write a mapping with a signature.");
        }
    }

    /** As {@link #run(ImportPlan, Terms, Watcher)}, where orders with fewer lines than stand are held back. */
    public Result run(ImportPlan plan, String source, @Nullable Currency currency, LongConsumer progress) {
        return run(plan, new Terms(source, currency, false), progress::accept);
    }

    /**
     * Writes a plan down as {@code config/import-mappings/NAME.yaml}, to be edited and named the next time.
     *
     * @return the file's name
     * @throws UserError when the name is none, is taken, or the file has no headers to name
     */
    public String saveMapping(ImportPlan plan, String name) {
        if (!plan.file().hasHeader()) {
            throw new UserError(UserError.Category.BAD_FILE, plan.file().name() + " has no header, and a mapping names columns by their headers.", "Write a header above its first row.");
        }
        if (!name.matches("[\\w-]{1,60}")) {
            throw new UserError(UserError.Category.BAD_INPUT, "\"" + name + "\" is no name for a mapping.", "Use letters, digits, - and _, e.g. our-erp.");
        }
        var file = "config/import-mappings/" + name + ".yaml";
        home.create(file, MappingText.of(plan.recognition(), plan.file().name()));
        return file;
    }

    /**
     * Imports a table as planned.
     *
     * @throws UserError when no row can be read or the warehouse is in another currency; nothing has changed then
     */
    public Result run(ImportPlan plan, Terms terms, Watcher watcher) {
        return write(watcher, "Nothing was imported.", handle -> run(handle, plan, terms, watcher));
    }

    private Result run(Handle handle, ImportPlan plan, Terms terms, Watcher watcher) throws SQLException {
        var known = RunRecord.find(handle, plan.file().sha256(), plan.kind());
        if (known.isPresent()) {
            var earlier = known.get();
            if (!terms.replace() || earlier.heldBack() == 0) {
                return new Result.KnownAlready(earlier.run(), earlier.finishedAt(), earlier.fileName(), earlier.heldBack());
            }
            return load(handle, new ImportPlan(new HeldRows(plan.file(), earlier.run()), plan.recognition(), earlier.run()), terms, earlier.source(), watcher, true);
        }
        var mends = plan.mends();
        var source = mends == null ? source(plan, terms) : RunRecord.find(handle, mends).orElseThrow(() -> RunRecord.unknown(mends)).source();
        return load(handle, plan, terms, source, watcher, false);
    }

    private Result load(Handle handle, ImportPlan plan, Terms terms, String source, Watcher watcher, boolean heldOnly) throws SQLException {
        var started = Instant.now();
        var currency = terms.currency() == null ? plan.recognition().currency().orElse(null) : terms.currency();
        requireOneCurrency(warehouse.state(handle).currency(), currency);
        long run = new ImportRuns(handle).begin(plan, source, started);
        var kind = RowKinds.of(plan.kind(), new Load(source, run, fees, plan.file().name()));
        try (var load = new ImportLoad<>(handle, plan, kind, run, source, terms.replace(), heldOnly)) {
            return new Result.Imported(run, load.run(currency, words, fees, started, watcher::read));
        }
    }

    private static String source(ImportPlan plan, Terms terms) {
        return terms.source() == null ? plan.recognition().source().orElse(Terms.FILE) : terms.source();
    }

    /** Customers that may be one, the likeliest first. */
    public List<Proposal> proposals() {
        return warehouse.database().read(Proposal::open);
    }

    /**
     * Makes one customer of each of these pairs. Later files that name the one that is gone mean the other.
     *
     * @param numbers of open proposals
     * @return a run for each, which can be taken back
     * @throws UserError when one of them is not open; none is taken then
     */
    public List<RunRecord> merge(List<Long> numbers, Runnable waiting) {
        return write(Watcher.waiting(waiting), "Nothing was merged.", handle -> new Merges(handle).take(numbers, fees::isFeeName));
    }

    /**
     * Takes a merge back: the two are two again, and so are their orders.
     *
     * @throws UserError when the run is no merge
     */
    public RunRecord unmerge(long run, Runnable waiting) {
        if (runs().stream().noneMatch(record -> record.run() == run && Merges.isMerge(record))) {
            throw new UserError(UserError.Category.NOT_FOUND, "There is no merge " + run + ".", "Merges stand in import --list, under customers.");
        }
        return takeBack(run, waiting);
    }

    /** The runs that stand, the oldest first. */
    public List<RunRecord> runs() {
        return warehouse.database().read(RunRecord::all);
    }

    /**
     * Takes a run back: what it brought goes, what it had replaced stands again, and its file can come in again.
     *
     * @return what was taken back
     * @throws UserError when there is no such run, or another one brought rows of it that had been mended
     */
    public RunRecord takeBack(long run, Runnable waiting) {
        return write(Watcher.waiting(waiting), "Nothing was taken back.", handle -> takeBack(handle, run));
    }

    private RunRecord takeBack(Handle handle, long run) throws SQLException {
        var record = RunRecord.find(handle, run).orElseThrow(() -> RunRecord.unknown(run));
        handle.createQuery("SELECT max(run_key) FROM import_run WHERE mends = ?").bind(0, run).mapTo(Long.class).findOne().filter(Objects::nonNull)
                .ifPresent(later -> {
                    throw new UserError(UserError.Category.CONFLICT, "Import " + later + " brought rows that import " + run + " had rejected.",
                            "Take that back first: import --undo " + later + ".");
                });
        new TakingBack(handle).run(run, fees::isFeeName);
        handle.execute("UPDATE rejected_row SET mended_by = NULL WHERE mended_by = ?", run);
        handle.execute("DELETE FROM rejected_row WHERE run_key = ?", run);
        handle.execute("""
                INSERT INTO undone_run (run_key, undone_at, file_name, sha256, kind, source, report)
                SELECT run_key, ?, file_name, sha256, kind, source, report FROM import_run WHERE run_key = ?""", Instant.now().toString(), run);
        handle.execute("DELETE FROM import_run WHERE run_key = ?", run);
        new Merges(handle).apart(record);
        return record;
    }

    /**
     * Writes the rejected rows of a run that are still out as CSV: mended, it can be imported.
     *
     * @return how many there were
     * @throws UserError when there is no such run
     */
    public long writeRejected(long run, Writer out) throws IOException {
        return warehouse.database().read(handle -> RejectedRows.write(handle, run,
                RunRecord.find(handle, run).orElseThrow(() -> RunRecord.unknown(run)).howRead(), out));
    }

    private <T> T write(Watcher watcher, String consequence, HandleCallback<T, SQLException> change) {
        return ImportQueue.inTurn(warehouse.database().file(), watcher::waiting, () -> {
            try {
                var result = warehouse.database().write(change);
                warehouse.database().shortenLog();
                return result;
            } catch (SQLException | JdbiException e) {
                throw new UserError(UserError.Category.UNAVAILABLE, "The warehouse could not be written: " + WriteFailure.reason(e) + ". " + consequence,
                        "Check the free space in the data directory and that no other program holds the warehouse, then try again.");
            }
        });
    }

    private static void requireOneCurrency(@Nullable String standing, @Nullable Currency wanted) {
        if (standing != null && wanted != null && !standing.equals(wanted.getCurrencyCode())) {
            throw new UserError(UserError.Category.CONFLICT, "The warehouse is in " + standing + " and holds one currency only, not "
                    + wanted.getCurrencyCode() + " too.", "Import into another folder with --data, or convert the file first.");
        }
    }
}
