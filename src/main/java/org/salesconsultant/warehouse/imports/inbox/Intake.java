package org.salesconsultant.warehouse.imports.inbox;

import java.nio.file.Path;

/** Brings one file into the warehouse, all alone. */
public interface Intake {
    /** What becomes of a file. */
    enum Verdict {
        /** All of it that was to come in has, now or before. */
        CAME_IN,
        /** Something is wrong with it that time does not mend. */
        REFUSED,
        /** Something else is wrong: it stays and is tried again. */
        LATER
    }

    /**
     * @param line what became of it, in one line
     * @param text what is to be told of it
     * @param json the same for programs
     */
    record Taken(Verdict verdict, String line, String text, String json) {}

    /** Never throws because of the file. */
    Taken take(Path file);
}
