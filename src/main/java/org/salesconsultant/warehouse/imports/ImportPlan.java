package org.salesconsultant.warehouse.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.files.TableFile;
import org.salesconsultant.warehouse.imports.files.TableFiles;

/**
 * How a file is going to be read: what each column means and how dates, numbers and discounts are written. Shown to a person
 * before anything is imported.
 */
public final class ImportPlan {
    private static final int EXAMPLES = 3;

    private final Path path;
    private final TableFile file;
    private final Sample sample;
    private final Map<OrderField, Integer> columns;
    private final Dates dates;
    private final Numbers numbers;
    private final Discounts discounts;
    private final Set<OrderField> floatCodes;
    private final List<String> doubts;

    /** One column of the plan. @param examples values of the first rows */
    public record Column(OrderField field, String header, List<String> examples) {}

    private ImportPlan(Path path, TableFile file, Sample sample, Map<OrderField, Integer> columns, Numbers numbers, NamedMapping mapping) {
        this.path = path;
        this.file = file;
        this.sample = sample;
        this.columns = columns;
        this.numbers = numbers;
        this.doubts = new ArrayList<>();
        this.dates = mapping.dates().orElseGet(this::recogniseDates);
        this.discounts = recogniseDiscounts();
        this.floatCodes = columns.keySet().stream().filter(field -> field.shape() == OrderField.Shape.CODE && isFloats(cells(field)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderField.class)));
    }

    /**
     * Looks at a file.
     *
     * @param mapping name of a written mapping, null for none
     * @throws UserError when the file cannot be read, or columns that every order line needs are not found
     */
    public static ImportPlan of(Home home, Path path, @Nullable String mapping) {
        var words = ImportWords.of(home);
        var named = NamedMapping.of(home, mapping);
        var file = TableFiles.open(path).getFirst();
        var sample = Sample.of(file, words);
        if (sample.rows() == 0) {
            throw new UserError(UserError.Category.BAD_FILE, path + " has a header and no rows.", "Export it again with its rows.");
        }
        var columns = new ColumnMapper(words, sample).map(named.columnsOf(file.header()), named.without());
        requireColumns(path, file.header(), columns);
        return new ImportPlan(path, file, sample, columns, named.numbers().orElse(sample.numbers()), named);
    }

    /** The columns that will be read, in the order of fields. */
    public List<Column> columns() {
        return columns.entrySet().stream().map(column -> new Column(column.getKey(), file.header().get(column.getValue()),
                sample.cells(column.getValue()).stream().distinct().limit(EXAMPLES).toList())).toList();
    }

    /** Headers of columns that will not be read. */
    public List<String> ignored() {
        return IntStream.range(0, file.header().size()).filter(column -> !columns.containsValue(column))
                .mapToObj(file.header()::get).toList();
    }

    /** What was decided though the file does not say it for sure, in sentences. */
    public List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** How dates, numbers and text are written, e.g. {@code dates uuuu-M-d, decimal point, CSV, UTF-8}. */
    public String formats() {
        return "dates " + dates.pattern() + ", decimal " + (numbers == Numbers.POINT ? "point" : "comma") + ", " + file.format();
    }

    public Path path() {
        return path;
    }

    /** Of the file as given: what progress is counted in. */
    public long bytes() {
        return file.bytes();
    }

    String sha256() {
        return file.sha256();
    }

    TableFile file() {
        return file;
    }

    OrderRows rows(ImportWords words) {
        var positions = new EnumMap<OrderField, Integer>(columns);
        return new OrderRows(positions, file.header().size(), words, dates, numbers, discounts, floatCodes);
    }

    /** Header by field, as kept with the import run. */
    Map<OrderField, String> headers() {
        var headers = new EnumMap<OrderField, String>(OrderField.class);
        columns.forEach((field, column) -> headers.put(field, file.header().get(column)));
        return headers;
    }

    private List<String> cells(OrderField field) {
        var column = columns.get(field);
        return column == null ? List.of() : sample.cells(column);
    }

    /** Where the sample leaves day and month open, the rest of the file is asked. */
    private Dates recogniseDates() {
        var candidates = Dates.candidates(cells(OrderField.DATE));
        if (candidates.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, "The dates in column \"" + headers().get(OrderField.DATE) + "\" of " + path()
                    + ", such as " + cells(OrderField.DATE).stream().findFirst().orElse("(blank)") + ", are in no known format.",
                    "Write a mapping in config/import-mappings with date: and its pattern, e.g. d/M/uuuu, and name it with --mapping.");
        }
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        int column = columns.getOrDefault(OrderField.DATE, 0);
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

    private Discounts recogniseDiscounts() {
        var cells = cells(OrderField.DISCOUNT);
        var found = Discounts.of(headers().getOrDefault(OrderField.DISCOUNT, ""), cells, numbers, columns.containsKey(OrderField.AMOUNT));
        if (found == Discounts.FRACTION) {
            doubts.add("Discounts lie between 0 and 1; they were read as fractions of the price.");
        }
        return found;
    }

    private static boolean isFloats(List<String> cells) {
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches("\\d+\\.0"));
    }

    private static void requireColumns(Path path, List<String> header, Map<OrderField, Integer> columns) {
        var missing = new ArrayList<String>();
        require(columns, missing, OrderField.ORDER_NUMBER);
        require(columns, missing, OrderField.DATE);
        require(columns, missing, OrderField.PRODUCT_CODE, OrderField.DESCRIPTION);
        require(columns, missing, OrderField.QUANTITY);
        require(columns, missing, OrderField.UNIT_PRICE, OrderField.AMOUNT);
        if (!missing.isEmpty()) {
            var found = columns.keySet().stream().map(OrderField::label).collect(Collectors.joining(", "));
            throw new UserError(UserError.Category.BAD_FILE, path + " has no column for " + String.join(", ", missing) + " (its columns: "
                    + String.join(", ", header) + "; recognised: " + (found.isEmpty() ? "none" : found) + ").",
                    "Rename its headers, or write config/import-mappings/NAME.yaml with columns: {order_number: …} and name it with --mapping NAME.");
        }
    }

    private static void require(Map<OrderField, Integer> columns, List<String> missing, OrderField... either) {
        if (List.of(either).stream().noneMatch(columns::containsKey)) {
            missing.add(List.of(either).stream().map(OrderField::label).collect(Collectors.joining(" or ")));
        }
    }
}
