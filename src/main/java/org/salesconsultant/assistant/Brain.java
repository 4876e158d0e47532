package org.salesconsultant.assistant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which brain wrote an answer. */
public enum Brain {
    EMBEDDED, LLM;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
