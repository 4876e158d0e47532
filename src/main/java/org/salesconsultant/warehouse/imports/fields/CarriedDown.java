package org.salesconsultant.warehouse.imports.fields;

import java.util.Arrays;
import java.util.List;

/** Fills the blank cells of rows that go on with the order above without repeating it. Rows have to come in order. */
final class CarriedDown {
    private final int[] carried;
    private final int[] keys;
    private final boolean keyIsCarried;
    private final int width;
    private final String[] last;
    private String lastKey = "";

    CarriedDown(Columns columns) {
        carried = columns.carried().stream().flatMap(field -> columns.positions().getOrDefault(field, List.of()).stream())
                .mapToInt(Integer::intValue).toArray();
        keys = columns.positions().getOrDefault(Field.ORDER_NUMBER, List.of()).stream().mapToInt(Integer::intValue).toArray();
        keyIsCarried = columns.carried().contains(Field.ORDER_NUMBER);
        width = columns.width();
        last = new String[width];
        Arrays.fill(last, "");
    }

    String[] fill(String[] cells) {
        var filled = Arrays.copyOf(cells, Math.max(width, cells.length));
        Arrays.fill(filled, cells.length, filled.length, "");
        if (Arrays.stream(filled).allMatch(String::isBlank)) {
            return filled;
        }
        var key = new StringBuilder();
        for (int at : keys) {
            key.append(filled[at]).append('\n');
        }
        if (!keyIsCarried || !key.toString().isBlank()) {
            begin(key.toString());
        }
        for (int at : carried) {
            if (filled[at].isBlank()) {
                filled[at] = last[at];
            } else {
                last[at] = filled[at];
            }
        }
        return filled;
    }

    private void begin(String key) {
        if (!key.equals(lastKey)) {
            Arrays.fill(last, "");
            lastKey = key;
        }
    }
}
