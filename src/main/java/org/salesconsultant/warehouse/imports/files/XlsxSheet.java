package org.salesconsultant.warehouse.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, streamed. A cell merged down over several rows stands in each of them; rows that are not there are blank. */
final class XlsxSheet implements RowSource, Closeable {
    private static final String[] BLANK = {};

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final XlsxCells cells;
    private final Map<Integer, List<Merged>> mergedByFirstRow = new HashMap<>();
    private final Map<Integer, Filled> filling = new HashMap<>();
    private @Nullable Row waiting;
    private int next = 1;

    /** Cells merged down. @param column from 0 @param firstRow from 1 */
    record Merged(int column, int firstRow, int lastRow) {}

    private record Filled(String text, int lastRow) {}

    XlsxSheet(Sheet sheet, XlsxCells cells, List<Merged> merged) throws IOException {
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.cells = cells;
        merged.forEach(each -> mergedByFirstRow.computeIfAbsent(each.firstRow(), any -> new ArrayList<>()).add(each));
    }

    /** Several rows in a row that are not there are one blank row. */
    @Override
    public String @Nullable [] next() {
        if (waiting == null) {
            if (!rows.hasNext()) {
                return null;
            }
            waiting = rows.next();
        }
        var row = waiting;
        if (row.getRowNum() > next) {
            next = row.getRowNum();
            return BLANK;
        }
        waiting = null;
        next = row.getRowNum() + 1;
        var texts = new String[row.getCellCount()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells.text(row.getCell(i));
        }
        return filled(row.getRowNum(), texts);
    }

    @Override
    public void close() {
        stream.close();
    }

    private String[] filled(int number, String[] texts) {
        for (var merged : mergedByFirstRow.getOrDefault(number, List.of())) {
            if (merged.column() < texts.length) {
                filling.put(merged.column(), new Filled(texts[merged.column()], merged.lastRow()));
            }
        }
        filling.values().removeIf(each -> each.lastRow() < number);
        var row = texts;
        for (var each : filling.entrySet()) {
            int column = each.getKey();
            if (column >= row.length) {
                int before = row.length;
                row = Arrays.copyOf(row, column + 1);
                Arrays.fill(row, before, row.length, "");
            }
            row[column] = row[column].isEmpty() ? each.getValue().text() : row[column];
        }
        return row;
    }
}
