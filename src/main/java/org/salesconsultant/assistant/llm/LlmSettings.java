package org.salesconsultant.assistant.llm;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code llm}: which OpenAI-compatible model answers.
 *
 * @param apiKey empty for servers that want none
 * @param baseUrl e.g. {@code https://api.openai.com/v1}
 * @param turnLimit for a whole turn, tools included
 * @param requestTimeout without a byte from the model
 */
public record LlmSettings(String apiKey, String baseUrl, String model, Duration turnLimit, Duration requestTimeout, int maxOutputTokens) {
    private static final String OPENAI = "https://api.openai.com/v1";

    /** Empty where neither a key nor an address is given: then there is no LLM brain. */
    public static Optional<LlmSettings> of(Config llm) {
        var key = text(llm, "api-key");
        var url = text(llm, "base-url");
        if (key.isEmpty() && url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LlmSettings(key, url.isEmpty() ? OPENAI : url, llm.getString("model"), llm.getDuration("turn-limit"),
                llm.getDuration("request-timeout"), llm.getInt("max-output-tokens")));
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
