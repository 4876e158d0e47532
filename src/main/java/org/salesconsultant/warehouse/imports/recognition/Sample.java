package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.List;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Numbers;
import org.salesconsultant.warehouse.imports.files.TableFile;

/**
 * The first rows of a file, from which its columns and formats are told.
 *
 * @param numbers how they are written here
 */
record Sample(List<String> header, List<List<String>> columns, Numbers numbers, long rows) {
    private static final int ROWS = 1_000;

    static Sample of(TableFile file, CellWords words) {
        List<List<String>> columns = new ArrayList<>();
        file.header().forEach(any -> columns.add(new ArrayList<>()));
        var rows = new long[1];
        file.read(any -> {}, (number, cells) -> {
            rows[0] = number;
            for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
                var cell = cells[i].strip();
                if (!words.isBlank(cell)) {
                    columns.get(i).add(cell);
                }
            }
            return number < ROWS;
        });
        var likeNumbers = columns.stream().flatMap(List::stream)
                .filter(cell -> Numbers.POINT.isNumber(cell) || Numbers.COMMA.isNumber(cell)).toList();
        return new Sample(file.header(), columns, Numbers.of(likeNumbers), rows[0]);
    }

    /** The cells of a column that are not blank. */
    List<String> cells(int column) {
        return columns.get(column);
    }
}
