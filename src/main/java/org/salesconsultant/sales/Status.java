package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an answer ended. All are HTTP 200. */
public enum Status {
    ANSWERED, CLARIFY, DENIED, EMPTY, OUT_OF_SCOPE, FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
