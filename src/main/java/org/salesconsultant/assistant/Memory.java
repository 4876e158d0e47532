package org.salesconsultant.assistant;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one turn on top of those of earlier turns. It bounds itself by whole turns, because half of one (a tool
 * result without its call) is refused by models.
 */
final class Memory implements ChatMemory {
    private final List<ChatMessage> earlier;
    private final List<ChatMessage> now = new ArrayList<>();

    /** @param turns JSON of earlier turns' messages, the oldest first, each as {@link #json} gave it */
    Memory(List<String> turns) {
        earlier = turns.stream().flatMap(turn -> ChatMessageDeserializer.messagesFromJson(turn).stream()).toList();
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
        now.add(message);
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
