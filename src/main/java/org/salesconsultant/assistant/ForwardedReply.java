package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** A model's reply as it comes, passed on: what wraps a model overrides what it changes. */
abstract class ForwardedReply implements StreamingChatResponseHandler {
    private final StreamingChatResponseHandler to;

    ForwardedReply(StreamingChatResponseHandler to) {
        this.to = to;
    }

    @Override
    public void onPartialResponse(String piece) {
        to.onPartialResponse(piece);
    }

    @Override
    public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
        to.onPartialResponse(piece, context);
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
        to.onCompleteToolCall(call);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        to.onCompleteResponse(response);
    }

    @Override
    public void onError(Throwable error) {
        to.onError(error);
    }
}
