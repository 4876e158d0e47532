package org.salesconsultant.channels.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.sales.Language;

/**
 * A customer's message in a conversation of a helpdesk.
 *
 * @param conversation with its platform, the same for one writer only
 * @param earlier the same writer's messages before it, the oldest first
 * @param mail the address that the writer is known by there, which proves nothing; null: none
 */
public record Inquiry(String conversation, String text, List<String> earlier, @Nullable String mail) {
    CustomerMessage by(@Nullable String customer) {
        return new CustomerMessage(text, earlier, customer);
    }

    Language language() {
        return Language.of(text);
    }
}
