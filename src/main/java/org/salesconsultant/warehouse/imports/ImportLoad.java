package org.salesconsultant.warehouse.imports;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.RowStream.Row;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.kinds.FeeRules;
import org.salesconsultant.warehouse.imports.kinds.Figure;
import org.salesconsultant.warehouse.imports.kinds.RowKind;
import org.salesconsultant.warehouse.quality.ImportedGround;

/**
 * One table on its way into the star, within one write transaction.
 *
 * @param <R> a row that could be read
 */
final class ImportLoad<R> implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final String OVERLAP = "Orders that stood already";
    private static final long SAMPLED = 1_000;

    private final Handle handle;
    private final ImportPlan plan;
    private final RowKind<R> kind;
    private final long run;
    private final String source;
    private final ImportRuns runs;
    private final Overlap overlap;
    private final @Nullable OpenRows open;
    private final boolean heldOnly;
    private final Tally tally = new Tally();
    private List<ColumnTally> columns = List.of();

    /** @param heldOnly of the rows of a file that is known already only those held back come in now, as the plan's run's */
    ImportLoad(Handle handle, ImportPlan plan, RowKind<R> kind, long run, String source, boolean replace, boolean heldOnly)
            throws SQLException {
        this.handle = handle;
        this.plan = plan;
        this.kind = kind;
        this.run = run;
        this.source = source;
        this.heldOnly = heldOnly;
        runs = new ImportRuns(handle);
        overlap = new Overlap(handle, source, replace, plan.mends());
        open = plan.mends() == null ? null : new OpenRows(handle, plan.mends(), heldOnly);
    }

    ImportReport run(@Nullable Currency currency, CellWords words, FeeRules fees, Instant started, LongConsumer progress) throws SQLException {
        if (overlap.isPossible()) {
            RowStream.forEach(plan, cells(words), List.of(), kind, any -> {}, row -> {
                if (row.read() != null && why(row, false) == null) {
                    overlap.count(kind.orderNumber(row.read()));
                }
            });
            overlap.decide();
        }
        columns = heldOnly ? List.of() : ColumnTally.of(plan, words);
        long replacedBefore = number("SELECT coalesce(max(rowid), 0) FROM replaced_orders");
        long repeats;
        try (var star = new StarWriter(handle, run, plan.mends()); var beside = Executors.newSingleThreadExecutor()) {
            RowStream.forEach(plan, cells(words), columns, kind, progress, row -> take(star, row));
            requireRows();
            var counting = CompletableFuture.supplyAsync(tally::repeats, beside);
            star.finish(currency == null ? null : currency.getCurrencyCode(), null, fees::isFeeName);
            repeats = counting.join();
        }
        var report = report(replacedBefore, repeats, Duration.between(started, Instant.now()));
        runs.end(run, report, Instant.now());
        return report;
    }

    private Cells cells(CellWords words) {
        return new Cells(plan.recognition().columns(), plan.recognition().formats(), words);
    }

    private void take(StarWriter star, Row<R> row) throws SQLException {
        var why = why(row, true);
        if (why != null) {
            if (open == null) {
                runs.reject(run, row.number(), why, row.cells());
            }
            if (!heldOnly) {
                tally.reject(why.code());
            }
        } else if (row.read() != null) {
            kind.write(star, row.read());
            tally.keep(row.print());
            if (open != null) {
                open.bring(row.number(), run);
            }
        }
    }

    /** Why a row does not come in, null when it does. */
    private @Nullable RejectedRow why(Row<R> row, boolean decided) throws SQLException {
        try {
            if (open != null) {
                open.check(row.number());
            }
            if (decided && row.read() != null) {
                overlap.check(kind.orderNumber(row.read()));
            }
            return row.rejected();
        } catch (RejectedRow e) {
            return e;
        }
    }

    private void requireRows() {
        var rows = tally.rows();
        if (rows.kept() == 0) {
            throw new UserError(UserError.Category.BAD_FILE, "None of the " + rows.read() + " rows of " + plan.file().name()
                    + " could be taken (" + counts(rows.rejectedByReason()) + "). Nothing was imported.", overlap.heldBack() > 0
                    ? "All have fewer lines than the orders that stand; to take them write import --replace."
                    : "Check the columns it was read with, and correct them with a mapping (--mapping NAME).");
        }
    }

    private ImportReport report(long replacedBefore, long repeats, Duration time) {
        List<Figure> figures = new ArrayList<>(kind.figures(handle, run));
        figures.add(new Figure("Kept, and worth a look", "possible repeats", repeats));
        List<String> readings = new ArrayList<>(plan.recognition().doubts());
        long replaced = number("SELECT count(DISTINCT number_key) FROM replaced_orders WHERE rowid > " + replacedBefore);
        long held = overlap.heldBack();
        if (replaced + held > 0) {
            figures.add(new Figure(OVERLAP, "replaced by their newer copies", replaced));
            figures.add(new Figure(OVERLAP, "held back, with fewer lines than stand", held));
        }
        if (held > 0) {
            readings.add(held + (held == 1 ? " order has" : " orders have") + " fewer lines in this file than in the copies that stand, which still count."
                    + " If the file is right, take them with: import --replace " + plan.file().name());
        }
        if (replaced > 0 && strangers(replacedBefore)) {
            readings.add("Most of the replaced orders have nothing in common with their newer copies. If the file is from another system with the same"
                    + " order numbers, take it back with import --undo " + run + " and import it with --source NAME.");
        }
        return new ImportReport(plan.file().name(), plan.kind(), source, columns(), plan.formats(), tally.rows(), figures, List.copyOf(readings),
                columns.stream().map(ColumnTally::quality).toList(), grounds(), time.toNanos() / NANOS);
    }

    /** Whether over half of the replaced orders share neither day, customer nor product with the copies that stand now. */
    private boolean strangers(long replacedBefore) {
        return handle.createQuery("""
                SELECT 2 * sum(strange) > count(*) FROM (
                  SELECT NOT EXISTS (SELECT 1 FROM orders AS now WHERE now.source = was.source AND now.number = was.number
                      AND (now.day = was.day OR now.customer_key = was.customer_key))
                    AND NOT EXISTS (SELECT 1 FROM replaced_line AS old, orders AS now JOIN line USING (order_key)
                      WHERE old.order_key = was.order_key AND now.source = was.source AND now.number = was.number AND old.product_key = line.product_key)
                    AS strange
                  FROM replaced_orders AS was WHERE was.rowid > :before LIMIT :sampled)""").bind("before", replacedBefore).bind("sampled", SAMPLED)
                .mapTo(boolean.class).one();
    }

    private List<ImportedGround> grounds() {
        var usable = columns.stream().collect(Collectors.toMap(ColumnTally::field, column -> column.quality().share(), Math::max));
        return ImportedGround.of(plan.kind(), usable);
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        plan.recognition().recognised().forEach(column -> columns.merge(column.field().name().toLowerCase(Locale.ROOT), column.header(),
                (one, more) -> one + " + " + more));
        return columns;
    }

    private long number(String query) {
        return handle.createQuery(query).mapTo(long.class).one();
    }

    private static String counts(Map<String, Long> byReason) {
        return String.join(", ", byReason.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList());
    }

    @Override
    public void close() throws SQLException {
        tally.close();
        overlap.close();
        if (open != null) {
            open.close();
        }
    }
}
