package org.salesconsultant.warehouse.columns;

import java.nio.file.Path;
import org.salesconsultant.warehouse.Warehouse;

/** A process of its own that brings a warehouse's copy up to date, says that it begins with one letter, and may be killed at it. */
public final class CopiesStar {
    private CopiesStar() {}

    public static void main(String[] args) throws Exception {
        try (var warehouse = Warehouse.open(Path.of(args[0]), false)) {
            System.out.print("c");
            System.out.flush();
            Columns.keep(warehouse).catchUp();
        }
    }
}
