package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/** A proposal as the text of a mapping file, with examples and what is in doubt as comments, to be edited and named. */
public final class MappingText {
    private MappingText() {}

    /**
     * @param recognition of a file with headers
     * @param file what it was made from, for the comment above
     */
    public static String of(Recognition recognition, String file) {
        var lines = new ArrayList<String>();
        lines.add("# Made from " + file + ". A header left empty ('') leaves a field without a column; fields that are not named are recognised.");
        recognition.doubts().forEach(doubt -> lines.add("# " + doubt));
        lines.add("kind: " + recognition.kind().word());
        recognition.source().ifPresent(source -> lines.add("source: " + quoted(source)));
        lines.add("columns:");
        var byField = recognition.recognised().stream().collect(Collectors.groupingBy(Recognition.Recognised::field, LinkedHashMap::new, Collectors.toList()));
        byField.forEach((field, columns) -> lines.add("  " + word(field) + ": " + headers(columns) + "   # " + examples(columns)));
        if (!recognition.ignored().isEmpty()) {
            lines.add("  # not read: " + oneLine(String.join(", ", recognition.ignored())));
        }
        if (!recognition.columns().carried().isEmpty()) {
            lines.add("carry_down: [" + recognition.columns().carried().stream().sorted().map(MappingText::word).collect(Collectors.joining(", ")) + "]");
        }
        if (!recognition.columns().constants().isEmpty()) {
            lines.add("constants:");
            recognition.columns().constants().forEach((field, value) -> lines.add("  " + word(field) + ": " + quoted(value)));
        }
        var dates = recognition.formats().dates();
        if (dates.values().stream().map(Dates::pattern).distinct().count() == 1) {
            lines.add("date: " + quoted(dates.values().iterator().next().pattern()));
        } else if (!dates.isEmpty()) {
            lines.add("dates:");
            dates.forEach((field, its) -> lines.add("  " + word(field) + ": " + quoted(its.pattern())));
        }
        if (recognition.formats().otherNumbers().isEmpty()) {
            lines.add("decimal: \"" + (recognition.formats().numbers() == Numbers.POINT ? "." : ",") + "\"");
        }
        if (recognition.columns().has(Field.DISCOUNT)) {
            lines.add("discounts: " + recognition.formats().discounts().name().toLowerCase(Locale.ROOT));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String headers(List<Recognition.Recognised> columns) {
        var headers = columns.stream().map(column -> quoted(column.header())).toList();
        return headers.size() == 1 ? headers.getFirst() : "[" + String.join(", ", headers) + "]";
    }

    private static String examples(List<Recognition.Recognised> columns) {
        var first = columns.getFirst();
        return (first.isQuestion() ? "is that so? " : "") + oneLine(first.examples().isEmpty() ? "no example" : "e.g. " + String.join(", ", first.examples()));
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private static String word(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
