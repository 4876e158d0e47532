package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.UserError;

/**
 * How a brain ends a turn without a number: it asks back, or says what is missing. The typed way to a status other than
 * {@code answered}; both brains use it.
 */
final class Conclude {
    static final String NAME = "conclude";
    private static final int OPTIONS = 4;

    private Conclude() {}

    /** @param description from {@code prompts/assistant.yaml} */
    static ToolSpecification specification(String description) {
        return ToolSpecification.builder().name(NAME).description(description).parameters(JsonObjectSchema.builder()
                .addEnumProperty("status", List.of("clarify", "out_of_scope", "empty"))
                .addStringProperty("message")
                .addProperty("options", JsonArraySchema.builder()
                        .items(JsonStringSchema.builder().build()).build())
                .required("status", "message").build()).build();
    }

    /** All that a person would read. */
    static List<String> words(Outcome concluded) {
        return switch (concluded) {
            case Outcome.Clarify(var message, var options) -> with(message, options);
            case Outcome.Empty(var message, var near) -> with(message, near);
            case Outcome.OutOfScope(var message, var instead) -> with(message, instead);
            case Outcome.Found found -> List.of();
            case Outcome.Denied denied -> List.of();
            case Outcome.Failed failed -> List.of();
        };
    }

    private static List<String> with(String message, List<String> more) {
        return Stream.concat(Stream.of(message), more.stream()).toList();
    }

    /** @throws UserError when the arguments do not fit */
    static Outcome outcome(String arguments) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(arguments);
        } catch (JsonProcessingException e) {
            throw new UserError(UserError.Category.BAD_INPUT, "The arguments of conclude are not JSON.", "Send status, message and options.");
        }
        var message = json.path("message").asText();
        List<String> options = new ArrayList<>();
        json.path("options").forEach(option -> options.add(option.asText()));
        var offered = options.subList(0, Math.min(OPTIONS, options.size()));
        if (message.isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "conclude needs a message.", "Say in one line what is asked or missing.");
        }
        return switch (json.path("status").asText()) {
            case "clarify" -> new Outcome.Clarify(message, offered);
            case "empty" -> new Outcome.Empty(message, offered);
            case "out_of_scope" -> new Outcome.OutOfScope(message, offered);
            default -> throw new UserError(UserError.Category.BAD_INPUT, "Unknown status.", "Statuses: clarify, out_of_scope, empty.");
        };
    }
}
