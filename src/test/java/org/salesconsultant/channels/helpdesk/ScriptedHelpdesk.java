package org.salesconsultant.channels.helpdesk;

import java.util.List;
import java.util.Locale;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.assistant.helpdesk.Decision;
import org.salesconsultant.assistant.helpdesk.Reason;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.sales.Language;

/** Decides by a word, as the real one does by what it has learned; orders it tells of the customer it is given only. */
public final class ScriptedHelpdesk {
    public static final String ASK = "Please write the e-mail address of your account.";
    public static final String TAKES_OVER = "A colleague takes over.";

    private ScriptedHelpdesk() {}

    public static Reply reply(CustomerMessage message) {
        var text = message.text().toLowerCase(Locale.ROOT);
        if (text.contains("broken")) {
            throw new IllegalStateException("a bug");
        }
        if (text.contains("order") || text.contains("订单")) {
            return message.customer() == null ? of(message, Reason.OWN_ORDER_NEEDS_VERIFICATION, ASK)
                    : of(message, Reason.OWN_ORDER, "Orders of " + message.customer() + ": " + message.text());
        }
        return text.contains("minimum") ? new Reply(Decision.SEND, Reason.OWN_ORDER_NEEDS_VERIFICATION, 0.93, "No minimum (FAQ). " + ASK, Language.ENGLISH,
                List.of(new Reply.Citation("FAQ", "Minimum", "No minimum")), List.of())
                : text.contains("return") ? of(message, Reason.KNOWLEDGE, "14 days (Returns)")
                : text.contains("lawyer") ? of(message, Reason.LEGAL, TAKES_OVER)
                : text.contains("cancel") ? of(message, Reason.ACTION, "Our rules: …")
                : text.contains("out of office") ? of(message, Reason.LOOP, "")
                : text.contains("thanks") ? of(message, Reason.SMALL_TALK, "You are welcome after " + message.earlier() + ".")
                : of(message, Reason.NOT_KNOWN, TAKES_OVER);
    }

    private static Reply of(CustomerMessage message, Reason reason, String text) {
        var decision = reason.decision();
        return new Reply(decision, reason, decision == Decision.DRAFT ? 0.874 : 0.93, text, Language.of(message.text()), List.of(), List.of());
    }
}
