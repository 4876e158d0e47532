package org.salesconsultant.warehouse.imports.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salesconsultant.sales.UserError;

/** Finds out how a delimited text is written and which tables it holds. */
final class DelimitedFile {
    private DelimitedFile() {}

    /** @throws UserError when it holds none, or a line that is too long */
    static List<TableFile> tables(TextFile text, Writing writing) {
        if (text.longestLine() > Records.LONGEST) {
            throw tooLong(text.file());
        }
        var dialect = writing.dialect().orElseGet(() -> DialectSearch.find(text.sample(), text.whole()));
        var loose = records(text.sample(), dialect, 0);
        int expected = RowWidths.mostFrequent(loose.stream().map(row -> row.length).filter(width -> width > 0).toList());
        var rows = records(text.sample(), dialect, expected);
        if (!text.whole() && rows.size() > 1) {
            rows.removeLast();
        }
        var areas = Layout.of(rows, text.whole(), writing);
        if (areas.isEmpty()) {
            throw GivenFile.empty(text.file().path());
        }
        var tables = new ArrayList<TableFile>();
        for (int i = 0; i < areas.size(); i++) {
            tables.add(table(text, dialect, expected, areas.get(i), i, areas.size()));
        }
        return tables;
    }

    static UserError tooLong(GivenFile file) {
        return new UserError(UserError.Category.BAD_FILE, file.path() + " has a line of more than " + (Records.LONGEST >> 20)
                + " MB; no row of a table is that long. Nothing was imported.",
                "Look for a quotation mark that is opened and never closed, or export it again with one row a line.");
    }

    private static DelimitedTable table(TextFile text, Dialect dialect, int expected, Layout.Area area, int index, int of) {
        var footer = area.end() == Layout.OPEN ? footer(text, dialect, expected, area) : List.<String[]>of();
        var doubts = new ArrayList<>(text.doubts());
        doubts.addAll(Layout.withFooter(area.doubts(), footer));
        var name = of == 1 ? text.file().name() : text.file().name() + ", table " + (index + 1);
        var sha256 = of == 1 ? text.sha256() : Fingerprint.ofPart(text.sha256(), name);
        return new DelimitedTable(text, dialect, expected, area, footer.size(), name, sha256, doubts);
    }

    private static List<String[]> footer(TextFile text, Dialect dialect, int expected, Layout.Area area) {
        int line = 0;
        while (line < text.tail().length && text.tail()[line] != '\n' && text.tail()[line] != '\r') {
            line++;
        }
        var rows = records(Arrays.copyOfRange(text.tail(), line, text.tail().length), dialect, expected);
        return rows.subList(rows.size() - Footer.length(rows, area.usual()), rows.size());
    }

    private static List<String[]> records(byte[] sample, Dialect dialect, int expected) {
        var rows = new ArrayList<String[]>();
        try (var records = new Records(new ByteArrayInputStream(sample), dialect, expected)) {
            for (var row = records.next(); row != null; row = records.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a sample is shorter than the longest record", e);
        }
        return rows;
    }
}
