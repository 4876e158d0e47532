package org.salesconsultant.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;
import org.salesconsultant.sales.UserError;

/** Reads a YAML file into a record, and writes records as YAML; a mistake in it is reported with file, line and the fix. */
public final class Yaml {
    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private static final ObjectMapper WRITER = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private Yaml() {}

    /** Every field is needed. @throws UserError when the text is not YAML or does not fit the record */
    public static <T> T read(Home home, String name, Class<T> type) {
        return parse(MAPPER.readerFor(type), home.read(name), name);
    }

    /** Fields may be left out, and are null then. @throws UserError as {@link #read} */
    public static <T> T readSparse(Home home, String name, Class<T> type) {
        return parseSparse(home.read(name), name, type);
    }

    /** The same of a text that is not, or not yet, in a file. @param name to call it by in errors @throws UserError as {@link #read} */
    public static <T> T parseSparse(String text, String name, Class<T> type) {
        return parse(MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES), text, name);
    }

    /** The value as people write YAML: in lines, with quotes where they are needed. */
    public static String write(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T parse(ObjectReader reader, String text, String name) {
        try {
            return reader.readValue(text);
        } catch (JsonMappingException e) {
            var path = e.getPath().stream().map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining("."));
            throw mistake(name, e, (path.isEmpty() ? "" : path + ": ") + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw mistake(name, e, e.getOriginalMessage());
        }
    }

    private static UserError mistake(String name, JsonProcessingException e, String what) {
        var at = e.getLocation() == null ? name : name + " line " + e.getLocation().getLineNr();
        var line = what.lines().findFirst().orElse("").replaceAll("\\(class [^)]*\\)", "").strip();
        return new UserError(UserError.Category.BAD_SETUP, at + ": " + line + ".", "Mend that line and start again.");
    }
}
