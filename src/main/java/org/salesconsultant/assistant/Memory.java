package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.salesconsultant.sales.Json;

/**
 * The messages of one turn on top of those of earlier turns, as many of these as their tokens allow. It bounds itself by whole
 * turns, because half of one (a tool result without its call) is refused by models; of a turn that is too long, question and
 * answer stay.
 */
final class Memory implements ChatMemory {
    private final List<ChatMessage> earlier;
    private final boolean shortened;
    private final List<ChatMessage> now = new ArrayList<>();

    /**
     * @param turns JSON of earlier turns' messages, the oldest first, each as {@link #json} gave it
     * @param tokens what they may need, estimated
     */
    Memory(List<String> turns, int tokens) {
        Deque<List<ChatMessage>> kept = new ArrayDeque<>();
        int left = tokens;
        boolean cut = false;
        for (var turn : turns.reversed()) {
            var whole = ChatMessageDeserializer.messagesFromJson(turn);
            var fits = TokenBudget.tokens(turn) <= left ? whole : List.of(whole.getFirst(), whole.getLast());
            cut |= fits != whole;
            left -= TokenBudget.tokens(ChatMessageSerializer.messagesToJson(fits));
            if (left < 0) {
                break;
            }
            kept.addFirst(fits);
        }
        earlier = kept.stream().flatMap(List::stream).toList();
        shortened = cut;
    }

    /** Whether earlier turns, or parts of them, had to be left out. */
    boolean isShortened() {
        return shortened;
    }

    /** The tool calls of a turn that found something, in order. @param turn as {@link #json} gave it */
    static List<Ratings.Call> answeredCalls(String turn) {
        var messages = ChatMessageDeserializer.messagesFromJson(turn);
        var requests = messages.stream().filter(AiMessage.class::isInstance).map(AiMessage.class::cast)
                .flatMap(message -> message.toolExecutionRequests().stream()).toList();
        var results = messages.stream().filter(ToolExecutionResultMessage.class::isInstance).map(ToolExecutionResultMessage.class::cast).toList();
        List<Ratings.Call> calls = new ArrayList<>();
        for (int i = 0; i < Math.min(requests.size(), results.size()); i++) {
            if (ToolResult.isAnswer(results.get(i).text())) {
                var arguments = requests.get(i).arguments();
                calls.add(new Ratings.Call(requests.get(i).name(), arguments.isBlank() ? "{}" : arguments));
            }
        }
        return calls;
    }

    @Override
    public Object id() {
        return "turn";
    }

    @Override
    public synchronized void add(ChatMessage message) {
        now.add(message instanceof AiMessage reply && reply.hasToolExecutionRequests() ? readable(reply) : message);
    }

    @Override
    public synchronized List<ChatMessage> messages() {
        List<ChatMessage> all = new ArrayList<>();
        now.stream().filter(SystemMessage.class::isInstance).forEach(all::add);
        all.addAll(earlier);
        now.stream().filter(message -> !(message instanceof SystemMessage)).forEach(all::add);
        return all;
    }

    @Override
    public synchronized void clear() {
        now.clear();
    }

    /** Arguments that are not JSON were answered with a correction; sent again, they are refused by many servers. */
    private static AiMessage readable(AiMessage reply) {
        return reply.toBuilder().toolExecutionRequests(reply.toolExecutionRequests().stream()
                .map(call -> isObject(call.arguments()) ? call : call.toBuilder().arguments("{}").build()).toList()).build();
    }

    private static boolean isObject(String arguments) {
        try {
            return Json.MAPPER.readTree(arguments).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The turn as later ones shall remember it: with the text that was shown, and without the system prompt. */
    synchronized String json(String shown) {
        List<ChatMessage> kept = new ArrayList<>(now.stream().filter(message -> !(message instanceof SystemMessage)).toList());
        if (!kept.isEmpty() && kept.getLast() instanceof AiMessage last && !last.hasToolExecutionRequests()) {
            kept.removeLast();
        }
        kept.add(AiMessage.from(shown));
        return ChatMessageSerializer.messagesToJson(kept);
    }
}
