package org.salesconsultant.assistant.planner.reading;

import java.util.List;
import java.util.Set;

/**
 * A text with everything it mentions: the mentions are in order, do not overlap, and leave no token out.
 *
 * @param text with its mends
 */
public record Reading(String text, List<Token> tokens, List<Mention> mentions, List<Mend> mends) {
    /** Signs around a name. */
    public static final Set<String> QUOTES = Set.of("\"", "'", "“", "”", "‘", "’", "「", "」", "《", "》");

    /** A word that nobody knows, and the one it was taken for. */
    public record Mend(String said, String meant) {}

    /** The words of some tokens as the text has them. */
    public String words(int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    public String words(Mention mention) {
        return words(mention.from(), mention.to());
    }
}
