package org.salesconsultant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salesconsultant.sales.Ids;

/**
 * A model as one turn uses it: asked nothing more once the turn is over, and with tool calls that can run side by side. Each gets
 * an id of its own in the turn and is announced before the reply ends: some servers send no ids, the same one twice, or no word of where one
 * call ends and the next begins.
 */
record TurnModel(StreamingChatModel model, Turn turn) implements StreamingChatModel {
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        if (turn.isClosed()) {
            handler.onError(new IllegalStateException("the turn is over"));
            return;
        }
        model.chat(request, new ForwardedReply(handler) {
            @Override
            public void onCompleteToolCall(CompleteToolCall call) {
                // announced below, for all models alike
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                super.onCompleteResponse(response.aiMessage().hasToolExecutionRequests() ? announced(response) : response);
            }

            private ChatResponse announced(ChatResponse response) {
                var calls = identified(response.aiMessage().toolExecutionRequests());
                turn.expect(calls.stream().map(ToolExecutionRequest::id).toList());
                for (int i = 0; i < calls.size(); i++) {
                    super.onCompleteToolCall(new CompleteToolCall(i, calls.get(i)));
                }
                return response.toBuilder().aiMessage(response.aiMessage().toBuilder().toolExecutionRequests(calls).build()).build();
            }
        });
    }

    private List<ToolExecutionRequest> identified(List<ToolExecutionRequest> calls) {
        Set<String> taken = new HashSet<>();
        return calls.stream().map(call -> call.id() != null && !call.id().isBlank() && !turn.knows(call.id()) && taken.add(call.id()) ? call
                : call.toBuilder().id(Ids.next("call")).build()).toList();
    }
}
