package org.salesconsultant.assistant.helpdesk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.salesconsultant.assistant.helpdesk.Documents.Passage;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

/**
 * One sentence of a message.
 *
 * @param odds the probability of each intent; they need not add up to 1
 * @param passages near it, the nearest first
 * @param asks whether it is a question or a request by its form
 */
record Sentence(String text, Map<Intent, Double> odds, List<Passage> passages, boolean asks) {
    double odds(Intent intent) {
        return odds.getOrDefault(intent, 0.0);
    }

    /** Whether it is a question to answer, not one asked out of politeness. */
    boolean isOpenQuestion() {
        return (text.endsWith("?") || text.endsWith("？")) && odds(Intent.SMALL_TALK) < odds(likeliest());
    }

    /** What asks is not mere politeness. */
    Intent likeliest() {
        return odds.entrySet().stream().filter(entry -> !asks || entry.getKey() != Intent.SMALL_TALK).max(Comparator.comparingDouble(Map.Entry::getValue)).map(Map.Entry::getKey).orElse(Intent.NOT_KNOWN);
    }

    /** The share of these intents in all that it may be for. */
    double share(Predicate<Intent> these) {
        double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        return all == 0 ? 0 : odds.entrySet().stream().filter(entry -> these.test(entry.getKey())).mapToDouble(Map.Entry::getValue).sum() / all;
    }
}
