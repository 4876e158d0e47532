package org.salesconsultant.warehouse.imports.recognition;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/**
 * What a person has written down of a file's columns, in {@code config/import-mappings/NAME.yaml}; what is left out is
 * recognised as always.
 *
 * @param columns header by field; an empty header leaves the field without a column
 * @param date pattern of {@link DateTimeFormatter}, e.g. {@code M/d/uuuu}; empty: recognised
 * @param decimal {@code "."} or {@code ","}; empty: recognised
 */
record NamedMapping(String file, Map<Field, String> columns, Optional<Dates> dates, Optional<Numbers> numbers) {
    private static final String FOLDER = "config/import-mappings/";

    private record Text(Map<Field, String> columns, @JsonSetter(nulls = Nulls.AS_EMPTY) String date,
                        @JsonSetter(nulls = Nulls.AS_EMPTY) String decimal) {}

    /** Nothing written down. */
    static final NamedMapping NONE = new NamedMapping("", Map.of(), Optional.empty(), Optional.empty());

    /** @throws UserError when there is none of this name, or it is broken */
    static NamedMapping of(Home home, @Nullable String name) {
        if (name == null) {
            return NONE;
        }
        var file = FOLDER + name + ".yaml";
        var known = home.list("config/import-mappings", ".yaml");
        if (!known.contains(file)) {
            throw new UserError(UserError.Category.NOT_FOUND, "There is no mapping \"" + name + "\": " + file + " is missing.",
                    known.isEmpty() ? "Leave --mapping out: the columns are then recognised." : "Mappings: " + names(known) + ".");
        }
        var text = Yaml.read(home, file, Text.class);
        return new NamedMapping(file, text.columns(), dates(file, text.date()), numbers(file, text.decimal()));
    }

    /** The columns it names. @throws UserError when the file has no such column */
    Map<Field, Integer> columnsOf(List<String> header) {
        var found = new EnumMap<Field, Integer>(Field.class);
        var words = header.stream().map(Headers::words).toList();
        columns.forEach((field, name) -> {
            if (!name.isBlank()) {
                int column = header.contains(name) ? header.indexOf(name) : words.indexOf(Headers.words(name));
                if (column < 0) {
                    throw new UserError(UserError.Category.BAD_FILE, file + " says that " + field.label() + " is the column \"" + name
                            + "\", which the file does not have.", "Its columns: " + String.join(", ", header) + ".");
                }
                found.put(field, column);
            }
        });
        return found;
    }

    /** Fields that are to stay without a column. */
    List<Field> without() {
        return columns.entrySet().stream().filter(column -> column.getValue().isBlank()).map(Map.Entry::getKey).toList();
    }

    private static Optional<Dates> dates(String file, String pattern) {
        try {
            return pattern.isEmpty() ? Optional.empty() : Optional.of(new Dates(pattern));
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.BAD_SETUP, file + ": date: " + e.getMessage() + ".", "Write it like d/M/uuuu or uuuu-MM-dd.");
        }
    }

    private static Optional<Numbers> numbers(String file, String decimal) {
        return switch (decimal) {
            case "" -> Optional.empty();
            case "." -> Optional.of(Numbers.POINT);
            case "," -> Optional.of(Numbers.COMMA);
            case String other -> throw new UserError(UserError.Category.BAD_SETUP, file + ": decimal: \"" + other + "\" is none.", "Write \".\" or \",\".");
        };
    }

    private static String names(List<String> files) {
        return String.join(", ", files.stream().map(each -> each.substring(FOLDER.length(), each.length() - ".yaml".length())).toList());
    }
}
