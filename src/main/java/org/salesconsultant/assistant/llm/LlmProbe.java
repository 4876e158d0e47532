package org.salesconsultant.assistant.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks an OpenAI-compatible server for its list of models: whether it can be reached and takes the key. Costs no tokens. */
public final class LlmProbe {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private LlmProbe() {}

    /** What is wrong, or empty where it answers. */
    public static Optional<String> problem(LlmSettings settings) {
        // HTTP/1.1: the upgrade to HTTP/2 breaks common local servers
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build()) {
            var request = HttpRequest.newBuilder(URI.create(settings.baseUrl().replaceFirst("/+$", "") + "/models")).timeout(LIMIT);
            if (!settings.apiKey().isEmpty()) {
                request.header("Authorization", "Bearer " + settings.apiKey());
            }
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case OK -> Optional.empty();
                case UNAUTHORIZED, FORBIDDEN -> Optional.of("it refuses the key");
                default -> Optional.of("it answers with HTTP status " + status);
            };
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("it cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the check was interrupted");
        }
    }
}
