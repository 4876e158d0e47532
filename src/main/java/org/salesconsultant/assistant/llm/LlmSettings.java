package org.salesconsultant.assistant.llm;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code llm}: which OpenAI-compatible model answers.
 *
 * @param apiKey empty for servers that want none
 * @param baseUrl e.g. {@code https://api.openai.com/v1}
 * @param turn what one turn may cost
 * @param server how patient to be with the server
 * @param restAfter turns in a row that come to nothing before the model is left alone
 * @param rest for how long
 */
public record LlmSettings(String apiKey, String baseUrl, String model, Turn turn, Server server, int restAfter, Duration rest) {
    private static final String OPENAI = "https://api.openai.com/v1";

    /**
     * @param limit for a whole turn, tools included
     * @param tokens sent and received over all requests of a turn, estimated
     * @param outputTokens of one reply of the model
     */
    public record Turn(Duration limit, int tokens, int outputTokens) {}

    /**
     * @param silence without a word from the model
     * @param tries of a request that the server refuses for a while
     * @param longestWait before such a request is sent again
     */
    public record Server(Duration silence, int tries, Duration longestWait) {}

    /** Empty where neither a key nor an address is given: then there is no LLM brain. */
    public static Optional<LlmSettings> of(Config llm) {
        var key = text(llm, "api-key");
        var url = text(llm, "base-url");
        if (key.isEmpty() && url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LlmSettings(key, url.isEmpty() ? OPENAI : url, llm.getString("model"),
                new Turn(llm.getDuration("turn-limit"), llm.getInt("turn-tokens"), llm.getInt("max-output-tokens")),
                new Server(llm.getDuration("request-timeout"), llm.getInt("tries"), llm.getDuration("longest-wait")),
                llm.getInt("rest-after"), llm.getDuration("rest")));
    }

    /** The key stays out of logs. */
    @Override
    public String toString() {
        return "LlmSettings[" + model + " at " + baseUrl + "]";
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path).strip() : "";
    }
}
