package org.salesconsultant.assistant.helpdesk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a message is decided as it is; the gravest first. Where several meet, the first counts. */
public enum Reason {
    LOOP(Decision.HANDOVER),
    PROMPT_INJECTION(Decision.HANDOVER),
    LEGAL(Decision.HANDOVER),
    PAYMENT_DATA(Decision.HANDOVER),
    OTHER_CUSTOMERS_DATA(Decision.HANDOVER),
    COMPLAINT(Decision.HANDOVER),
    PROMISE(Decision.HANDOVER),
    ACTION(Decision.DRAFT),
    PARTLY_KNOWN(Decision.DRAFT),
    /** The likeliest reading is an answer, but not surely enough to send it. */
    UNSURE(Decision.DRAFT),
    NOT_KNOWN(Decision.HANDOVER),
    OWN_ORDER(Decision.SEND),
    OWN_ORDER_NEEDS_VERIFICATION(Decision.SEND),
    KNOWLEDGE(Decision.SEND),
    OUT_OF_SCOPE(Decision.HANDOVER),
    SMALL_TALK(Decision.SEND);

    private final Decision decision;

    Reason(Decision decision) {
        this.decision = decision;
    }

    public Decision decision() {
        return decision;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
