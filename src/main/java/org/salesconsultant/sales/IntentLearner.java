package org.salesconsultant.sales;

import java.util.List;
import java.util.Map;

/** Learns from example texts what a text is meant for. Safe for many threads. */
@FunctionalInterface
public interface IntentLearner {
    /** @param examples texts of {@code language} by what they are meant for; takes about half a second for a few hundred */
    Intents learn(Language language, Map<String, List<String>> examples);

    /** What was learned. */
    @FunctionalInterface
    interface Intents {
        /** How probable each is for a text, adding up to 1. */
        Map<String, Double> probabilities(String text);
    }
}
