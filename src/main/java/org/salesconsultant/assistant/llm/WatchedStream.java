package org.salesconsultant.assistant.llm;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model's streamed answer, which knows whether it came to its end, broke off, or fell silent; then it is closed. */
final class WatchedStream implements ServerSentEventListener, AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("llm-clock").factory());
    private static final Pattern END = Pattern.compile("^\\[DONE]$|\"finish_reason\"\\s*:\\s*\"");

    private final InputStream bytes;
    private final Duration silence;
    private final ServerSentEventListener listener;
    private Future<?> alarm;
    private volatile boolean silent;
    private boolean ended;
    private boolean cancelled;
    private @Nullable Exception broken;

    /** @param silence between two events @param listener is given the events, and not told of the end */
    WatchedStream(InputStream bytes, Duration silence, ServerSentEventListener listener) {
        this.bytes = bytes;
        this.silence = silence;
        this.listener = listener;
        this.alarm = set();
    }

    /** Reads to the end. Null where it came, or where the listener had enough; else what went wrong. */
    @Nullable Exception read(ServerSentEventParser parser) {
        parser.parse(bytes, this);
        if (ended || cancelled) {
            return null;
        }
        if (silent) {
            return new TimeoutException("the model said nothing for " + silence.toSeconds() + " s");
        }
        return broken == null ? new IOException("the answer broke off") : broken;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        alarm.cancel(false);
        ended |= END.matcher(event.data()).find();
        listener.onEvent(event, context);
        cancelled = context.parsingHandle().isCancelled();
        alarm = set();
    }

    @Override
    public void onError(Throwable error) {
        broken = new IOException("the answer broke off", error);
    }

    @Override
    public void close() throws IOException {
        alarm.cancel(false);
        bytes.close();
    }

    private Future<?> set() {
        return CLOCK.schedule(() -> {
            silent = true;
            try {
                bytes.close();
            } catch (IOException e) {
                broken = e;
            }
        }, silence.toMillis(), TimeUnit.MILLISECONDS);
    }
}
