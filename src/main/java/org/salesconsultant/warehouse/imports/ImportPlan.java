package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.files.TableFile;
import org.salesconsultant.warehouse.imports.files.TableFiles;
import org.salesconsultant.warehouse.imports.recognition.Recognition;
import org.salesconsultant.warehouse.imports.recognition.Recognition.Recognised;

/**
 * How a table is going to be taken in, shown to a person before anything is written.
 *
 * @param mends the run whose rejected rows the table holds, mended; null: rows of its own
 */
public record ImportPlan(TableFile file, Recognition recognition, @Nullable Long mends) {
    private static final Set<FileKind> MEMBERS = Set.of(FileKind.REPS, FileKind.CUSTOMERS, FileKind.PRODUCTS, FileKind.CAMPAIGNS);

    /** A table of its own. */
    public ImportPlan(TableFile file, Recognition recognition) {
        this(file, recognition, null);
    }

    /**
     * Looks at all tables of a file. One that is not understood is left out where others are: the first of them says so.
     *
     * @param mapping name of a written mapping, null for none
     * @param as the kind a person says it is, null where it is to be found out
     * @param embedder asked about headers that are not known; null: nobody is
     * @throws UserError when the file cannot be read, or nothing of it understood
     */
    static List<ImportPlan> of(Home home, Warehouse warehouse, Path path, @Nullable String mapping, @Nullable FileKind as,
                               @Nullable Embedder embedder) {
        var tables = TableFiles.open(path);
        if (tables.size() == 1) {
            return List.of(of(home, warehouse, tables.getFirst(), mapping, as, embedder));
        }
        var plans = new ArrayList<ImportPlan>();
        var notUnderstood = new ArrayList<UserError>();
        for (var table : tables) {
            try {
                plans.add(of(home, warehouse, table, mapping, as, embedder));
            } catch (UserError e) {
                if (e.category() != UserError.Category.BAD_FILE) {
                    throw e;
                }
                notUnderstood.add(e);
            }
        }
        if (plans.isEmpty()) {
            throw notUnderstood.getFirst();
        }
        plans.set(0, plans.getFirst().leavingOut(notUnderstood));
        return plans;
    }

    /** Looks at one table. */
    static ImportPlan of(Home home, Warehouse warehouse, TableFile file, @Nullable String mapping, @Nullable FileKind as, @Nullable Embedder embedder) {
        var run = RejectedRows.runOf(file);
        return run.isPresent() ? mended(warehouse, file, run.getAsLong()) : new ImportPlan(file, Recognition.of(home, file, mapping, as, embedder));
    }

    /** In the order in which tables should come in: members before what names them, headers before details. */
    public static List<ImportPlan> inOrder(List<ImportPlan> plans) {
        return plans.stream().sorted(Comparator.comparingInt(plan -> MEMBERS.contains(plan.kind()) ? 0 : plan.kind() == FileKind.ORDER_HEADERS ? 1 : 2)).toList();
    }

    private ImportPlan leavingOut(List<UserError> tables) {
        return new ImportPlan(file, recognition.withDoubts(tables.stream().map(table -> "Left out: " + table.message()).toList()), mends);
    }

    /** Mended rows are read as the file was that they come from. */
    private static ImportPlan mended(Warehouse warehouse, TableFile file, long run) {
        var origin = warehouse.database().read(handle -> RunRecord.find(handle, run)).orElseThrow(() -> RunRecord.unknown(run));
        var howRead = origin.howRead();
        var rows = RejectedRows.mended(file, run, howRead).orElseThrow(() -> new UserError(UserError.Category.BAD_FILE, file.name()
                + " holds rejected rows of import " + run + ", but not all of its columns: " + String.join(", ", howRead.header()) + ".",
                "Write them again with import --rejected " + run + " and leave the columns as they are."));
        var recognised = howRead.columns().positions().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(field -> new Recognised(field.getKey(),
                String.join(" + ", field.getValue().stream().map(howRead.header()::get).toList()), 1, List.of())).toList();
        return new ImportPlan(rows, new Recognition(origin.kind(), recognised, List.of(), howRead.columns(), howRead.formats(),
                Optional.empty(), "", Optional.of(origin.source()), List.of(), List.of()), run);
    }

    public FileKind kind() {
        return recognition.kind();
    }

    HowRead howRead() {
        return new HowRead(file.header(), recognition.columns(), recognition.formats());
    }

    /** How dates, numbers and text are written, e.g. {@code dates uuuu-M-d, decimal point, CSV, UTF-8}. */
    public String formats() {
        return recognition.formats().text() + ", " + file.format();
    }
}
