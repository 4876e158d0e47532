package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.Field.Shape;
import org.salesconsultant.warehouse.imports.fields.Formats;
import org.salesconsultant.warehouse.imports.fields.Numbers;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** Settles how the values of a file's columns are written, once its fields are known. What a mapping says stands. */
final class FormatReader {
    private static final Set<Field> MONEY = EnumSet.of(Field.UNIT_PRICE, Field.AMOUNT, Field.DISCOUNT, Field.UNIT_COST, Field.PROFIT, Field.LIST_PRICE, Field.VALUE, Field.CLOSE_VALUE,
            Field.SPEND, Field.RESPONSE_VALUE, Field.QUOTA);

    private static final int LOOKED_AT = 300;

    private final TableFile file;
    private final Look look;
    private final Reading reading;
    private final NamedMapping mapping;
    private final Doubts doubts;

    /** @param doubts to which its own are added */
    FormatReader(TableFile file, Look look, Reading reading, NamedMapping mapping, Doubts doubts) {
        this.file = file;
        this.look = look;
        this.reading = reading;
        this.mapping = mapping;
        this.doubts = doubts;
    }

    /** @throws UserError when the dates of a column are in no known format */
    Formats formats() {
        var numbers = mapping.numbers().orElseGet(() -> Numbers.of(fieldsOf(Shape.NUMBER).stream().flatMap(field -> cells(field).stream()).map(cell -> cell.replace("%", ""))
                .filter(cell -> Numbers.POINT.isNumber(cell) || Numbers.COMMA.isNumber(cell)).toList()));
        var floats = EnumSet.noneOf(Field.class);
        fieldsOf(Shape.CODE).stream().filter(field -> isFloats(cells(field))).forEach(floats::add);
        return new Formats(dates(), numbers, mapping.numbers().isPresent() ? Map.of() : otherNumbers(numbers), discounts(numbers), floats);
    }

    /** The one currency that signs, codes, headers and a column of currencies name. */
    Optional<Currency> currency() {
        var named = cells(Field.CURRENCY).stream().distinct().toList();
        if (named.size() > 1) {
            doubts.ask("Amounts are in several currencies (" + String.join(", ", named.stream().limit(5).toList())
                    + "), and a warehouse holds one: convert them first, or import one file for each into folders of their own.");
            return Optional.empty();
        }
        var money = reading.positions().keySet().stream().filter(MONEY::contains).toList();
        return Currencies.of(Stream.of(named.stream(), money.stream().flatMap(field -> headers(field).stream()), money.stream().flatMap(field -> cells(field).stream()))
                .flatMap(each -> each).distinct().toList());
    }

    private List<Field> fieldsOf(Shape shape) {
        return reading.positions().keySet().stream().filter(field -> field.shape() == shape).toList();
    }

    private List<Integer> columns(Field field) {
        return reading.positions().getOrDefault(field, List.of());
    }

    private List<String> headers(Field field) {
        return columns(field).stream().map(look.sample().header()::get).toList();
    }

    private List<String> cells(Field field) {
        return columns(field).stream().flatMap(column -> look.sample().cells(column).stream()).toList();
    }

