package org.salesconsultant.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.stream.Collectors;
import org.salesconsultant.sales.UserError;

/** Reads a YAML file into a record; a mistake in it is reported with file, line and the fix. */
public final class Yaml {
    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Yaml() {}

    /** @throws UserError when the text is not YAML or does not fit the record */
    public static <T> T read(Home home, String name, Class<T> type) {
        try {
            return MAPPER.readValue(home.read(name), type);
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
