package org.salesconsultant.warehouse.imports.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;

/**
 * The records of a JSON text: objects one after the other, in an array, or in the only array of an object around them. Nested
 * objects are flattened, {@code customer.name}; arrays of values are joined by commas. One array of objects may be expanded to
 * a row for each; others stay JSON. Numbers are kept as they are written. Memory is bounded by the largest record.
 */
final class JsonRecords implements Closeable {
    private static final int MOST_FIELDS = 4_096;
    private static final int MOST_ELEMENTS = 100_000;

    private final JsonParser parser;
    private final String wrapper;
    private final String expanded;
    private final Map<String, Long> arrays = new TreeMap<>();
    private boolean begun;

    /**
     * @param text UTF-8; closed with this
     * @param wrapper field of the object around all records that holds them; empty for none
     * @param expanded path of the array whose elements become rows; empty for none
     */
    JsonRecords(InputStream text, String wrapper, String expanded) throws IOException {
        this.parser = Json.MAPPER.getFactory().createParser(text);
        this.wrapper = wrapper;
        this.expanded = expanded;
    }

    /** The rows of the next record, cells by column; null at the end. */
    @Nullable List<Map<String, String>> next() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        var token = parser.nextToken();
        while (token == JsonToken.END_ARRAY && wrapper.isEmpty()) {
            token = parser.nextToken();
        }
        if (token == null || token == JsonToken.END_ARRAY) {
            return null;
        }
        if (token == JsonToken.START_ARRAY) {
            return next();
        }
        if (token != JsonToken.START_OBJECT) {
            throw new IOException("a record is " + token.name().toLowerCase(Locale.ROOT).replace("value_", "a ") + ", not an object");
        }
        var common = new LinkedHashMap<String, String>();
        var elements = new ArrayList<Map<String, String>>();
        flatten("", common, elements);
        if (elements.isEmpty()) {
            return List.of(common);
        }
        elements.replaceAll(element -> {
            var row = new LinkedHashMap<>(common);
            row.putAll(element);
            return row;
        });
        return elements;
    }

    /** Elements by path of the arrays of objects met so far. */
    Map<String, Long> arrays() {
        return arrays;
    }

    long line() {
        return parser.currentLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** The only field that holds an array of objects, where the whole text is one object and says nothing else in words; else empty. */
    static String wrapper(InputStream text) throws IOException {
        try (var parser = Json.MAPPER.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            var wrapper = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && !parser.getText().startsWith("http")) {
                    return "";
                }
                if (value == JsonToken.START_ARRAY) {
                    var first = parser.nextToken();
                    if (first != JsonToken.START_OBJECT || !wrapper.isEmpty()) {
                        return "";
                    }
                    wrapper = name;
                    parser.skipChildren();
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
            }
            return parser.nextToken() == null ? wrapper : "";
        }
    }

    private void begin() throws IOException {
        if (!wrapper.isEmpty()) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(wrapper);
                parser.nextToken();
                if (found) {
                    return;
                }
                parser.skipChildren();
            }
        }
    }

    /** Reads an object whose beginning was read. */
    private void flatten(String prefix, Map<String, String> into, List<Map<String, String>> elements) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var path = prefix + parser.currentName().strip();
            if (into.size() >= MOST_FIELDS) {
                throw new StreamConstraintsException("a record has more than " + MOST_FIELDS + " fields");
            }
            switch (parser.nextToken()) {
                case START_OBJECT -> flatten(path + ".", into, elements);
                case START_ARRAY -> array(path, into, elements);
                case VALUE_NULL -> into.put(path, "");
                default -> into.put(path, parser.getText());
            }
        }
    }

    private void array(String path, Map<String, String> into, List<Map<String, String>> elements) throws IOException {
        var values = new StringJoiner(", ");
        var objects = new StringJoiner(",", "[", "]");
        boolean ofObjects = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && path.equals(expanded)) {
                var element = new LinkedHashMap<String, String>();
                flatten(path + ".", element, List.of());
                elements.add(element);
                arrays.merge(path, 1L, Long::sum);
                if (elements.size() > MOST_ELEMENTS) {
                    throw new StreamConstraintsException("a record has more than " + MOST_ELEMENTS + " elements of " + path);
                }
            } else if (parser.currentToken().isStructStart()) {
                ofObjects = true;
                arrays.merge(path, 1L, Long::sum);
                objects.add(Json.MAPPER.readTree(parser).toString());
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                values.add(parser.getText());
            }
        }
        if (ofObjects) {
            into.put(path, objects.toString());
        } else if (!path.equals(expanded)) {
            into.put(path, values.toString());
        }
    }
}
