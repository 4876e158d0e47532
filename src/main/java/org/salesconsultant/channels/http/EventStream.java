package org.salesconsultant.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;

/**
 * One turn as server-sent events: {@code started}, {@code tool}, {@code finding}, {@code token}, then {@code done} or
 * {@code error}. Opens with the first event, so that what is refused before it is an ordinary error. A reader who leaves
 * ends nothing: the turn goes on and is kept.
 */
final class EventStream implements TurnListener {
    private final Context ctx;
    private boolean open;
    private boolean readerLeft;

    EventStream(Context ctx) {
        this.ctx = ctx;
    }

    @Override
    public void started(String conversationId, String messageId) {
        send("started", Map.of("conversationId", conversationId, "messageId", messageId));
    }

    @Override
    public void step(String tool, String words) {
        send("tool", Map.of("tool", tool, "words", words));
    }

    @Override
    public void finding(Finding finding) {
        send("finding", finding);
    }

    @Override
    public void text(String piece) {
        send("token", Map.of("text", piece));
    }

    void done(Answer answer) {
        send("done", answer);
    }

    void error(Errors.Body error) {
        send("error", error);
    }

    /** Whether the reader has been told anything yet. */
    synchronized boolean isOpen() {
        return open;
    }

    private synchronized void send(String event, Object data) {
        if (readerLeft) {
            return;
        }
        try {
            if (!open) {
                open = true;
                // an nginx in between would otherwise keep the events until the turn has ended
                ctx.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
            }
            var out = ctx.res().getOutputStream();
            out.write(("event: " + event + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        } catch (IOException e) {
            readerLeft = true;
        }
    }
}
