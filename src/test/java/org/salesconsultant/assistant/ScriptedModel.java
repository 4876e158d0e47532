package org.salesconsultant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A model that says what it was told to, one reply a request, and remembers what it was asked. */
final class ScriptedModel implements StreamingChatModel {
    private final Deque<Function<ChatRequest, AiMessage>> replies = new ArrayDeque<>();
    final List<ChatRequest> requests = new ArrayList<>();

    ScriptedModel calls(String tool, String arguments) {
        replies.add(request -> AiMessage.from(ToolExecutionRequest.builder().id("call").name(tool).arguments(arguments).build()));
        return this;
    }

    /** Two calls at once, as a server sends them that gives calls no ids. */
    ScriptedModel callsWithoutIds(String tool, String first, String second) {
        replies.add(request -> AiMessage.from(Stream.of(first, second)
                .map(arguments -> ToolExecutionRequest.builder().id("").name(tool).arguments(arguments).build()).toList()));
        return this;
    }

    ScriptedModel says(String text) {
        replies.add(request -> AiMessage.from(text));
        return this;
    }

    ScriptedModel fails(RuntimeException error) {
        replies.add(request -> {
            throw error;
        });
        return this;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        requests.add(request);
        try {
            var message = replies.removeFirst().apply(request);
            var text = message.text();
            if (text != null && !text.isEmpty()) {
                for (var piece : text.split("(?<= )")) {
                    handler.onPartialResponse(piece);
                }
            }
            handler.onCompleteResponse(ChatResponse.builder().aiMessage(message).build());
        } catch (RuntimeException e) {
            handler.onError(e);
        }
    }
}
