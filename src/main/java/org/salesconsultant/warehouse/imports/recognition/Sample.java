package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.files.TableFile;

/**
 * The first rows of a file, from which its columns and formats are told.
 *
 * @param header as many as there are columns, empty where a column has no name
 * @param rows as many cells each as there are columns; blank ones are empty
 */
record Sample(List<String> header, List<String[]> rows) {
    private static final int ROWS = 1_000;

    static Sample of(TableFile file, CellWords words) {
        int width = file.columns();
        var rows = new ArrayList<String[]>();
        file.read(any -> {}, (number, cells) -> {
            var row = new String[width];
            Arrays.fill(row, "");
            for (int i = 0; i < Math.min(cells.length, width); i++) {
                var cell = cells[i].strip();
                row[i] = words.isBlank(cell) ? "" : cell;
            }
            rows.add(row);
            return rows.size() < ROWS;
        });
        return new Sample(file.header(), rows);
    }

    int width() {
        return header.size();
    }

    /** The cells of a column that are not blank. */
    List<String> cells(int column) {
        return rows.stream().map(row -> row[column]).filter(cell -> !cell.isEmpty()).toList();
    }
}
