package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.ops.Meters;

/** {@code POST /api/chat}: one question, answered whole as JSON or as it comes as server-sent events. */
final class ChatRoute {
    private final Answering assistant;
    private final Doorkeeper doorkeeper;
    private final Meters meters;

    ChatRoute(Answering assistant, Doorkeeper doorkeeper, Meters meters) {
        this.assistant = assistant;
        this.doorkeeper = doorkeeper;
        this.meters = meters;
    }

    void add(RoutesConfig routes) {
        routes.post("/api/chat", this::chat);
    }

    private void chat(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        var question = JsonBody.read(ctx, ChatRequest.class).question(viewer);
        if (EventStream.isWanted(ctx)) {
            var events = new EventStream(ctx);
            events.end(() -> counted(question, new TurnEvents(events)));
        } else {
            ctx.json(counted(question, TurnListener.NONE));
        }
    }

    private Answer counted(Question question, TurnListener listener) {
        var answer = assistant.ask(question, listener);
        meters.answer(answer.status().word(), answer.brain().word(), Duration.ofMillis(answer.elapsedMs()));
        return answer;
    }
}
