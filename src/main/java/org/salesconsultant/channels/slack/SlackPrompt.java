package org.salesconsultant.channels.slack;

import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/** What {@code prompts/slack.yaml} says. @param wording the channel's own sentences */
record SlackPrompt(Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/slack.yaml";

    static Wording words(Home home) {
        return new Wording(FILE, Yaml.read(home, FILE, SlackPrompt.class).wording());
    }
}
