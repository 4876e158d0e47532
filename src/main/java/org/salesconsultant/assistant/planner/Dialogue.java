package org.salesconsultant.assistant.planner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * What was said before in a conversation, as far as the next message can build on it.
 *
 * @param plans what was called for the answers, oldest first
 * @param shown the members that the last answer listed, or null
 * @param after whether there were messages before
 * @param open the message before, where something was asked back about it; else null
 * @param failed the message before, where it was not answered; else null
 */
record Dialogue(List<Plan> plans, @Nullable Shown shown, boolean after, @Nullable String open, @Nullable String failed) {
    static final Dialogue NEW = new Dialogue(List.of(), null, false, null, null);

    /** Members of a dimension in the order an answer listed them. */
    record Shown(String dimension, List<String> members) {}

    @Nullable Plan last() {
        return plans.isEmpty() ? null : plans.getLast();
    }

    /** @param model the dimensions that rows can be members of */
    static Dialogue of(List<ChatMessage> messages, SemanticModel model) {
        List<Plan> plans = new ArrayList<>();
        @Nullable Shown shown = null;
        @Nullable String question = null;
        @Nullable ToolExecutionRequest conclusion = null;
        for (var message : messages) {
            switch (message) {
                case UserMessage asked -> {
                    question = asked.singleText();
                    conclusion = null;
                }
                case AiMessage reply when reply.hasToolExecutionRequests() -> {
                    for (var call : reply.toolExecutionRequests()) {
                        if (PlannerModel.CONCLUDE.equals(call.name())) {
                            conclusion = call;
                        } else {
                            plans.add(new Plan(call.name(), Arguments.read(call.arguments())));
                        }
                    }
                }
                case ToolExecutionResultMessage result when !PlannerModel.CONCLUDE.equals(result.toolName()) -> shown = shown(json(result.text()), model);
                default -> { }
            }
        }
        boolean asksBack = conclusion != null && Step.Status.CLARIFY.word().equals(status(conclusion));
        return new Dialogue(plans, shown, question != null, asksBack ? question : null, conclusion == null ? null : question);
    }

    private static @Nullable Shown shown(@Nullable JsonNode result, SemanticModel model) {
        var columns = result == null ? Json.MAPPER.createArrayNode() : result.path("columns");
        for (int i = 0; i < columns.size(); i++) {
            var dimension = headed(columns.get(i).asText(), model);
            if (dimension.isPresent()) {
                List<String> members = new ArrayList<>();
                for (var row : Objects.requireNonNull(result).path("rows")) {
                    members.add(row.path(i).asText());
                }
                return new Shown(dimension.get(), members);
            }
        }
        return null;
    }

    private static Optional<String> headed(String column, SemanticModel model) {
        return model.dimensions().stream().filter(dimension -> !dimension.isTime()
                && (column.equalsIgnoreCase(dimension.label().en()) || column.equals(dimension.label().zh()))).map(Dimension::name).findFirst();
    }

    private static String status(ToolExecutionRequest conclude) {
        var arguments = json(conclude.arguments());
        return arguments == null ? "" : arguments.path("status").asText();
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return Json.MAPPER.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
