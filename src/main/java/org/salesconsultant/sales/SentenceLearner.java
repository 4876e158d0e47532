package org.salesconsultant.sales;

import java.util.List;
import java.util.Map;

/** Learns from the labelled sentences of messages how probable each label is for another sentence. Safe for many threads. */
@FunctionalInterface
public interface SentenceLearner {
    /**
     * Takes about ten seconds for some thousand sentences.
     *
     * @param sentences of {@code language}, of two labels or more
     */
    Learned learn(Language language, List<Labelled> sentences);

    /** @param message that it stands in: sentences of one message are alike */
    record Labelled(String text, String label, int message) {}

    /** What was learned. Probabilities are by label and add up to 1. */
    interface Learned {
        Map<String, Double> probabilities(String sentence);

        /** Of each sentence learned from, by models that had seen none of its message. */
        List<Map<String, Double>> heldOut();
    }
}
