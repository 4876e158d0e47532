package org.salesconsultant.channels.http;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;

/**
 * The body of {@code POST /api/chat}.
 *
 * @param conversationId left out to begin a new conversation
 * @param language {@code en} or {@code zh}; left out: the message's own
 */
record ChatRequest(@Nullable String message, @Nullable String conversationId, @Nullable String language) {
    /** @throws UserError when there is no message or it is too long, or the language is unknown */
    Question question(Viewer viewer) {
        if (message == null || message.isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message is empty.", "Send a question as \"message\".");
        }
        if (message.length() > Assistant.LONGEST_MESSAGE) {
            throw new UserError(UserError.Category.TOO_LARGE, "The message has %,d characters.".formatted(message.length()),
                    "Shorten it to at most %,d.".formatted(Assistant.LONGEST_MESSAGE));
        }
        return new Question(message.strip(), viewer, conversationId, language == null ? null : Language.ofCode(language));
    }
}
