package org.salesconsultant.assistant;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what became of the language model's sentences and turns since the start. Safe for many threads. */
public final class LlmTally {
    private final Map<Sentence, Long> sentences = new ConcurrentHashMap<>();
    private final Map<Takeover, Long> takeovers = new ConcurrentHashMap<>();

    /** What the check made of a sentence. */
    public enum Sentence {
        PASSED,
        /** The findings' own summary was shown in its place. */
        REPLACED,
        LEFT_OUT;

        /** As labels have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many sentences ended so. */
    public long of(Sentence outcome) {
        return sentences.getOrDefault(outcome, 0L);
    }

    /** How many turns the embedded brain finished for that reason. */
    public long of(Takeover reason) {
        return takeovers.getOrDefault(reason, 0L);
    }

    void sentence(Sentence outcome) {
        sentences.merge(outcome, 1L, Long::sum);
    }

    void takenOver(Takeover reason) {
        takeovers.merge(reason, 1L, Long::sum);
    }
}
