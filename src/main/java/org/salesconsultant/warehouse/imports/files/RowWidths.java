package org.salesconsultant.warehouse.imports.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How wide rows are. */
final class RowWidths {
    private RowWidths() {}

    /** The value that comes most often, the largest of several; 0 where there is none. */
    static int mostFrequent(Collection<Integer> values) {
        var counts = new HashMap<Integer, Integer>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(0);
    }

    /** Cells up to the last that is not blank. */
    static int used(String[] row) {
        int used = row.length;
        while (used > 0 && row[used - 1].isBlank()) {
            used--;
        }
        return used;
    }
}
