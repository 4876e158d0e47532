package org.salesconsultant.warehouse.imports.recognition;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** Notices rows of orders whose status says that they do not count: they are read all the same, and a person is told. */
final class VoidRows {
    private static final Set<FileKind> OF_ORDERS = EnumSet.of(FileKind.ORDERS, FileKind.ORDER_HEADERS, FileKind.ORDER_DETAILS);
    private static final int MOST_STATUSES = 30;

    private VoidRows() {}

    static Optional<String> of(Look look, Reading reading, CellWords words) {
        if (!OF_ORDERS.contains(reading.kind())) {
            return Optional.empty();
        }
        return IntStream.range(0, look.width()).filter(column -> !reading.reads(column) && look.profiles().get(column).distinct() <= MOST_STATUSES).boxed()
                .flatMap(column -> look.sample().cells(column).stream().filter(words::saysVoid).findFirst().map(cell -> "Rows with \"" + cell + "\" in column \""
                        + look.sample().header().get(column) + "\" are read like the others; leave them out of the export if they do not count.").stream()).findFirst();
    }
}
