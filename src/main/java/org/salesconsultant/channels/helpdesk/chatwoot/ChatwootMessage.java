package org.salesconsultant.channels.helpdesk.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;

/**
 * What a contact wrote in a conversation that is the bot's.
 *
 * @param text blank where only files were sent
 * @param mail the contact's address, as they or a colleague wrote it
 */
record ChatwootMessage(Conversation conversation, long id, String text, @Nullable String mail) {
    /** Empty for whatever else an agent bot is told. @param body of a webhook @throws UserError when it is none */
    static Optional<ChatwootMessage> of(byte[] body) {
        var event = read(body);
        var conversation = event.path("conversation");
        boolean isForBot = event.path("event").asText().equals("message_created") && event.path("message_type").asText().equals("incoming")
                && !event.path("private").asBoolean() && conversation.path("status").asText().equals("pending");
        return isForBot ? Optional.of(message(event, conversation)) : Optional.empty();
    }

    /** What this message is known by. */
    String name() {
        return "chatwoot " + conversation.account() + " message " + id;
    }

    private static ChatwootMessage message(JsonNode event, JsonNode conversation) {
        var sender = event.path("sender");
        var mail = sender.path("email").asText(conversation.at("/meta/sender/email").asText(""));
        return new ChatwootMessage(new Conversation(number(event.at("/account/id")), number(conversation.path("id")), number(sender.path("id"))), number(event.path("id")),
                event.path("content").asText("").strip(), mail.isBlank() ? null : mail);
    }

    private static long number(JsonNode id) {
        if (!id.canConvertToLong()) {
            throw unreadable();
        }
        return id.asLong();
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static UserError unreadable() {
        return new UserError(UserError.Category.BAD_INPUT, "This is not what Chatwoot tells an agent bot.", "Check the bot's webhook URL.");
    }
}
