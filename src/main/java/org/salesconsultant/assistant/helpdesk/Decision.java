package org.salesconsultant.assistant.helpdesk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a customer's message: the reply goes out by itself, a person completes and sends it, or a person answers. */
public enum Decision {
    SEND, DRAFT, HANDOVER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
