package org.salesconsultant.sales;

import java.util.List;
import java.util.Map;

/** Learns from example texts what a text is meant for, and how sure that is. Safe for many threads. */
@FunctionalInterface
public interface IntentLearner {
    /**
     * @param examples texts of {@code language} by what they are meant for; takes about a second for a few hundred
     * @param beyond texts that are meant for none of them
     */
    Intents learn(Language language, Map<String, List<String>> examples, List<String> beyond);

    /** What was learned. */
    @FunctionalInterface
    interface Intents {
        /** All that a text can be meant for, the likeliest first; empty where there were too few examples to learn from. */
        List<Guess> guesses(String text);
    }

    /** @param confidence how probable it is that a text is meant for it, 0 … 1, as examples taught that were held out */
    record Guess(String intent, double confidence) {}
}
