package org.salesconsultant.warehouse.imports.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.salesconsultant.sales.UserError;

/**
 * A JSON text as a table: JSON Lines, an array of objects, or such an array in an object. Its columns are all fields that any
 * record has, in the order in which they are first met; the whole text is read once to know them.
 *
 * @param wrapper field that holds the records, empty for none
 * @param expanded path of the array whose elements are the rows, empty where a record is a row
 * @param places of the columns by their names
 */
record JsonTable(TextFile text, String wrapper, String expanded, Map<String, Integer> places, List<String> header, List<String> doubts)
        implements TableFile {
    private static final int MOST_COLUMNS = 4_096;

    /** @throws UserError when it is no JSON, or has no record */
    static JsonTable of(TextFile text) {
        var wrapper = reading(text, 0, () -> {
            try (var bytes = text.open(any -> {})) {
                return JsonRecords.wrapper(bytes);
            }
        });
        var columns = new LinkedHashMap<String, Integer>();
        var arrays = survey(text, wrapper, "", columns);
        var expanded = longest(arrays);
        if (!expanded.isEmpty()) {
            columns.clear();
            survey(text, wrapper, expanded, columns);
        }
        if (columns.isEmpty()) {
            throw GivenFile.empty(text.file().path());
        }
        var doubts = new ArrayList<>(text.doubts());
        if (arrays.size() > 1) {
            doubts.add(expanded.isEmpty() ? "Records hold several lists of equal length, " + String.join(", ", arrays.keySet()) + "; they were left as they are, one row a record."
                    : "Each element of " + expanded + " is a row; other lists in a record were left as they are: "
                    + String.join(", ", arrays.keySet().stream().filter(each -> !each.equals(expanded)).toList()) + ".");
        }
        return new JsonTable(text, wrapper, expanded, columns, List.copyOf(columns.keySet()), doubts);
    }

    @Override
    public String name() {
        return text.file().name();
    }

    @Override
    public String format() {
        return "JSON, " + text.format();
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public long bytes() {
        return text.file().bytes();
    }

    @Override
    public String sha256() {
        return text.sha256();
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        text.file().requireUnchanged();
        try (var records = new JsonRecords(text.open(progress), wrapper, expanded)) {
            long number = 0;
            for (var rows = records.next(); rows != null; rows = records.next()) {
                for (var row : rows) {
                    number++;
                    if (!visitor.row(number, cells(row))) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw broken(text, 0, e);
        }
        text.file().requireUnchanged();
    }

    private String[] cells(Map<String, String> row) {
        var cells = new String[header.size()];
        Arrays.fill(cells, "");
        row.forEach((name, value) -> cells[places.getOrDefault(name, 0)] = value);
        return cells;
    }

    /** Reads all records. @param columns filled with their columns @return elements by path of arrays of objects */
    private static Map<String, Long> survey(TextFile text, String wrapper, String expanded, Map<String, Integer> columns) {
        var at = new long[1];
        try (var records = new JsonRecords(text.open(any -> {}), wrapper, expanded)) {
            for (var rows = records.next(); rows != null; rows = records.next()) {
                at[0] = records.line();
                rows.forEach(row -> row.keySet().forEach(name -> columns.putIfAbsent(name, columns.size())));
                if (columns.size() > MOST_COLUMNS) {
                    throw new IOException("its records have more than " + MOST_COLUMNS + " different fields");
                }
            }
            return records.arrays();
        } catch (IOException e) {
            throw broken(text, at[0], e);
        }
    }

    /** The array with the most elements, empty where two have as many. */
    private static String longest(Map<String, Long> arrays) {
        long most = arrays.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var longest = arrays.entrySet().stream().filter(each -> each.getValue() == most).map(Map.Entry::getKey).toList();
        return longest.size() == 1 ? longest.getFirst() : "";
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(TextFile text, long line, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw broken(text, line, e);
        }
    }

    private static UserError broken(TextFile text, long line, IOException e) {
        if (text.file().gzip() && !(e instanceof JsonProcessingException)) {
            return text.file().unreadable(e);
        }
        var at = e instanceof JsonProcessingException json && json.getLocation() != null ? json.getLocation().getLineNr() : line;
        var reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
        return new UserError(UserError.Category.BAD_FILE, text.file().path() + " is no readable JSON, line " + Math.max(1, at) + ": "
                + reason.replaceAll(", from `[^`]*`", "").replaceAll("\\s+", " ") + ". Nothing was imported.", "Mend that line, or export it again with one object a line.");
    }
}
