package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A table in a delimited text.
 *
 * @param expected cells in most records of the text
 * @param skippedAtEnd records at the text's end that are not the table's, where its end was not in sight
 */
record DelimitedTable(TextFile text, Dialect dialect, int expected, Layout.Area area, int skippedAtEnd, String name, String sha256,
                      List<String> doubts) implements LaidOut {
    @Override
    public String format() {
        return "CSV, " + dialect.describe() + ", " + text.format();
    }

    @Override
    public GivenFile given() {
        return text.file();
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        text.file().requireUnchanged();
        try (var records = new Records(text.open(progress), dialect, expected)) {
            new BodyRows(records::next, area, skippedAtEnd).visit(visitor);
        } catch (Records.TooLong e) {
            throw DelimitedFile.tooLong(text.file());
        } catch (IOException e) {
            throw text.file().unreadable(e);
        }
        text.file().requireUnchanged();
    }
}
