package org.salesconsultant.warehouse.imports.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/**
 * How a file is read as one kind.
 *
 * @param positions by field
 * @param confidence by field, 0 to 1
 * @param relation columns whose numbers prove what they are
 * @param score how much speaks for the kind; comparable between kinds of one file
 */
record Reading(FileKind kind, Map<Field, List<Integer>> positions, Map<Field, Double> confidence, Optional<Arithmetic.Relation> relation, double score) {
    /** Needs of the kind that no column and no constant meets, in words. */
    List<String> missing(Set<Field> constants) {
        return kind.needs().stream().filter(either -> either.stream().noneMatch(field -> positions.containsKey(field) || constants.contains(field)))
                .map(either -> either.stream().map(Field::label).sorted().collect(Collectors.joining(" or "))).toList();
    }

    boolean reads(int column) {
        return positions.values().stream().anyMatch(columns -> columns.contains(column));
    }
}
