package org.salesconsultant.assistant.helpdesk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;

/**
 * What a customer wrote.
 *
 * @param text the message to decide on
 * @param earlier the same customer's messages before it in the thread, the oldest first
 * @param customer the code of the customer who has proved to be the writer, or null while nobody has
 */
public record CustomerMessage(String text, List<String> earlier, @Nullable String customer) {
    Language language() {
        return Language.of(text);
    }

    /** The thread so far, for names that are not repeated. */
    List<String> newestFirst() {
        return Stream.concat(Stream.of(text), earlier.reversed().stream()).toList();
    }
}
