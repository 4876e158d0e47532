package org.salesconsultant.assistant;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one turn may cost in tokens, sent and received, over all its requests. Each model counts with a tokenizer of its own, so
 * tokens are estimated from above: three bytes of UTF-8 each, which is about one Chinese character or two thirds of an English word.
 */
final class TokenBudget {
    private static final int BYTES_OF_A_TOKEN = 3;
    private static final int SHARE_OF_EARLIER_TURNS = 8;
    private static final int SHARE_OF_A_RESULT = 16;

    private final int tokens;
    private final AtomicLong left;

    TokenBudget(int tokens) {
        this.tokens = tokens;
        this.left = new AtomicLong(tokens);
    }

    /** For the embedded brain, which costs nothing. */
    static TokenBudget unlimited() {
        return new TokenBudget(Integer.MAX_VALUE);
    }

    /** The turn's tokens are used up. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(int tokens) {
            super("the turn needs more than its " + tokens + " tokens (llm.turn-tokens)");
        }
    }

    static int tokens(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / BYTES_OF_A_TOKEN;
    }

    /** How much of the conversation so far may go along with each request. */
    int ofEarlierTurns() {
        return tokens / SHARE_OF_EARLIER_TURNS;
    }

    /** How long the result of one tool may be. */
    int ofAResult() {
        return tokens / SHARE_OF_A_RESULT;
    }

    /** The same model, which fails with {@link Exceeded} instead of a request that the budget does not hold. */
    StreamingChatModel bound(StreamingChatModel model) {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                if (left.addAndGet(-tokens(request)) < 0) {
                    handler.onError(new Exceeded(tokens));
                } else {
                    model.chat(request, new Counting(handler));
                }
            }
        };
    }

    private static int tokens(ChatRequest request) {
        return tokens(ChatMessageSerializer.messagesToJson(request.messages()))
                + request.toolSpecifications().stream().map(ToolSpecification::toJson).mapToInt(TokenBudget::tokens).sum();
    }

    private final class Counting extends ForwardedReply {
        Counting(StreamingChatResponseHandler handler) {
            super(handler);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            left.addAndGet(-tokens(String.valueOf(response.aiMessage())));
            super.onCompleteResponse(response);
        }
    }
}
