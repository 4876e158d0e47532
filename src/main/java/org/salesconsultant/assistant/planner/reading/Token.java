package org.salesconsultant.assistant.planner.reading;

/**
 * A word, a number, one Han character or one sign, where it stands.
 *
 * @param folded its form for comparison
 * @param start,end character positions in the text, end exclusive
 */
public record Token(String folded, int start, int end, Kind kind) {
    /** What a token is made of. */
    public enum Kind { WORD, NUMBER, HAN, SIGN }

    public boolean isSign() {
        return kind == Kind.SIGN;
    }
}
