package org.salesconsultant.warehouse.imports;

import java.util.function.LongConsumer;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** A file that is known already, coming in again for the sake of what a run held back of it: known by another name than the first time. */
record HeldRows(TableFile file, long run) implements OtherwiseRead {
    @Override
    public String sha256() {
        return file.sha256() + "-held-by-" + run;
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        file.<X>read(progress, visitor);
    }
}
