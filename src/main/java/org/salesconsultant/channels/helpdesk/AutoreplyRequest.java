package org.salesconsultant.channels.helpdesk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.sales.UserError;

/**
 * The body of {@code POST /api/autoreply}.
 *
 * @param earlier the same customer's messages before it, the oldest first
 * @param customer the code of the customer whom the writer is taken for
 * @param verified whether the helpdesk has made sure of that; orders are told only then
 */
record AutoreplyRequest(@Nullable String message, @Nullable List<String> earlier, @Nullable String customer, @Nullable Boolean verified) {
    /** @throws UserError when there is no message, the thread is too long, or nobody is named who would be verified */
    CustomerMessage toMessage() {
        if (message == null || message.isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message is empty.", "Send what the customer wrote as \"message\".");
        }
        var before = Objects.requireNonNullElse(earlier, List.<String>of()).stream().filter(text -> text != null && !text.isBlank()).toList();
        int length = message.length() + before.stream().mapToInt(String::length).sum();
        if (length > Assistant.LONGEST_MESSAGE) {
            throw new UserError(UserError.Category.TOO_LARGE, "The thread has %,d characters.".formatted(length), "Send at most %,d, the newest messages.".formatted(Assistant.LONGEST_MESSAGE));
        }
        boolean isVerified = Boolean.TRUE.equals(verified);
        if (isVerified && (customer == null || customer.isBlank())) {
            throw new UserError(UserError.Category.BAD_INPUT, "Nobody is named who is verified.", "Send the customer's code as \"customer\".");
        }
        return new CustomerMessage(message.strip(), before, isVerified ? customer : null);
    }
}
