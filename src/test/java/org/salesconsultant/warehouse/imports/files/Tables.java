package org.salesconsultant.warehouse.imports.files;

import java.util.ArrayList;
import java.util.List;

/** Whole tables, for tests to compare. */
final class Tables {
    private Tables() {}

    static List<List<String>> rows(TableFile table) {
        var rows = new ArrayList<List<String>>();
        table.read(any -> {}, (number, cells) -> {
            if (number != rows.size() + 1) {
                throw new AssertionError("row " + number + " after " + rows.size());
            }
            return rows.add(List.of(cells));
        });
        return rows;
    }
}
