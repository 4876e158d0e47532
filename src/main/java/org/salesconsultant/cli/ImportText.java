package org.salesconsultant.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.ImportReport;
import org.salesconsultant.warehouse.imports.OrderImport.Result;

/** Plans and reports of imports as aligned text. */
final class ImportText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LONGEST_EXAMPLE = 28;

    private ImportText() {}

    static String plan(ImportPlan plan) {
        var lines = new ArrayList<String>();
        lines.add(plan.path() + " is read so (" + plan.formats() + "):");
        int fieldWidth = plan.columns().stream().mapToInt(column -> column.field().label().length()).max().orElse(0);
        int headerWidth = plan.columns().stream().mapToInt(column -> column.header().length()).max().orElse(0);
        for (var column : plan.columns()) {
            lines.add("  " + padded(column.field().label(), fieldWidth) + "  " + padded(column.header(), headerWidth) + "  "
                    + String.join(", ", column.examples().stream().map(ImportText::shortened).toList()));
        }
        if (!plan.ignored().isEmpty()) {
            lines.add("  not read: " + String.join(", ", plan.ignored()));
        }
        plan.doubts().forEach(doubt -> lines.add("  " + doubt));
        return String.join(System.lineSeparator(), lines);
    }

    static String report(ImportReport report, @Nullable Currency currency) {
        var lines = new Lines();
        lines.head(report.file());
        lines.add("rows read", report.rows().read());
        lines.add("rows kept", report.rows().kept());
        lines.add("rows rejected", report.rows().rejected());
        report.rows().rejectedByReason().forEach((reason, count) -> lines.add("  " + reason.replace('_', ' '), count));
        lines.head("Lines kept");
        lines.add("sale lines", report.lines().sale());
        lines.add("return lines", report.lines().returned());
        lines.add("adjustment lines", report.lines().adjustment());
        lines.add("of all: fee lines", report.lines().fee());
        lines.add("of all: cancellation lines", report.lines().cancellation());
        lines.head("Seen in the file");
        lines.add("order numbers", report.seen().orderNumbers());
        lines.add("known customers", report.seen().knownCustomers());
        lines.add("countries", report.seen().countries());
        lines.add("product codes", report.seen().productCodes());
        lines.add("total revenue" + (currency == null ? "" : ", " + currency.getCurrencyCode()), money(report.totalRevenue()));
        lines.add("first date", String.valueOf(report.firstDate()));
        lines.add("last date", String.valueOf(report.lastDate()));
        lines.head("Kept, and worth a look");
        lines.add("possible repeats", report.doubts().repeats());
        lines.add("lines without a customer", report.doubts().withoutCustomer());
        lines.add("lines with a price of 0", report.doubts().zeroPrices());
        lines.add("product codes with several descriptions", report.doubts().codesWithSeveralDescriptions());
        lines.add("order numbers imported before", report.doubts().orderNumbersImportedBefore());
        var text = new StringBuilder(lines.aligned());
        report.doubts().readings().forEach(reading -> text.append(System.lineSeparator()).append(reading));
        return text.append(System.lineSeparator()).append(String.format(Locale.ROOT, "Imported in %.1f seconds.", report.seconds())).toString();
    }

    static String knownAlready(ImportPlan plan, Result.KnownAlready known) {
        return plan.path() + " was imported already, on " + MOMENT.format(known.importedAt().atZone(ZoneId.systemDefault()))
                + (String.valueOf(plan.path().getFileName()).equals(known.fileName()) ? "" : " as " + known.fileName()) + ". Nothing has changed.";
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static String shortened(String example) {
        return example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE - 1) + "…";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Labels on the left, figures right-aligned. */
    private static final class Lines {
        private final List<List<String>> lines = new ArrayList<>();

        void head(String text) {
            lines.add(List.of(text));
        }

        void add(String label, long count) {
            add(label, String.format(Locale.ROOT, "%,d", count));
        }

        void add(String label, String value) {
            lines.add(List.of("  " + label, value));
        }

        String aligned() {
            var figures = lines.stream().filter(line -> line.size() > 1).toList();
            int labelWidth = figures.stream().mapToInt(line -> line.getFirst().length()).max().orElse(0);
            int figureWidth = figures.stream().mapToInt(line -> line.getLast().length()).max().orElse(0);
            return String.join(System.lineSeparator(), lines.stream().map(line -> line.size() == 1 ? line.getFirst()
                    : padded(line.getFirst(), labelWidth) + "  " + " ".repeat(figureWidth - line.getLast().length()) + line.getLast()).toList());
        }
    }
}
