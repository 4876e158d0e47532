package org.salesconsultant.channels.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;

/**
 * An Adaptive Card 1.5.
 *
 * @param body its elements, each as its JSON
 * @param plain what a client that cannot show cards shows
 */
record Card(Language language, List<Map<String, Object>> body, String plain) {
    /** The same below other elements. */
    Card under(List<Map<String, Object>> elements) {
        return new Card(language, Stream.concat(elements.stream(), body.stream()).toList(), plain);
    }

    /** The message that brings it, as JSON: the same in an answer and to a workflow. */
    byte[] message() {
        var card = Map.of("$schema", "http://adaptivecards.io/schemas/adaptive-card.json", "type", "AdaptiveCard", "version", "1.5",
                "lang", language.code(), "fallbackText", plain, "body", body);
        try {
            return Json.MAPPER.writeValueAsBytes(Map.of("type", "message",
                    "attachments", List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
