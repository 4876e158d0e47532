package org.salesconsultant.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Status;

/** Replays written answers, for tests of what stands in front of the assistant. Conversations are kept for real. */
public final class ScriptedAssistant {
    private static final Path ANSWERS = Path.of("src/test/resources/answers");

    private final Conversations conversations;
    private final Duration pause;
    private final Map<String, JsonNode> scripts = new LinkedHashMap<>();

    /** @param pause before each event, so that a person or a test can watch it come */
    public ScriptedAssistant(Conversations conversations, Duration pause) {
        this.conversations = conversations;
        this.pause = pause;
        try (var files = Files.list(ANSWERS)) {
            for (var file : files.sorted().toList()) {
                var script = Json.MAPPER.readTree(Files.readString(file));
                scripts.put(script.path("question").asText(), script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> questions() {
        return List.copyOf(scripts.keySet());
    }

    public Answer ask(Question question, TurnListener listener) {
        long began = System.nanoTime();
        var conversationId = conversations.open(question);
        var messageId = Ids.next("m");
        listener.started(conversationId, messageId);
        var script = scripts.get(question.text());
        if (script == null) {
            var unknown = new Answer(conversationId, messageId, "Nothing here models that.", Brain.EMBEDDED, Status.OUT_OF_SCOPE, List.of(),
                    List.of(), 1);
            listener.text(unknown.text());
            conversations.keep(question, unknown, "[]");
            return unknown;
        }
        script.path("steps").forEach(step -> {
            rest();
            listener.step(step.path("tool").asText(), step.path("words").asText());
        });
        var recorded = answer(script, conversationId, messageId);
        recorded.findings().forEach(finding -> {
            rest();
            listener.finding(finding);
        });
        for (var piece : pieces(recorded.text())) {
            rest();
            listener.text(piece);
        }
        var answer = new Answer(conversationId, messageId, recorded.text(), recorded.brain(), recorded.status(), recorded.findings(),
                recorded.suggestions(), (System.nanoTime() - began) / 1_000_000);
        conversations.keep(question, answer, "[]");
        return answer;
    }

    /** The same finding told twice is two findings. */
    private static Answer answer(JsonNode script, String conversationId, String messageId) {
        ObjectNode json = script.path("answer").deepCopy();
        json.put("conversationId", conversationId).put("messageId", messageId).put("brain", "embedded").put("elapsedMs", 0);
        json.path("findings").forEach(finding -> ((ObjectNode) finding).put("id", Ids.next("f")));
        try {
            return Json.MAPPER.treeToValue(json, Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += 12) {
            pieces.add(text.substring(from, Math.min(text.length(), from + 12)));
        }
        return pieces;
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
