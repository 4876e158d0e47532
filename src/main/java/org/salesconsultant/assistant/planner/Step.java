package org.salesconsultant.assistant.planner;

import java.util.List;

/** What the planner does with a question. */
sealed interface Step {

    /** Calls tools: one for each request in the message. */
    record Call(List<Plan> plans) implements Step {}

    /** Ends the turn without a number. @param options whole questions or names to click */
    record Conclude(Status status, String message, List<String> options) implements Step {}

    /** As the tool {@code conclude} writes them. */
    enum Status {
        CLARIFY("clarify"), EMPTY("empty"), OUT_OF_SCOPE("out_of_scope");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
