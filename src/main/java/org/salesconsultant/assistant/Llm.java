package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;

/**
 * The configured LLM brain.
 *
 * @param limit for a whole turn; then the embedded brain takes over
 */
public record Llm(StreamingChatModel model, Duration limit) {}
