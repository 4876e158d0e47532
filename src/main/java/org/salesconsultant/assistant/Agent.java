package org.salesconsultant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.tools.Toolbox;

/**
 * The LangChain4j agent that both brains go through. It is put together for each turn, so that the tools carry the turn's
 * viewer and a model has no way to name another.
 */
final class Agent {
    /** Rounds of tool calls before a model is taken to be going in circles. */
    private static final int ROUNDS = 6;

    /** Tools that a model calls together run side by side. */
    private static final Executor TOOLS = Executors.newVirtualThreadPerTaskExecutor();

    private final Toolbox toolbox;
    private final ToolSpecification conclude;

    Agent(Toolbox toolbox, String concludeDescription) {
        this.toolbox = toolbox;
        this.conclude = Conclude.specification(concludeDescription);
    }

    /** What LangChain4j implements. */
    interface Chat {
        TokenStream ask(@UserMessage String question);
    }

    /** Hears a model's text as it comes. */
    interface Speech {
        void piece(String text);

        /** The model calls tools: what it said before was not its answer. */
        default void looksUp() {}

        /** The model asks back or declines, in words of its own. @throws UserError when they cannot be shown */
        default void concludes(List<String> words) {}
    }

    /** The model did not come to an answer: it failed, took too long, or said what is worth nothing. */
    static final class BrainFailed extends Exception {
        private static final long serialVersionUID = 1;

        private final Takeover why;

        BrainFailed(Takeover why, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.why = why;
        }

        Takeover why() {
            return why;
        }
    }

    /**
     * Lets a model answer; the outcomes of its tools are added to the turn.
     *
     * @param memory the conversation so far; the turn's messages are added to it
     * @param limit for the whole turn
     * @return whether the model came to its end, and not to that of the tokens it may use
     */
    boolean run(StreamingChatModel model, String system, ChatMemory memory, String question, Turn turn, Speech speech, Duration limit)
            throws BrainFailed {
        var chat = AiServices.builder(Chat.class).streamingChatModel(new TurnModel(model, turn)).systemMessage(system).chatMemory(memory)
                .tools(tools(turn, speech), Set.of(Conclude.NAME)).executeToolsConcurrently(TOOLS)
                .maxToolCallingRoundTrips(ROUNDS)
                .hallucinatedToolNameStrategy(request -> ToolExecutionResultMessage.from(request, unknownTool(request, turn)))
                .toolArgumentsErrorHandler((error, context) -> ToolErrorHandlerResult.text(error(error)))
                .toolExecutionErrorHandler((error, context) -> ToolErrorHandlerResult.text(error(error)))
                .build();
        var done = new CompletableFuture<ChatResponse>();
        chat.ask(question).onPartialResponseWithContext((piece, context) -> hear(piece, context, turn, speech))
                .onIntermediateResponse(response -> speech.looksUp())
                .onCompleteResponse(done::complete)
                .onError(done::completeExceptionally)
                .start();
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS).finishReason() != FinishReason.LENGTH;
        } catch (ExecutionException e) {
            throw new BrainFailed(Takeover.of(e.getCause()), String.valueOf(root(e)), e.getCause());
        } catch (TimeoutException e) {
            throw new BrainFailed(Takeover.TOO_LONG, "no answer within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrainFailed(Takeover.TOO_LONG, "interrupted", e);
        } finally {
            turn.close();
        }
    }

    private static Throwable root(Throwable error) {
        var cause = error.getCause();
        return cause == null || cause == error ? error : root(cause);
    }

    private static void hear(PartialResponse piece, PartialResponseContext context, Turn turn, Speech speech) {
        if (turn.isClosed()) {
            context.streamingHandle().cancel();
        } else {
            speech.piece(piece.text());
        }
    }

    private Map<ToolSpecification, ToolExecutor> tools(Turn turn, Speech speech) {
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        for (var specification : toolbox.specifications(turn.viewer())) {
            tools.put(specification, (request, memoryId) -> call(request, turn));
        }
        tools.put(conclude, (request, memoryId) -> conclude(request, turn, speech));
        return tools;
    }

    private static String conclude(ToolExecutionRequest request, Turn turn, Speech speech) {
        var outcome = Conclude.outcome(request.arguments());
        speech.concludes(Conclude.words(outcome));
        return keep(turn, request, outcome);
    }

    private String call(ToolExecutionRequest request, Turn turn) {
        return keep(turn, request, toolbox.call(request.name(), request.arguments(), turn.viewer(), turn.language(), turn.warehouse(),
                words -> turn.step(request.name(), words)));
    }

    /** A tool that exists but is not for this viewer is denied; one that does not exist can be corrected. */
    private String unknownTool(ToolExecutionRequest request, Turn turn) {
        return toolbox.names().contains(request.name()) ? call(request, turn)
                : "There is no tool \"" + request.name() + "\". Tools: " + String.join(", ", toolbox.names()) + ".";
    }

    private static String keep(Turn turn, ToolExecutionRequest request, Outcome outcome) {
        turn.add(request.id(), outcome);
        return ToolResult.json(outcome, turn.budget().ofAResult());
    }

    private static String error(Throwable error) {
        return error instanceof UserError mistake ? mistake.message() + " " + mistake.hint()
                : "The call failed: " + error.getMessage();
    }
}
