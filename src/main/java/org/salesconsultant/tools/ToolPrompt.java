package org.salesconsultant.tools;

import java.util.List;
import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/**
 * What {@code prompts/tools/NAME.yaml} says of a tool.
 *
 * @param description what it is for, as a model reads it
 * @param arguments what each argument means, by name
 * @param examples questions it answers, by language code; the planner learns from them and the page offers the first
 * @param group the job it belongs to on the first page: numbers, forecast, customers, products, voice, actions
 * @param wording sentences by language code and key
 */
public record ToolPrompt(String description, Map<String, String> arguments, Map<String, List<String>> examples, String group,
                         Map<String, Map<String, String>> wording) {
    /** @throws org.salesconsultant.sales.UserError with file and line when it is missing or broken */
    public static ToolPrompt of(Home home, String tool) {
        return Yaml.read(home, file(tool), ToolPrompt.class);
    }

    public Wording words(String tool) {
        return new Wording(file(tool), wording);
    }

    private static String file(String tool) {
        return "prompts/tools/" + tool + ".yaml";
    }
}
