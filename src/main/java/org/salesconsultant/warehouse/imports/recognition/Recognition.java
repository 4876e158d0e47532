package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Columns;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.Formats;
import org.salesconsultant.warehouse.imports.fields.Numbers;
import org.salesconsultant.warehouse.imports.files.TableFile;

/**
 * What was found out about a file: of which kind it is, what each column means, and how values are written.
 *
 * @param recognised the columns with a field, in the order of fields
 * @param ignored headers of columns that are not read
 * @param doubts what was decided though the file does not say it for sure, in sentences
 */
public record Recognition(FileKind kind, List<Recognised> recognised, List<String> ignored, Columns columns, Formats formats, List<String> doubts) {
    private static final int EXAMPLES = 3;

    /**
     * One column and the field it holds.
     *
     * @param confidence 0 to 1
     * @param examples values of the first rows
     */
    public record Recognised(Field field, String header, double confidence, List<String> examples) {}

    /**
     * Looks at a file.
     *
     * @param mapping name of a written mapping, null for none
     * @param as the kind a person says it is, null where it is to be found out
     * @throws UserError when it is of no known kind, or columns that its kind needs are not found
     */
    public static Recognition of(Home home, TableFile file, @Nullable String mapping, @Nullable FileKind as) {
        var named = NamedMapping.of(home, mapping);
        var sample = Sample.of(file, CellWords.of(home));
        if (sample.rows() == 0) {
            throw new UserError(UserError.Category.BAD_FILE, file.name() + " has a header and no rows.", "Export it again with its rows.");
        }
        var kind = as == null ? FileKind.ORDERS : as;
        var positions = new ColumnMapper(Headers.of(home), sample).map(named.columnsOf(file.header()), named.without());
        requireColumns(file, kind, positions);
        return new Reading(file, kind, sample, positions, named).recognition();
    }

    private static void requireColumns(TableFile file, FileKind kind, Map<Field, Integer> positions) {
        var missing = kind.needs().stream().filter(either -> either.stream().noneMatch(positions::containsKey))
                .map(either -> either.stream().map(Field::label).sorted().collect(Collectors.joining(" or "))).toList();
        if (!missing.isEmpty()) {
            var found = positions.keySet().stream().map(Field::label).collect(Collectors.joining(", "));
            throw new UserError(UserError.Category.BAD_FILE, file.name() + " has no column for " + String.join(", ", missing) + " (its columns: "
                    + String.join(", ", file.header()) + "; recognised: " + (found.isEmpty() ? "none" : found) + ").",
                    "Rename its headers, or write config/import-mappings/NAME.yaml with columns: {order_number: …} and name it with --mapping NAME.");
        }
    }

    /** One reading, with what it needs at hand. */
    private static final class Reading {
        private final TableFile file;
        private final FileKind kind;
        private final Sample sample;
        private final Map<Field, Integer> positions;
        private final NamedMapping mapping;
        private final List<String> doubts;

        private Reading(TableFile file, FileKind kind, Sample sample, Map<Field, Integer> positions, NamedMapping mapping) {
            this.file = file;
            this.kind = kind;
            this.sample = sample;
            this.positions = positions;
            this.mapping = mapping;
            this.doubts = new ArrayList<>(file.doubts());
        }

        Recognition recognition() {
            var numbers = mapping.numbers().orElse(sample.numbers());
            var dates = new EnumMap<Field, Dates>(Field.class);
            positions.keySet().stream().filter(field -> field.shape() == Field.Shape.DATE)
                    .forEach(field -> dates.put(field, mapping.dates().orElseGet(() -> recogniseDates(field))));
            var floats = positions.keySet().stream().filter(field -> field.shape() == Field.Shape.CODE && isFloats(cells(field)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
            var formats = new Formats(dates, numbers, recogniseDiscounts(numbers), floats);
            var recognised = positions.keySet().stream().map(field -> new Recognised(field, header(field), 1,
                    cells(field).stream().distinct().limit(EXAMPLES).toList())).toList();
            var ignored = IntStream.range(0, file.columns()).filter(column -> !positions.containsValue(column)).mapToObj(file.header()::get).toList();
            var columns = new EnumMap<Field, List<Integer>>(Field.class);
            positions.forEach((field, column) -> columns.put(field, List.of(column)));
            return new Recognition(kind, recognised, ignored, new Columns(columns, List.of(), file.columns()), formats, List.copyOf(doubts));
        }

        private String header(Field field) {
            var column = positions.get(field);
            return column == null ? "" : file.header().get(column);
        }

        private List<String> cells(Field field) {
            var column = positions.get(field);
            return column == null ? List.of() : sample.cells(column);
        }

        /** Where the sample leaves day and month open, the rest of the file is asked. */
        private Dates recogniseDates(Field field) {
            var candidates = Dates.candidates(cells(field));
            if (candidates.isEmpty()) {
                throw new UserError(UserError.Category.BAD_FILE, "The dates in column \"" + header(field) + "\" of " + file.name()
                        + ", such as " + cells(field).stream().findFirst().orElse("(blank)") + ", are in no known format.",
                        "Write a mapping in config/import-mappings with date: and its pattern, e.g. d/M/uuuu, and name it with --mapping.");
            }
            if (candidates.size() == 1) {
                return candidates.getFirst();
            }
            int column = positions.getOrDefault(field, 0);
            var open = new ArrayList<>(candidates);
            file.read(any -> {}, (number, cells) -> {
                var cell = column < cells.length ? cells[column].strip() : "";
                var reading = open.stream().filter(each -> each.isDate(cell)).toList();
                if (!reading.isEmpty()) {
                    open.retainAll(reading);
                }
                return open.size() > 1;
            });
            if (open.size() > 1) {
                doubts.add("Every date can be read as day/month or month/day; it was read as " + open.getFirst().pattern()
                        + ". If that is wrong, write a mapping with date: " + open.get(1).pattern() + ".");
            }
            return open.getFirst();
        }

        private Discounts recogniseDiscounts(Numbers numbers) {
            var found = DiscountReading.of(header(Field.DISCOUNT), cells(Field.DISCOUNT), numbers, positions.containsKey(Field.AMOUNT));
            if (found == Discounts.FRACTION) {
                doubts.add("Discounts lie between 0 and 1; they were read as fractions of the price.");
            }
            return found;
        }

        private static boolean isFloats(List<String> cells) {
            return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches("\\d+\\.0"));
        }
    }
}
