package org.salesconsultant.channels.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;

/**
 * A finding's table as RFC 4180 CSV: figures exact and without separators, rates as fractions, dates ISO. A text that a
 * spreadsheet would run as a formula is led by an apostrophe (OWASP, "CSV Injection").
 */
public final class FindingCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private FindingCsv() {}

    public static String of(Finding finding) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(finding.columns().stream().map(FindingCsv::heading).toList());
            finding.rows().forEach(row -> csv.writeRecord(row.stream().map(FindingCsv::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What the file may be called, without its ending: letters and digits of the title. */
    public static String fileName(Finding finding) {
        var plain = finding.title().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "finding" : plain;
    }

    private static String heading(Finding.Column column) {
        var unit = column.type() == Finding.Type.MONEY ? column.unit() : null;
        return harmless(unit == null ? column.name() : column.name() + " (" + unit + ")");
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> harmless(text);
            case BigDecimal number -> number.toPlainString();
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
