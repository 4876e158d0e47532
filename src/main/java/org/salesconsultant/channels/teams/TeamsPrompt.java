package org.salesconsultant.channels.teams;

import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/** What {@code prompts/teams.yaml} says. @param wording the channel's own sentences */
record TeamsPrompt(Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/teams.yaml";

    static Wording words(Home home) {
        return new Wording(FILE, Yaml.read(home, FILE, TeamsPrompt.class).wording());
    }
}
