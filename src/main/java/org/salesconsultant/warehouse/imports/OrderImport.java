package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.Warehouse;

/**
 * Brings order-lines files into a warehouse: each file in one transaction, all of it or nothing. Every row ends up as a line or
 * as a rejected row with its reason; a file that came in before is recognised by its bytes and changes nothing.
 */
public final class OrderImport {
    private static final String KIND = "orders";
    private static final double NANOS = 1e9;

    private final Home home;
    private final Warehouse warehouse;
    private final ImportWords words;
    private final FeeRules fees;

    /** How an import ended. */
    public sealed interface Result {
        /** The file is in the warehouse now. */
        record Imported(long run, ImportReport report) implements Result {}

        /** It was there already. */
        record KnownAlready(long run, Instant importedAt, String fileName) implements Result {}
    }

    /** @throws UserError when a file in {@code config/} is broken */
    public OrderImport(Home home, Warehouse warehouse) {
        this.home = home;
        this.warehouse = warehouse;
        this.words = ImportWords.of(home);
        this.fees = FeeRules.of(home);
    }

    /** How the file would be read. @throws UserError as {@link ImportPlan#of} */
    public ImportPlan plan(Path file, @Nullable String mapping) {
        return ImportPlan.of(home, file, mapping);
    }

    /**
     * Imports a file as planned.
     *
     * @param source order numbers are unique within it
     * @param currency of all its amounts; null: as the warehouse has it, or unknown
     * @param progress told how many bytes of {@link ImportPlan#bytes} have been read
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
        var earlier = runs.find(plan.sha256(), KIND);
        if (earlier.isPresent()) {
            return new Result.KnownAlready(earlier.get().runKey(), earlier.get().finishedAt(), earlier.get().fileName());
        }
        requireOneCurrency(warehouse.state(handle).currency(), currency);
        long run = runs.begin(plan, KIND, source, started);
        var tally = new Tally();
        try (var star = new StarWriter(handle)) {
            var rows = plan.rows(words);
            plan.file().read(progress, (number, cells) -> {
                try {
                    var row = rows.read(cells);
                    write(star, row, source, run);
                    tally.keep(cells, row);
                } catch (RejectedRow e) {
                    runs.reject(run, number, e, cells);
                    tally.reject(e.code());
                }
                return true;
            });
            requireLines(plan, tally);
            star.finish(currency == null ? null : currency.getCurrencyCode(), null, fees::isFeeName);
        }
        var report = report(plan, source, tally, runs.facts(run), Duration.between(started, Instant.now()));
        runs.end(run, report, Instant.now());
        return new Result.Imported(run, report);
    }

    private void write(StarWriter star, OrderRow row, String source, long run) throws SQLException {
        Long customer = row.customerCode() == null ? null : (Long) star.customer(
                new NewCustomer(row.customerCode(), row.customerName(), null, null, null, null, null, null));
        Long country = row.country() == null ? null : (Long) star.country(row.country());
        Long region = row.region() == null ? null : (Long) star.region(row.region());
        Long rep = row.rep() == null ? null : (Long) star.rep(new NewRep(row.rep(), null, null));
        Long channel = row.channel() == null ? null : (Long) star.channel(row.channel());
        long product = star.product(new NewProduct(row.productCode(), null, row.category(), fees.isFeeCode(row.productCode()), row.unitCost(), null));
        var order = star.order(new NewOrder(source, row.number(), row.moment().date(), customer, country, region, rep, channel, null, run),
                row.moment().minute() < 0 ? null : (Integer) row.moment().minute());
        star.line(order, new NewLine(product, row.kind(), row.quantity(), row.unitPrice(), row.discount(), row.amount(), row.margin(),
                row.description()));
    }

    private static ImportReport report(ImportPlan plan, String source, Tally tally, ImportRuns.Facts facts, Duration time) {
        return new ImportReport(String.valueOf(plan.path().getFileName()), source, plan.headers(), plan.formats(),
                new ImportReport.Rows(tally.read(), tally.kept(), tally.rejected(), tally.rejectedByReason()),
                new ImportReport.Lines(tally.lines(Kind.SALE), tally.lines(Kind.RETURN),
                        tally.lines(Kind.ADJUSTMENT), facts.feeLines(), tally.cancellations()),
                new ImportReport.Seen(facts.orderNumbers(), facts.customers(), facts.countries(), facts.products()),
                new ImportReport.Doubts(tally.repeats(), tally.withoutCustomer(), tally.zeroPrices(), facts.severalDescriptions(),
                        facts.numbersBefore(), plan.doubts()),
                facts.revenue(), facts.firstDate(), facts.lastDate(), time.toNanos() / NANOS);
    }

    private static void requireOneCurrency(@Nullable String standing, @Nullable Currency wanted) {
        if (standing != null && wanted != null && !standing.equals(wanted.getCurrencyCode())) {
            throw new UserError(UserError.Category.CONFLICT, "The warehouse is in " + standing + " and holds one currency only, not "
                    + wanted.getCurrencyCode() + " too.", "Import into another folder with --data, or convert the file first.");
        }
    }

    private static void requireLines(ImportPlan plan, Tally tally) {
        if (tally.kept() == 0) {
            throw new UserError(UserError.Category.BAD_FILE, "None of the " + tally.read() + " rows of " + plan.path() + " could be read ("
                    + counts(tally.rejectedByReason()) + "). Nothing was imported.",
                    "Check the columns it was read with, and correct them with a mapping (--mapping NAME).");
        }
    }

    private static String counts(Map<String, Long> byReason) {
        return String.join(", ", byReason.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList());
    }
}
