package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table in a delimited text.
 *
 * @param expected cells in most records of the text
 * @param skippedAtEnd records at the text's end that are not the table's, where its end was not in sight
 */
record DelimitedTable(TextFile text, Dialect dialect, int expected, Layout.Area area, int skippedAtEnd, String name, String sha256,
                      List<String> doubts) implements TableFile {
    @Override
    public String format() {
        return "CSV, " + dialect.describe() + ", " + text.format();
    }

    @Override
    public boolean hasHeader() {
        return area.hasHeader();
    }

    @Override
    public List<String> header() {
        return area.header();
    }

    @Override
    public long bytes() {
        return text.file().bytes();
    }

    /** Rows that repeat the header, as where files were joined or pages printed, are left out. */
    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        text.file().requireUnchanged();
        try (var records = new Records(text.open(progress), dialect, expected)) {
            long number = 0;
            var rows = new Ahead(records, area, skippedAtEnd);
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (isBlank(row) || repeatsHeader(row)) {
                    continue;
                }
                number++;
                if (!visitor.row(number, row)) {
                    return;
                }
            }
        } catch (Records.TooLong e) {
            throw DelimitedFile.tooLong(text.file());
        } catch (IOException e) {
            throw text.file().unreadable(e);
        }
        text.file().requireUnchanged();
    }

    private boolean repeatsHeader(String[] row) {
        return hasHeader() && row.length <= header().size() && row[0].strip().equals(header().getFirst())
                && Arrays.stream(row).map(String::strip).toList().equals(header().subList(0, row.length)) && row.length == header().size();
    }

    private static boolean isBlank(String[] row) {
        for (var cell : row) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The records of the table's body; those at the text's end are held back until more come. */
    private static final class Ahead {
        private final Records records;
        private final ArrayDeque<String[]> held = new ArrayDeque<>();
        private final int skippedAtEnd;
        private int left;

        private Ahead(Records records, Layout.Area area, int skippedAtEnd) throws IOException {
            this.records = records;
            this.skippedAtEnd = skippedAtEnd;
            for (int i = 0; i < area.body(); i++) {
                records.next();
            }
            left = area.end() == Layout.OPEN ? Layout.OPEN : area.end() - area.body();
        }

        private String @Nullable [] next() throws IOException {
            if (left < Layout.OPEN && left-- == 0) {
                return null;
            }
            if (skippedAtEnd == 0) {
                return records.next();
            }
            while (held.size() <= skippedAtEnd) {
                var row = records.next();
                if (row == null) {
                    return null;
                }
                held.add(row);
            }
            return held.poll();
        }
    }
}
