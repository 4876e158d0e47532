package org.salesconsultant.assistant.planner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;

/**
 * A chat model that plans instead of guessing: the same messages always give the same reply. Made for one turn of one viewer.
 *
 * <p>After a user's message it calls tools, or {@code conclude}; after tool results it says what they found, in their own words.
 */
public final class PlannerModel implements ChatModel, StreamingChatModel {
    static final String CONCLUDE = "conclude";
    private static final int CAVEATS = 2;
    /** A word with the blanks after it; Han characters come one by one. */
    private static final Pattern PIECE = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+\\s*|\\s+");

    private final Planning planning;
    private final PlannerKnowledge knowledge;
    private final Function<String, String> couldNot;

    PlannerModel(Planning planning, PlannerKnowledge knowledge, Function<String, String> couldNot) {
        this.planning = planning;
        this.knowledge = knowledge;
        this.couldNot = couldNot;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        var reply = reply(request.messages());
        return ChatResponse.builder().aiMessage(reply)
                .finishReason(reply.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP).build();
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        try {
            var response = doChat(request);
            var text = response.aiMessage().text();
            if (text != null) {
                var piece = PIECE.matcher(text);
                while (piece.find()) {
                    handler.onPartialResponse(piece.group());
                }
            }
            handler.onCompleteResponse(response);
        } catch (RuntimeException e) {
            handler.onError(e);
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatModel.super.defaultRequestParameters();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return ChatModel.super.listeners();
    }

    @Override
    public ModelProvider provider() {
        return ChatModel.super.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return ChatModel.super.supportedCapabilities();
    }

    private AiMessage reply(List<ChatMessage> messages) {
        List<ToolExecutionResultMessage> results = new ArrayList<>();
        for (int i = messages.size() - 1; i >= 0; i--) {
            switch (messages.get(i)) {
                case ToolExecutionResultMessage result -> results.addFirst(result);
                case UserMessage question when results.isEmpty() -> {
                    return calls(planning.plan(question.singleText(), Dialogue.of(messages.subList(0, i), knowledge.model())));
                }
                case UserMessage question -> {
                    return spoken(results, planning.readAs(question.singleText()));
                }
                default -> { }
            }
        }
        throw new IllegalArgumentException("no question among the messages");
    }

    private AiMessage calls(Step step) {
        return switch (step) {
            case Step.Call(var plans) -> {
                List<ToolExecutionRequest> requests = new ArrayList<>();
                for (var plan : plans) {
                    requests.add(call(requests.size(), plan.tool(), knowledge.arguments(plan.tool()).json(plan.slots())));
                }
                yield AiMessage.from(requests);
            }
            case Step.Conclude(var status, var message, var options) -> AiMessage.from(conclude(status, message, options));
        };
    }

    private static ToolExecutionRequest conclude(Step.Status status, String message, List<String> options) {
        try {
            return call(0, CONCLUDE, Json.MAPPER.writeValueAsString(Map.of("status", status.word(), "message", message, "options", options)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ToolExecutionRequest call(int index, String tool, String arguments) {
        return ToolExecutionRequest.builder().id("call_" + index).name(tool).arguments(arguments).build();
    }

    /** The findings in their own words. A call that failed before it found anything ends the turn. */
    private AiMessage spoken(List<ToolExecutionResultMessage> results, String readAs) {
        List<String> texts = new ArrayList<>();
        for (var result : results) {
            var json = json(result.text());
            if (json == null || !json.isObject()) {
                return AiMessage.from(conclude(Step.Status.OUT_OF_SCOPE, couldNot.apply(String.valueOf(result.text())), List.of()));
            }
            texts.add(text(json));
        }
        texts.add(readAs);
        return AiMessage.from(texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n")));
    }

    private static String text(JsonNode json) {
        List<String> sentences = new ArrayList<>();
        sentences.add(json.path("summary").asText());
        for (var caveat : json.path("caveats")) {
            if (sentences.size() <= CAVEATS) {
                sentences.add(caveat.asText());
            }
        }
        return String.join(" ", sentences).strip();
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return Json.MAPPER.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
