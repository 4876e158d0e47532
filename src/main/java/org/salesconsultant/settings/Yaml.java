package org.salesconsultant.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;
import org.salesconsultant.sales.UserError;

/** Reads a YAML file into a record; a mistake in it is reported with file, line and the fix. */
public final class Yaml {
    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Yaml() {}

    /** Every field is needed. @throws UserError when the text is not YAML or does not fit the record */
    public static <T> T read(Home home, String name, Class<T> type) {
        return read(MAPPER.readerFor(type), home, name);
    }

    /** Fields may be left out, and are null then. @throws UserError as {@link #read} */
    public static <T> T readSparse(Home home, String name, Class<T> type) {
        return read(MAPPER.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES), home, name);
    }

    private static <T> T read(ObjectReader reader, Home home, String name) {
        try {
            return reader.readValue(home.read(name));
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
