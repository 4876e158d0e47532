package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows one by one, blank ones too. */
interface RowSource {
    /** Null at the end; of a blank row no cells, or blank ones. */
    String @Nullable [] next() throws IOException;
}
