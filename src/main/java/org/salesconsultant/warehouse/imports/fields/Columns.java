package org.salesconsultant.warehouse.imports.fields;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of a file stand. A field may have several columns: texts are then joined (first and last name), numbers
 * added up (three kinds of discount), a date followed by its time.
 *
 * @param positions by field, at least one column each
 * @param attributes columns that no field of the kind holds, kept as attributes of the member the row describes
 * @param width how many cells a row has
 */
public record Columns(Map<Field, List<Integer>> positions, List<Attribute> attributes, int width) {
    /** @param name its header as people read it */
    public record Attribute(String name, int position) {}

    public Columns {
        var copy = new EnumMap<Field, List<Integer>>(Field.class);
        positions.forEach((field, columns) -> copy.put(field, List.copyOf(columns)));
        positions = copy;
        attributes = List.copyOf(attributes);
    }

    public boolean has(Field field) {
        return positions.containsKey(field);
    }
}
