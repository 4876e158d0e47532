package org.salesconsultant.warehouse.columns;

import java.nio.file.Path;

/** A process of its own that opens a copy's file, says so with one letter, and keeps it until it is killed. */
public final class HoldsFile {
    private HoldsFile() {}

    public static void main(String[] args) throws Exception {
        try (var file = ColumnFile.open(Path.of(args[0]), false)) {
            System.out.print("h");
            System.out.flush();
            Thread.sleep(60_000);
        }
    }
}
