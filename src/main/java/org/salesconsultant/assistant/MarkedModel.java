package org.salesconsultant.assistant;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/**
 * A language model that never reads what stands in data: names and passages in tool results are {@link DataMarks marks} to it, and
 * the marks it writes, in sentences and in arguments, are put back into names. So text in data can instruct it to nothing, whatever
 * the model does with what it is told, and the names of customers stay here.
 */
record MarkedModel(StreamingChatModel model) implements StreamingChatModel {
    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        var marks = new DataMarks(request.messages());
        model.chat(request.toBuilder().messages(marks.hidden()).build(), new Unmarked(marks, handler));
    }

    /** Holds back what may be the beginning of a mark. */
    private static final class Unmarked extends ForwardedReply {
        private final DataMarks marks;
        private final StringBuilder held = new StringBuilder();

        Unmarked(DataMarks marks, StreamingChatResponseHandler to) {
            super(to);
            this.marks = marks;
        }

        @Override
        public void onPartialResponse(String piece) {
            var complete = complete(piece);
            if (!complete.isEmpty()) {
                super.onPartialResponse(complete);
            }
        }

        @Override
        public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
            var complete = complete(piece.text());
            if (!complete.isEmpty()) {
                super.onPartialResponse(new PartialResponse(complete), context);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (!held.isEmpty()) {
                super.onPartialResponse(held.toString());
            }
            super.onCompleteResponse(response.toBuilder().aiMessage(shown(response.aiMessage())).build());
        }

        private String complete(String piece) {
            held.append(piece);
            int end = DataMarks.lastComplete(held);
            var complete = held.substring(0, end);
            held.delete(0, end);
            return marks.shown(complete);
        }

        private AiMessage shown(AiMessage reply) {
            var text = reply.text();
            return reply.toBuilder().text(text == null ? null : marks.shown(text)).toolExecutionRequests(reply.toolExecutionRequests().stream()
                    .map(call -> call.toBuilder().arguments(marks.shownInJson(call.arguments())).build()).toList()).build();
        }
    }
}
