package org.salesconsultant.assistant.llm;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Duration;

/** Makes the chat model of an OpenAI-compatible server. */
public final class OpenAiBrain {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private OpenAiBrain() {}

    /** Speaks HTTP/1.1, because the upgrade to h2c breaks common local servers, and without strict tools, which they lack. */
    public static StreamingChatModel model(LlmSettings settings) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(JdkHttpClient.builder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                        .connectTimeout(CONNECT_TIMEOUT).readTimeout(settings.requestTimeout()))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .maxTokens(settings.maxOutputTokens())
                .strictTools(false)
                .timeout(settings.requestTimeout())
                .build();
    }
}
