package org.salesconsultant.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.ImportReport;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.imports.kinds.Figure;
import org.salesconsultant.warehouse.quality.DataQuality.Ground;

/** Plans and reports of imports as aligned text. */
final class ImportText {
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LONGEST_EXAMPLE = 28;

    private ImportText() {}

    static String plan(ImportPlan plan) {
        var recognition = plan.recognition();
        var lines = new ArrayList<String>();
        lines.add(plan.file().name() + " is read as " + plan.kind().label() + " (" + plan.formats() + "):");
        int fieldWidth = recognition.recognised().stream().mapToInt(column -> column.field().label().length()).max().orElse(0);
        int headerWidth = recognition.recognised().stream().mapToInt(column -> column.header().length()).max().orElse(0);
        for (var column : recognition.recognised()) {
            lines.add("  " + padded(column.field().label(), fieldWidth) + "  " + padded(column.header(), headerWidth) + "  "
                    + String.join(", ", column.examples().stream().map(ImportText::shortened).toList()) + (column.isQuestion() ? "  (is that so?)" : ""));
        }
        if (!recognition.columns().attributes().isEmpty()) {
            lines.add("  kept as attributes: " + String.join(", ", recognition.columns().attributes().stream().map(attribute -> attribute.name()).toList()));
        }
        if (!recognition.ignored().isEmpty()) {
            lines.add("  not read: " + String.join(", ", recognition.ignored()));
        }
        recognition.doubts().forEach(doubt -> lines.add("  " + doubt));
        if (!recognition.mapping().isEmpty()) {
            lines.add("  as config/import-mappings/" + recognition.mapping() + ".yaml says");
        }
        recognition.currency().ifPresent(currency -> lines.add("  amounts in " + currency.getCurrencyCode() + ": say so with --currency " + currency.getCurrencyCode()));
        return String.join(System.lineSeparator(), lines);
    }

    /** @param words of what can be asked */
    static String report(long run, ImportReport report, @Nullable Currency currency, Wording words) {
        var lines = new Lines();
        lines.head(report.file());
        lines.add("rows read", report.rows().read());
        lines.add("rows kept", report.rows().kept());
        lines.add("rows rejected", report.rows().rejected());
        report.rows().rejectedByReason().forEach((reason, count) -> lines.add("  " + reason.replace('_', ' '), count));
        report.figures().stream().map(Figure::group).distinct().forEach(group -> {
            lines.head(group);
            report.figures().stream().filter(figure -> figure.group().equals(group)).forEach(figure -> lines.add(
                    figure.label() + (figure.value() instanceof BigDecimal && currency != null ? ", " + currency.getCurrencyCode() : ""),
                    value(figure.value())));
        });
        var text = new StringBuilder(lines.aligned());
        quality(report).forEach(line -> text.append(System.lineSeparator()).append(line));
        asked(report, Ground.WHOLE, "Can be asked about with it: ", words).ifPresent(line -> text.append(System.lineSeparator()).append(line));
        asked(report, Ground.PART, "Of the rows that say it, not of all: ", words).ifPresent(line -> text.append(System.lineSeparator()).append(line));
        report.readings().forEach(reading -> text.append(System.lineSeparator()).append(reading));
        return text.append(System.lineSeparator()).append(String.format(Locale.ROOT, "Imported in %.1f seconds. To take it back: import --undo %d", report.seconds(), run)).toString();
    }

    /** A line for each column: the share of rows that can be used, and what is the matter with the others. */
    private static List<String> quality(ImportReport report) {
        var columns = report.quality();
        int width = columns.stream().mapToInt(column -> column.column().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        if (!columns.isEmpty()) {
            lines.add("Usable of each column");
        }
        for (var column : columns) {
            var remarks = Stream.of(remark(column.missing(), "missing"), remark(column.unreadable(), "unreadable"), remark(column.impossible(), "impossible"),
                    remark(column.unusual(), "unusual, kept")).flatMap(Optional::stream).toList();
            lines.add(("  " + padded(column.column(), width) + String.format(Locale.ROOT, "  %6.2f %%  ", 100 * column.share()) + String.join(", ", remarks)
                    + (column.example() == null ? "" : ", such as " + shortened(column.example()))).stripTrailing());
        }
        return lines;
    }

    private static Optional<String> remark(long rows, String what) {
        return rows == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%,d %s", rows, what));
    }

    private static Optional<String> asked(ImportReport report, Ground ground, String title, Wording words) {
        var about = report.grounds().stream().filter(each -> each.ground() == ground).map(each -> words.say(Language.ENGLISH, "use_" + each.check())).distinct().toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(title + String.join("; ", about));
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case BigDecimal amount -> money(amount);
            case Long count -> String.format(Locale.ROOT, "%,d", count);
            default -> value.toString();
        };
    }

    static String knownAlready(ImportPlan plan, Result.KnownAlready known) {
        return plan.file().name() + " was imported already, on " + MOMENT.format(known.importedAt().atZone(ZoneId.systemDefault()))
                + (plan.file().name().equals(known.fileName()) ? "" : " as " + known.fileName()) + ". Nothing has changed."
                + (known.heldBack() == 0 ? "" : " " + known.heldBack() + " rows of it are held back; to take them: import --replace " + plan.file().name());
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
