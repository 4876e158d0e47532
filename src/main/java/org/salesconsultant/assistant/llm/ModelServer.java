package org.salesconsultant.assistant.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to the model's server. Speaks HTTP/1.1, because the upgrade to h2c breaks common local servers; tries again
 * what is refused for a while, as late as {@code Retry-After} asks; and fails where the server falls silent or breaks off, which
 * LangChain4j's own client takes for the end of the answer.
 */
final class ModelServer implements HttpClient {
    private static final Logger LOG = LoggerFactory.getLogger(ModelServer.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final double LONGER = 2;
    /** Too many requests, and what servers and their proxies say while they are overloaded or start. */
    private static final Set<Integer> FOR_A_WHILE = Set.of(429, 500, 502, 503, 504, 529);

    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();
    private final LlmSettings.Server settings;
    private final Retry retry;

    ModelServer(LlmSettings.Server settings) {
        this.settings = settings;
        var backoff = IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, LONGER);
        this.retry = Retry.of("llm", RetryConfig.<HttpResponse<InputStream>>custom().maxAttempts(settings.tries())
                .retryOnResult(this::isWorthAnotherTry)
                .retryOnException(error -> false)
                .consumeResultBeforeRetryAttempt((attempt, response) -> discard(response))
                .intervalBiFunction((attempt, result) -> RetryAfter.of(result.get().headers()).map(Duration::toMillis)
                        .orElseGet(() -> backoff.apply(attempt)))
                .build());
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (var body = send(request).body()) {
            return SuccessfulHttpResponse.builder().statusCode(200).body(body.readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Thread.ofVirtual().name("llm").start(() -> {
            var failure = stream(request, parser, listener);
            if (failure == null) {
                listener.onClose();
            } else {
                listener.onError(failure);
            }
        });
    }

    /** What went wrong, or null where the answer came to its end. */
    private @Nullable Exception stream(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            var response = send(request);
            listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode()).headers(response.headers().map()).build());
            try (var words = new WatchedStream(response.body(), settings.silence(), listener)) {
                return words.read(parser);
            }
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    /** @throws HttpException when the server refuses, at last */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        HttpResponse<InputStream> response;
        try {
            response = retry.executeCallable(() -> client.send(plain(request), BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException e) {
            throw new TimeoutException(e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        if (response.statusCode() / 100 == 2) {
            return response;
        }
        try (var body = response.body()) {
            throw new HttpException(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private java.net.http.HttpRequest plain(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(settings.silence())
                .method(request.method().name(), request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private boolean isWorthAnotherTry(HttpResponse<InputStream> response) {
        return FOR_A_WHILE.contains(response.statusCode())
                && RetryAfter.of(response.headers()).filter(wait -> wait.compareTo(settings.longestWait()) > 0).isEmpty();
    }

    private static void discard(HttpResponse<InputStream> refused) {
        LOG.info("the model's server answered {}: trying again", refused.statusCode());
        try {
            refused.body().close();
        } catch (IOException e) {
            LOG.debug("a refusal could not be closed", e);
        }
    }

    /** How LangChain4j asks for a client. Its time-outs are not asked for: {@link LlmSettings.Server} says them. */
    record Builder(LlmSettings.Server settings) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return CONNECT_TIMEOUT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return settings.silence();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelServer(settings);
        }
    }
}
