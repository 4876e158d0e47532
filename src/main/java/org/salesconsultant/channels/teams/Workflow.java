package org.salesconsultant.channels.teams;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Workflows webhook, which posts a card into the channel it was made in. Whoever knows its address can post there: it is never logged.
 * What it refuses for a while is tried again; safe for many threads.
 */
final class Workflow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workflow.class);
    private static final int TRIES = 4;
    private static final int TOO_MANY = 429;
    private static final int ITS_OWN_FAULT = 500;
    private static final int REFUSED = 300;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final Retry retry = Retry.of("teams", RetryConfig.<Integer>custom().maxAttempts(TRIES).intervalFunction(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE))
            .retryOnResult(status -> status == TOO_MANY || status >= ITS_OWN_FAULT).retryExceptions(ConnectException.class).build());

    Workflow(URI address) {
        this.address = address;
    }

    void post(Card card) {
        var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(card.message())).build();
        try {
            int status = retry.executeCallable(() -> client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
            if (status >= REFUSED) {
                LOG.warn("an answer could not be given in Teams: the workflow answered {}", status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("an answer could not be given in Teams: the workflow cannot be reached ({})", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
