package org.salesconsultant.warehouse.imports.recognition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/**
 * What is written down of a file's columns, in {@code config/import-mappings/NAME.yaml}; what is left out is recognised as
 * always. All keys may be left out:
 *
 * <pre>
 * kind: orders                      # what its rows are
 * source: shopify                   # order numbers are unique within it
 * signature: [Name, Lineitem sku]   # a file with all these headers is read so without being told, and its other columns have no field
 * columns:
 *   order_number: Name              # field: header
 *   rep: Owner | Owner Name         # the first of these that the file has
 *   discount: [Rebate, Coupon]      # several columns: numbers are added up, texts joined, a date is followed by its time
 *   country: ''                     # no column, whatever is recognised
 * carry_down: [date, customer_name] # written on the first row of each order only
 * constants: {campaign_name: Spring mail}   # the same for all rows
 * date: d/M/uuuu                    # of all dates but those in
 * dates: {closed_date: uuuu-MM-dd}
 * decimal: ","
 * discounts: percent                # money, negative_money, fraction, percent
 * </pre>
 *
 * @param file its name, empty where nothing is written down
 * @param columns alternatives of headers by field; an empty list leaves the field without a column
 * @param dates by field; {@code allDates} for the others
 */
record NamedMapping(String file, String text, Optional<FileKind> kind, Optional<String> source, List<String> signature, Map<Field, List<List<String>>> columns,
                    Set<Field> carried, Map<Field, String> constants, Map<Field, Dates> dates, Optional<Dates> allDates, Optional<Numbers> numbers,
                    Optional<Discounts> discounts) {
    static final String FOLDER = "config/import-mappings";

    /** Nothing written down. */
    static final NamedMapping NONE = new NamedMapping("", "", Optional.empty(), Optional.empty(), List.of(), Map.of(), Set.of(), Map.of(), Map.of(), Optional.empty(),
            Optional.empty(), Optional.empty());

    /** One header or several. */
    private record Names(List<String> names) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private Names {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private Names(String name) {
            this(List.of(name));
        }
    }

    private record Text(@JsonSetter(nulls = Nulls.AS_EMPTY) String kind, @JsonSetter(nulls = Nulls.AS_EMPTY) String source, @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> signature,
                        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Field, Names> columns, @JsonProperty("carry_down") @JsonSetter(nulls = Nulls.AS_EMPTY) List<Field> carryDown,
                        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Field, String> constants, @JsonSetter(nulls = Nulls.AS_EMPTY) String date,
                        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Field, String> dates, @JsonSetter(nulls = Nulls.AS_EMPTY) String decimal,
                        @JsonSetter(nulls = Nulls.AS_EMPTY) String discounts) {}

    /** @throws UserError when there is none of this name, or it is broken */
    static NamedMapping of(Home home, String name) {
        var file = FOLDER + "/" + name + ".yaml";
        var known = home.listAll(FOLDER, ".yaml");
        if (!known.contains(file)) {
            throw new UserError(UserError.Category.NOT_FOUND, "There is no mapping \"" + name + "\": " + file + " is missing.",
                    known.isEmpty() ? "Leave --mapping out: the columns are then recognised." : "Mappings: " + String.join(", ", known.stream().map(NamedMapping::nameOf).toList()) + ".");
        }
        return read(home, file);
    }

    /** All that are taken by themselves where a file has the headers they sign with. */
    static List<NamedMapping> signed(Home home) {
        return home.listAll(FOLDER, ".yaml").stream().filter(file -> home.read(file).contains("signature:")).map(file -> read(home, file))
                .filter(mapping -> !mapping.signature().isEmpty()).toList();
    }

    /** {@code NAME} of {@code config/import-mappings/NAME.yaml}, empty where nothing is written down. */
    String name() {
        return file.isEmpty() ? "" : nameOf(file);
    }

    /** Whether a file with these headers says by them that it is meant. */
    boolean isSignedBy(List<String> header) {
        var words = new HashSet<>(header.stream().map(HeaderWords::parted).toList());
        return !signature.isEmpty() && signature.stream().map(HeaderWords::parted).allMatch(words::contains);
    }

    /**
     * The columns it names.
     *
     * @throws UserError when the file lacks one; a mapping with a signature, which describes an export that comes in several
     *     widths, passes over those that are not part of it
     */
    Map<Field, List<Integer>> columnsOf(List<String> header) {
        var found = new EnumMap<Field, List<Integer>>(Field.class);
        var words = header.stream().map(HeaderWords::parted).toList();
        columns.forEach((field, its) -> {
            var positions = new ArrayList<Integer>();
            for (var alternatives : its) {
                var column = alternatives.stream().map(name -> header.contains(name) ? header.indexOf(name) : words.indexOf(HeaderWords.parted(name))).filter(at -> at >= 0).findFirst();
                if (column.isEmpty() && signature.isEmpty()) {
                    throw new UserError(UserError.Category.BAD_FILE, at(field.name().toLowerCase(java.util.Locale.ROOT)) + " says that " + field.label() + " is the column \""
                            + String.join(" | ", alternatives) + "\", which the file does not have.", "Its columns: " + String.join(", ", header) + ".");
                }
                column.ifPresent(positions::add);
            }
            if (!positions.isEmpty()) {
                found.put(field, positions);
            }
        });
        return found;
    }

    /** Fields that are to stay without a column. */
    Set<Field> without() {
        var without = new HashSet<Field>();
        columns.forEach((field, its) -> {
            if (its.isEmpty()) {
                without.add(field);
            }
        });
        return without;
    }

    /** How the dates of a field are written, where it is said. */
    Optional<Dates> datesOf(Field field) {
        return Optional.ofNullable(dates.get(field)).or(() -> allDates);
    }

    private static NamedMapping read(Home home, String file) {
        var text = Yaml.read(home, file, Text.class);
        var raw = home.read(file);
        var columns = new EnumMap<Field, List<List<String>>>(Field.class);
        text.columns().forEach((field, names) -> columns.put(field, names.names().stream().filter(name -> !name.isBlank())
                .map(name -> Stream.of(name.split(" \\| ")).map(String::strip).toList()).toList()));
        var dates = new EnumMap<Field, Dates>(Field.class);
        text.dates().forEach((field, pattern) -> dates.put(field, dates(file, raw, pattern)));
        return new NamedMapping(file, raw, kind(file, raw, text.kind()), Optional.of(text.source()).filter(source -> !source.isBlank()), text.signature(), columns,
                Set.copyOf(text.carryDown()), text.constants(), dates, text.date().isEmpty() ? Optional.empty() : Optional.of(dates(file, raw, text.date())),
                numbers(file, raw, text.decimal()), discounts(file, raw, text.discounts()));
    }

    private static Optional<FileKind> kind(String file, String text, String kind) {
        return kind.isBlank() ? Optional.empty() : Optional.of(FileKind.of(kind).orElseThrow(() -> new UserError(UserError.Category.BAD_SETUP,
                at(file, text, "kind:") + ": kind: \"" + kind + "\" is none.", "Kinds: " + String.join(", ", Stream.of(FileKind.values()).map(FileKind::word).toList()) + ".")));
    }

    private static Dates dates(String file, String text, String pattern) {
        try {
            return new Dates(pattern);
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.BAD_SETUP, at(file, text, pattern) + ": date: " + e.getMessage() + ".", "Write it like d/M/uuuu or uuuu-MM-dd.");
        }
    }

    private static Optional<Numbers> numbers(String file, String text, String decimal) {
        return switch (decimal) {
            case "" -> Optional.empty();
            case "." -> Optional.of(Numbers.POINT);
            case "," -> Optional.of(Numbers.COMMA);
            case String other -> throw new UserError(UserError.Category.BAD_SETUP, at(file, text, "decimal:") + ": decimal: \"" + other + "\" is none.", "Write \".\" or \",\".");
        };
    }

    private static Optional<Discounts> discounts(String file, String text, String discounts) {
        if (discounts.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(Discounts.values()).filter(each -> each.name().equalsIgnoreCase(discounts)).findFirst().orElseThrow(() ->
                new UserError(UserError.Category.BAD_SETUP, at(file, text, "discounts:") + ": discounts: \"" + discounts + "\" is none.", "Write money, negative_money, fraction or percent.")));
    }

    private String at(String words) {
        return at(file, text, words);
    }

    /** The file and the first line in which words stand. */
    private static String at(String file, String text, String words) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words) && !lines.get(i).stripLeading().startsWith("#")) {
                return file + " line " + (i + 1);
            }
        }
        return file;
    }

    private static String nameOf(String file) {
        return file.substring(FOLDER.length() + 1, file.length() - ".yaml".length());
    }
}
