package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table among those of its file: from the first below its header to the last above its footer. Blank rows are
 * left out, and rows that repeat the header, as where files were joined or pages printed.
 */
final class BodyRows {
    private final RowSource rows;
    private final ArrayDeque<String[]> held = new ArrayDeque<>();
    private final List<String> header;
    private final boolean named;
    private final int skippedAtEnd;
    private int left;

    /** @param skippedAtEnd rows at the file's end that are not the table's, where its end was not in sight */
    BodyRows(RowSource rows, Layout.Area area, int skippedAtEnd) throws IOException {
        this.rows = rows;
        this.header = area.header();
        this.named = area.hasHeader();
        this.skippedAtEnd = skippedAtEnd;
        for (int i = 0; i < area.body(); i++) {
            rows.next();
        }
        left = area.end() == Layout.OPEN ? Layout.OPEN : area.end() - area.body();
    }

    /** Hands over the rows until the visitor has enough. */
    <X extends Exception> void visit(TableFile.Visitor<X> visitor) throws IOException, X {
        long number = 0;
        for (var row = next(); row != null; row = next()) {
            if (isBlank(row) || named && repeatsHeader(row)) {
                continue;
            }
            number++;
            if (!visitor.row(number, row)) {
                return;
            }
        }
    }

    private String @Nullable [] next() throws IOException {
        if (left < Layout.OPEN && left-- == 0) {
            return null;
        }
        if (skippedAtEnd == 0) {
            return rows.next();
        }
        while (held.size() <= skippedAtEnd) {
            var row = rows.next();
            if (row == null) {
                return null;
            }
            held.add(row);
        }
        return held.poll();
    }

    private boolean repeatsHeader(String[] row) {
        if (row.length < header.size() || !row[0].strip().equals(header.getFirst())) {
            return false;
        }
        for (int i = 0; i < row.length; i++) {
            if (!row[i].strip().equals(i < header.size() ? header.get(i) : "")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(String[] row) {
        for (var cell : row) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
