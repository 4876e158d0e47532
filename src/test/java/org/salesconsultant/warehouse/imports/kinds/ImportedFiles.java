package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.ImportReport;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.Formats;
import org.salesconsultant.warehouse.imports.fields.Numbers;
import org.salesconsultant.warehouse.imports.files.TableFiles;
import org.salesconsultant.warehouse.imports.recognition.Recognition;

/** Files whose columns are known, brought in as one kind: what recognition would find out is said here. */
final class ImportedFiles {
    private final Path folder;
    private final Warehouse warehouse;
    private final Imports imports;
    private Discounts discounts = Discounts.MONEY;
    private int files;

    ImportedFiles(Path folder, Warehouse warehouse) {
        this.folder = folder;
        this.warehouse = warehouse;
        this.imports = new Imports(new Home(folder), warehouse);
    }

    ImportedFiles discounts(Discounts written) {
        discounts = written;
        return this;
    }

    /** @param text CSV whose headers are the names of fields, and of attributes where they begin with {@code +} */
    ImportReport bring(FileKind kind, String text) {
        return bring(kind, kind.word(), text);
    }

    ImportReport bring(FileKind kind, String name, String text) {
        try {
            var file = Files.writeString(Files.createDirectories(folder.resolve(String.valueOf(files++))).resolve(name + ".csv"), text);
            var fields = new EnumMap<Field, List<Integer>>(Field.class);
            var attributes = new java.util.ArrayList<Columns.Attribute>();
            var header = text.lines().findFirst().orElseThrow().split(",");
            for (int i = 0; i < header.length; i++) {
                if (header[i].startsWith("+")) {
                    attributes.add(new Columns.Attribute(header[i].substring(1), i));
                } else if (!header[i].isEmpty()) {
                    fields.computeIfAbsent(Field.valueOf(header[i].toUpperCase(Locale.ROOT)), any -> new java.util.ArrayList<>()).add(i);
                }
            }
            return bring(kind, file, fields, attributes, header.length, "uuuu-M-d");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it is. */
    ImportReport bring(FileKind kind, Path file, Map<Field, List<Integer>> fields, List<Columns.Attribute> attributes, int width, String dates) {
        var formats = new EnumMap<Field, Dates>(Field.class);
        fields.keySet().stream().filter(field -> field.shape() == Field.Shape.DATE).forEach(field -> formats.put(field, new Dates(dates)));
        var recognition = new Recognition(kind, List.of(), List.of(), new Columns(fields, attributes, width),
                new Formats(formats, Numbers.POINT, discounts, Set.of()), Optional.empty(), "", Optional.empty(), List.of(), List.of());
        var result = imports.run(new ImportPlan(TableFiles.open(file).getFirst(), recognition), "file", null, any -> {});
        return assertInstanceOf(Imports.Result.Imported.class, result).report();
    }

    /** A file as it is, found out by itself. */
    ImportReport bring(Path file) {
        return assertInstanceOf(Imports.Result.Imported.class, imports.run(imports.plan(file, null, null).getFirst(), "file", null, any -> {})).report();
    }

    /** The rows of a query, each as its cells joined by blanks. */
    List<String> rows(String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).map((row, context) -> {
            var cells = new java.util.ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(String.valueOf(row.getObject(i)));
            }
            return String.join(" ", cells);
        }).list());
    }
}
