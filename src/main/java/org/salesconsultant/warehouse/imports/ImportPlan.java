package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.files.TableFile;
import org.salesconsultant.warehouse.imports.files.TableFiles;
import org.salesconsultant.warehouse.imports.recognition.Recognition;

/** How a table is going to be taken in, shown to a person before anything is written. */
public record ImportPlan(TableFile file, Recognition recognition) {
    /**
     * Looks at all tables of a file.
     *
     * @param mapping name of a written mapping, null for none
     * @param as the kind a person says it is, null where it is to be found out
     * @param embedder asked about headers that are not known; null: nobody is
     * @throws org.salesconsultant.sales.UserError when the file cannot be read or understood
     */
    static List<ImportPlan> of(Home home, Path path, @Nullable String mapping, @Nullable FileKind as, @Nullable Embedder embedder) {
        return TableFiles.open(path).stream().map(file -> new ImportPlan(file, Recognition.of(home, file, mapping, as, embedder))).toList();
    }

    public FileKind kind() {
        return recognition.kind();
    }

    /** How dates, numbers and text are written, e.g. {@code dates uuuu-M-d, decimal point, CSV, UTF-8}. */
    public String formats() {
        return recognition.formats().text() + ", " + file.format();
    }
}
