package org.salesconsultant.warehouse.imports.files;

import java.nio.file.Path;
import java.util.List;

/** Opens files of any kind that tables come in. */
public final class TableFiles {
    private TableFiles() {}

    /**
     * The tables of a file, at least one, in the order in which they stand in it.
     *
     * @throws org.salesconsultant.sales.UserError when the file is missing, unreadable, damaged, empty or of no known kind
     */
    public static List<TableFile> open(Path file) {
        return open(file, Writing.UNKNOWN);
    }

    /** The tables of a file, where something is known of how it is written. */
    public static List<TableFile> open(Path file, Writing writing) {
        var given = GivenFile.of(file);
        return switch (Content.of(given)) {
            case TEXT -> DelimitedFile.tables(TextFile.of(given), writing);
            case JSON -> List.of(JsonTable.of(TextFile.of(given)));
            case ZIP -> XlsxFile.tables(given);
        };
    }
}
