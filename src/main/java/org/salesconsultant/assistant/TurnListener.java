package org.salesconsultant.assistant;

import org.salesconsultant.sales.Finding;

/** Told of a turn as it happens; called from the turn's threads, one call at a time. */
public interface TurnListener {
    /** For callers that wait for the whole answer. */
    TurnListener NONE = new TurnListener() {};

    default void started(String conversationId, String messageId) {}

    /** @param words what is being done, as a person reads it while waiting */
    default void step(String tool, String words) {}

    default void finding(Finding finding) {}

    /** The next piece of the answer's text; checked before it is given. */
    default void text(String piece) {}
}
