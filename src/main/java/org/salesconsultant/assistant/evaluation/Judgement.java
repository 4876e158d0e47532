package org.salesconsultant.assistant.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How an answer compares with what was expected.
 *
 * @param differences sentences that say what differs; none when right
 * @param elapsedMs of the slowest message
 */
public record Judgement(String id, String question, Verdict verdict, List<String> differences, String text, long elapsedMs) {
    /** A wrong number weighs more than a question that is declined. */
    public enum Verdict {
        RIGHT,
        /** Answered with other numbers than expected, or where nothing should have been answered. */
        WRONG,
        /** Declined, asked back, or found by another tool than expected. */
        MISSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
