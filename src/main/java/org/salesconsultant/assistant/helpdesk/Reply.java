package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;

/**
 * What a message gets. Its JSON is the outside contract of {@code POST /api/autoreply}.
 *
 * @param confidence how probable it is that the decision is right, 0 … 1
 * @param text to the customer, or the draft of it; blank where no reply must go out
 * @param citations the passages it quotes
 * @param findings what of the customer's own orders it rests on
 */
public record Reply(Decision decision, Reason reason, double confidence, String text, Language language, List<Citation> citations, List<Finding> findings) {
    /** @param passage word for word */
    public record Citation(String document, String section, String passage) {}
}
