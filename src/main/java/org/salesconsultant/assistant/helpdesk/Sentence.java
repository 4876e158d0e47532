package org.salesconsultant.assistant.helpdesk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesconsultant.assistant.helpdesk.Documents.Passage;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

/**
 * One sentence of a message, or a part of it that asks something by itself.
 *
 * @param odds the probability of each intent; they add up to 1
 * @param passages near it, the nearest first
 */
record Sentence(String text, Map<Intent, Double> odds, List<Passage> passages) {
    double odds(Set<Intent> these) {
        return these.stream().mapToDouble(intent -> odds.getOrDefault(intent, 0.0)).sum();
    }

    /** Of the nearest passage, 0 where none is near. */
    double nearness() {
        return passages.isEmpty() ? 0 : passages.getFirst().score();
    }

    Intent likeliest(Set<Intent> these) {
        return these.stream().sorted().max(Comparator.comparingDouble(intent -> odds.getOrDefault(intent, 0.0))).orElse(Intent.SMALL_TALK);
    }
}
