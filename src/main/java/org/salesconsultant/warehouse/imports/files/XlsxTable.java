package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A table on a sheet of a workbook.
 *
 * @param skippedAtEnd rows at the sheet's end that are not the table's
 * @param rows of the sheet
 */
record XlsxTable(XlsxFile book, int sheet, String sheetName, Layout.Area area, int skippedAtEnd, long rows, String name, String sha256,
                 List<String> doubts) implements LaidOut {
    @Override
    public String format() {
        return "Excel sheet " + sheetName + (book.file().gzip() ? ", gzip" : "");
    }

    @Override
    public GivenFile given() {
        return book.file();
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        book.file().requireUnchanged();
        book.<Long, X>use(workbook -> {
            try (var sheetRows = book.rows(workbook, sheet)) {
                new BodyRows(counted(sheetRows, progress), area, skippedAtEnd).visit(visitor);
            }
            return rows;
        });
        book.file().requireUnchanged();
    }

    /** Progress in bytes is estimated from rows. */
    private RowSource counted(XlsxSheet sheetRows, LongConsumer progress) throws IOException {
        var read = new long[1];
        return () -> {
            progress.accept(bytes() * Math.min(++read[0], rows) / Math.max(1, rows));
            return sheetRows.next();
        };
    }
}
