package org.salesconsultant.assistant.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** Makes the chat model of an OpenAI-compatible server. */
public final class OpenAiBrain {
    private OpenAiBrain() {}

    /** Without strict tools, which common local servers lack. */
    public static StreamingChatModel model(LlmSettings settings) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new ModelServer.Builder(settings.server()))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey().isEmpty() ? "none" : settings.apiKey())
                .modelName(settings.model())
                .temperature(0.0)
                .maxTokens(settings.turn().outputTokens())
                .strictTools(false)
                .build();
    }
}
