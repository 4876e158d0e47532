package org.salesconsultant.channels.helpdesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * @param conversationId the helpdesk's, one writer's only: then the writer can prove by a code sent by mail who it is
 * @param email that the writer is known by at the helpdesk; it proves nothing
 */
record AutoreplyRequest(@Nullable String message, @Nullable List<String> earlier, @Nullable String customer, @Nullable Boolean verified,
                        @Nullable String conversationId, @Nullable String email) {
    private static final int LONGEST_ID = 200;

    /** @throws UserError when there is no message, the thread is too long, or nobody is named who would be verified */
    CustomerMessage toMessage() {
        boolean isVerified = isVerified();
        if (isVerified && (customer == null || customer.isBlank())) {
            throw new UserError(UserError.Category.BAD_INPUT, "Nobody is named who is verified.", "Send the customer's code as \"customer\".");
        }
        return new CustomerMessage(text(), before(), isVerified ? customer : null);
    }

    /** What is not verified yet, and in a conversation. @param key whose conversations these are @throws UserError as above, or when its name is too long */
    Optional<Inquiry> toInquiry(String key) {
        if (isVerified() || conversationId == null || conversationId.isBlank()) {
            return Optional.empty();
        }
        if (conversationId.length() > LONGEST_ID) {
            throw new UserError(UserError.Category.BAD_INPUT, "The conversationId is too long.", "Send at most " + LONGEST_ID + " characters.");
        }
        return Optional.of(new Inquiry("autoreply " + key + " " + conversationId.strip(), text(), before(), email == null || email.isBlank() ? null : email.strip()));
    }

    private boolean isVerified() {
        return Boolean.TRUE.equals(verified);
    }

    private String text() {
        if (message == null || message.isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message is empty.", "Send what the customer wrote as \"message\".");
        }
        int length = message.length() + before().stream().mapToInt(String::length).sum();
        if (length > Assistant.LONGEST_MESSAGE) {
            throw new UserError(UserError.Category.TOO_LARGE, "The thread has %,d characters.".formatted(length), "Send at most %,d, the newest messages.".formatted(Assistant.LONGEST_MESSAGE));
        }
        return message.strip();
    }

    private List<String> before() {
        return Objects.requireNonNullElse(earlier, List.<String>of()).stream().filter(text -> text != null && !text.isBlank()).toList();
    }
}
