package org.salesconsultant.assistant;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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

    /** The model did not come to an end: it failed, or took too long. */
    static final class BrainFailed extends Exception {
        private static final long serialVersionUID = 1;

        BrainFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Lets a model answer; the outcomes of its tools are added to the turn.
     *
     * @param memory the conversation so far; the turn's messages are added to it
     * @param pieces given the model's text as it comes
     * @param limit for the whole turn
     */
    void run(StreamingChatModel model, String system, ChatMemory memory, String question, Turn turn, Consumer<String> pieces,
             Duration limit) throws BrainFailed {
        var chat = AiServices.builder(Chat.class).streamingChatModel(model).systemMessage(system).chatMemory(memory)
                .tools(tools(turn), Set.of(Conclude.NAME))
                .maxToolCallingRoundTrips(ROUNDS)
                .hallucinatedToolNameStrategy(request -> ToolExecutionResultMessage.from(request, unknownTool(request, turn)))
                .toolArgumentsErrorHandler((error, context) -> ToolErrorHandlerResult.text(error(error)))
                .toolExecutionErrorHandler((error, context) -> ToolErrorHandlerResult.text(error(error)))
                .build();
        var done = new CompletableFuture<Void>();
        chat.ask(question).onPartialResponse(pieces)
                .onCompleteResponse(response -> done.complete(null))
                .onError(done::completeExceptionally)
                .start();
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BrainFailed(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new BrainFailed("no answer within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrainFailed("interrupted", e);
        }
    }

    private Map<ToolSpecification, ToolExecutor> tools(Turn turn) {
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        for (var specification : toolbox.specifications(turn.viewer())) {
            tools.put(specification, (request, memoryId) -> call(request, turn));
        }
        tools.put(conclude, (request, memoryId) -> keep(turn, Conclude.outcome(request.arguments())));
        return tools;
    }

    private String call(ToolExecutionRequest request, Turn turn) {
        return keep(turn, toolbox.call(request.name(), request.arguments(), turn.viewer(), turn.language(), turn.warehouse(),
                words -> turn.step(request.name(), words)));
    }

    /** A tool that exists but is not for this viewer is denied; one that does not exist can be corrected. */
    private String unknownTool(ToolExecutionRequest request, Turn turn) {
        return toolbox.names().contains(request.name()) ? call(request, turn)
                : "There is no tool \"" + request.name() + "\". Tools: " + String.join(", ", toolbox.names()) + ".";
    }

    private static String keep(Turn turn, Outcome outcome) {
        turn.add(outcome);
        return ToolResult.json(outcome);
    }

    private static String error(Throwable error) {
        return error instanceof UserError mistake ? mistake.message() + " " + mistake.hint()
                : "The call failed: " + error.getMessage();
    }
}
