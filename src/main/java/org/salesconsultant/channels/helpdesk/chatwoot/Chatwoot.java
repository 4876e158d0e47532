package org.salesconsultant.channels.helpdesk.chatwoot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.salesconsultant.assistant.DeskThreads.Step;
import org.salesconsultant.sales.Json;

/** What an agent bot may do by Chatwoot's API. What it refuses for a while is tried again, shortly; safe for many threads. */
final class Chatwoot implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int TOO_MANY = 429;
    private static final int ITS_OWN_FAULT = 500;
    private static final int REFUSED = 300;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI api;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final Retry retry = Retry.of("chatwoot", RetryConfig.<HttpResponse<String>>custom().maxAttempts(TRIES).intervalFunction(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE))
            .retryOnResult(answer -> answer.statusCode() == TOO_MANY || answer.statusCode() >= ITS_OWN_FAULT).retryExceptions(IOException.class).build());

    /** Chatwoot cannot be reached, or did not do it. The message says which, and nothing of what was sent. */
    static final class NotDone extends Exception {
        private static final long serialVersionUID = 1;

        NotDone(String why) {
            super(why);
        }
    }

    Chatwoot(ChatwootSettings settings) {
        this.api = settings.url().resolve("api/v1/accounts/");
        this.token = settings.botToken();
    }

    /** @throws NotDone when it is not certain that it was done */
    void take(Step step, Conversation conversation) throws NotDone {
        switch (step.kind()) {
            case MESSAGE -> write(conversation, step.text(), false);
            case NOTE -> write(conversation, step.text(), true);
            case OPEN -> open(conversation);
        }
    }

    private void write(Conversation conversation, String text, boolean isPrivate) throws NotDone {
        post(conversation, "messages", Map.of("content", text, "message_type", "outgoing", "private", isPrivate));
    }

    /** Only what says that it is open now counts. */
    private void open(Conversation conversation) throws NotDone {
        var answer = post(conversation, "toggle_status", Map.of("status", "open"));
        try {
            var status = Json.MAPPER.readTree(answer).at("/payload/current_status").asText();
            if (!status.equals("open")) {
                throw new NotDone("the conversation's status is \"" + status + "\"");
            }
        } catch (JsonProcessingException e) {
            throw new NotDone("its answer cannot be read");
        }
    }

    private String post(Conversation conversation, String what, Map<String, Object> body) throws NotDone {
        try {
            var request = HttpRequest.newBuilder(api.resolve(conversation.account() + "/conversations/" + conversation.number() + "/" + what)).timeout(TIMEOUT)
                    .header("api_access_token", token).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body))).build();
            var answer = retry.executeCallable(() -> client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            if (answer.statusCode() >= REFUSED) {
                throw new NotDone("it answered " + answer.statusCode());
            }
            return answer.body();
        } catch (NotDone e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone("the server stops");
        } catch (Exception e) {
            throw new NotDone("it cannot be reached (" + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
