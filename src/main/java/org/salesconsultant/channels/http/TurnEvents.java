package org.salesconsultant.channels.http;

import java.util.Map;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.sales.Finding;

/** One turn as the events {@code started}, {@code tool}, {@code finding} and {@code token}. */
record TurnEvents(EventStream events) implements TurnListener {
    @Override
    public void started(String conversationId, String messageId) {
        events.send("started", Map.of("conversationId", conversationId, "messageId", messageId));
    }

    @Override
    public void step(String tool, String words) {
        events.send("tool", Map.of("tool", tool, "words", words));
    }

    @Override
    public void finding(Finding finding) {
        events.send("finding", finding);
    }

    @Override
    public void text(String piece) {
        events.send("token", Map.of("text", piece));
    }
}
