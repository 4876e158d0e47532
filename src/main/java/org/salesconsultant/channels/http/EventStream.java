package org.salesconsultant.channels.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a long request does, as server-sent events, to end with {@code done} or {@code error}. Opens with the first event, so that
 * what is refused before it is an ordinary error. A reader who leaves ends nothing: the work goes on.
 */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final Context ctx;
    private boolean open;
    private boolean readerLeft;

    /** Whether a request wants its answer as events. */
    static boolean isWanted(Context ctx) {
        return String.valueOf(ctx.header("Accept")).contains("text/event-stream");
    }

    EventStream(Context ctx) {
        this.ctx = ctx;
    }

    /** Whether the reader has been told anything yet. */
    private synchronized boolean isOpen() {
        return open;
    }

    /** Has work done whose last event is what it gives, or the error that ended it. */
    void end(Supplier<Object> work) {
        try {
            send("done", work.get());
        } catch (RuntimeException e) {
            if (!isOpen()) {
                throw e;
            }
            if (e instanceof UserError mistake) {
                send("error", Errors.body(mistake));
            } else {
                LOG.error("a streamed request failed", e);
                send("error", Errors.unexpected());
            }
        }
    }

    synchronized void send(String event, Object data) {
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