    private static boolean isFloats(List<String> cells) {
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.matches("\\d+\\.0"));
    }

    /** Columns of which more cells are numbers when they are read the other way. */
    private Map<Field, Numbers> otherNumbers(Numbers usual) {
        var others = new EnumMap<Field, Numbers>(Field.class);
        var other = usual == Numbers.POINT ? Numbers.COMMA : Numbers.POINT;
        for (var field : fieldsOf(Shape.NUMBER)) {
            var cells = cells(field).stream().map(cell -> cell.replace("%", "")).toList();
            if (ColumnProfile.share(cells, other::isNumber) > ColumnProfile.share(cells, usual::isNumber)) {
                others.put(field, other);
            }
        }
        return others;
    }

    private Discounts discounts(Numbers numbers) {
        var proved = reading.relation().filter(relation -> columns(Field.DISCOUNT).equals(List.of(relation.discount()))).map(Arithmetic.Relation::written);
        var header = headers(Field.DISCOUNT).stream().findFirst().orElse("");
        var found = mapping.discounts().or(() -> proved).orElseGet(() -> DiscountReading.of(header, cells(Field.DISCOUNT), numbers, reading.positions().containsKey(Field.AMOUNT)));
        if (found == Discounts.FRACTION && mapping.discounts().isEmpty() && proved.isEmpty()) {
            doubts.note("Discounts lie between 0 and 1; they were read as fractions of the price.");
        }
        return found;
    }

    /** Where the sample leaves day and month of a column open, another column that tells them decides, else the rest of the file. */
    private Map<Field, Dates> dates() {
        var candidates = new EnumMap<Field, List<Dates>>(Field.class);
        for (var field : fieldsOf(Shape.DATE)) {
            candidates.put(field, mapping.datesOf(field).map(List::of).orElseGet(() -> candidates(field)));
        }
        var settled = candidates.values().stream().filter(each -> each.size() == 1).map(List::getFirst).toList();
        candidates.replaceAll((field, open) -> open.size() == 1 ? open : settled.stream().filter(open::contains).findFirst().map(List::of).orElse(open));
        askTheWholeFile(candidates);
        var dates = new EnumMap<Field, Dates>(Field.class);
        candidates.forEach((field, open) -> {
            if (open.size() > 1) {
                doubts.ask("Every date can be read as day/month or month/day; it was read as " + open.getFirst().pattern()
                        + ". If that is wrong, write a mapping with date: " + open.get(1).pattern() + ".");
            }
            dates.put(field, open.getFirst());
        });
        return dates;
    }

    private List<Dates> candidates(Field field) {
        var joined = columns(field).size() == 1 ? cells(field) : look.sample().rows().stream()
                .map(row -> String.join(" ", columns(field).stream().map(column -> row[column]).filter(cell -> !cell.isEmpty()).toList())).filter(cell -> !cell.isEmpty()).toList();
        if (joined.isEmpty()) {
            return Dates.candidates(List.of("2000-01-01"));
        }
        var candidates = Dates.candidatesAmongNumbers(joined);
        if (candidates.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, "The dates in column \"" + String.join(", ", headers(field)) + "\" of " + file.name()
                    + ", such as " + joined.getFirst() + ", are in no known format.",
                    "Write a mapping in config/import-mappings with date: and its pattern, e.g. d/M/uuuu, and name it with --mapping.");
        }
        return candidates.stream().filter(each -> candidates.indexOf(each) == firstLike(each, candidates, joined)).toList();
    }

    /** Formats with a month's name that read all cells alike are one: {@code May 4, 2024} is short and long. Day and month may differ in rows to come. */
    private static int firstLike(Dates dates, List<Dates> candidates, List<String> cells) {
        return IntStream.range(0, candidates.size()).filter(i -> candidates.get(i).equals(dates) || dates.pattern().contains("MMM") && cells.stream().limit(LOOKED_AT).allMatch(cell -> candidates.get(i).read(cell).equals(dates.read(cell))))
                .findFirst().orElseThrow();
    }

    private void askTheWholeFile(Map<Field, List<Dates>> candidates) {
        var open = candidates.keySet().stream().filter(field -> candidates.getOrDefault(field, List.of()).size() > 1).toList();
        if (open.isEmpty()) {
            return;
        }
        candidates.replaceAll((field, its) -> new ArrayList<>(its));
        file.read(any -> {}, (number, cells) -> {
            boolean anyOpen = false;
            for (var field : open) {
                var its = candidates.getOrDefault(field, List.of());
                narrow(its, cells, columns(field).getFirst());
                anyOpen |= its.size() > 1;
            }
            return anyOpen;
        });
    }

    private static void narrow(Collection<Dates> open, String[] cells, int column) {
        var cell = column < cells.length ? cells[column].strip() : "";
        if (open.size() > 1 && !cell.isEmpty()) {
            var reading = open.stream().filter(each -> each.isDate(cell)).toList();
            if (!reading.isEmpty()) {
                open.retainAll(reading);
            }
        }
    }
}
