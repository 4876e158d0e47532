package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.channels.JsonBody;

/** {@code POST /api/chat}: one question, answered whole as JSON or as it comes as server-sent events. */
final class ChatRoute {
    private final Answering assistant;
    private final Doorkeeper doorkeeper;

    ChatRoute(Answering assistant, Doorkeeper doorkeeper) {
        this.assistant = assistant;
        this.doorkeeper = doorkeeper;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/chat", this::chat);
    }

    private void chat(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        var question = JsonBody.read(ctx, ChatRequest.class).question(viewer);
        if (EventStream.isWanted(ctx)) {
            var events = new EventStream(ctx);
            events.end(() -> assistant.ask(question, new TurnEvents(events)));
        } else {
            ctx.json(assistant.ask(question, TurnListener.NONE));
        }
    }
}
