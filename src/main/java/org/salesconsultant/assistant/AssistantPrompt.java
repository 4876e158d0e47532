package org.salesconsultant.assistant;

import java.util.List;
import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/**
 * What {@code prompts/assistant.yaml} says.
 *
 * @param system the system prompt of the LLM brain
 * @param shortened what it is told beside, when earlier turns had to be left out
 * @param conclude what the tool {@code conclude} is for, as a model reads it
 * @param rehearsal questions that are asked once at start, so that nobody waits for what is read and compiled first
 * @param wording the assistant's own sentences
 */
public record AssistantPrompt(String system, String shortened, String conclude, List<String> rehearsal, Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/assistant.yaml";

    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    public static AssistantPrompt of(Home home) {
        return Yaml.read(home, FILE, AssistantPrompt.class);
    }

    public Wording words() {
        return new Wording(FILE, wording);
    }
}
