package org.salesconsultant.warehouse.imports.fields;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the fields of a file stand. A field may have several columns: texts are then joined (first and last name), numbers
 * added up (three kinds of discount), a date followed by its time.
 *
 * @param positions by field, at least one column each
 * @param constants what a person says of all rows, by field without a column
 * @param carried fields written only on the first row of each order: a blank cell means what the row above said, as long as the
 *     order number stays the same; such a file has to be read in order, by one {@link Cells}
 * @param attributes columns that no field of the kind holds, kept as attributes of the member the row describes
 * @param width how many cells a row has
 */
public record Columns(Map<Field, List<Integer>> positions, Map<Field, String> constants, Set<Field> carried, List<Attribute> attributes, int width) {
    /** @param name its header as people read it */
    public record Attribute(String name, int position) {}

    public Columns {
        var copy = new EnumMap<Field, List<Integer>>(Field.class);
        positions.forEach((field, columns) -> copy.put(field, List.copyOf(columns)));
        positions = copy;
        constants = Map.copyOf(constants);
        carried = Set.copyOf(carried);
        attributes = List.copyOf(attributes);
    }

    /** Without constants and carried fields, as most files are. */
    public Columns(Map<Field, List<Integer>> positions, List<Attribute> attributes, int width) {
        this(positions, Map.of(), Set.of(), attributes, width);
    }

    /** Whether rows can say something of the field. */
    public boolean has(Field field) {
        return positions.containsKey(field) || constants.containsKey(field);
    }
}
