package org.salesconsultant.warehouse.imports.files;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person says of how a delimited file is written; what is left open is found out.
 *
 * @param linesAbove lines above the header, or above the first row where there is none
 * @param headerRows rows that name the columns, 0 for none
 */
public record Writing(Optional<Dialect> dialect, OptionalInt linesAbove, OptionalInt headerRows) {
    /** Nothing is said. */
    public static final Writing UNKNOWN = new Writing(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
}
