package org.salesconsultant.channels.helpdesk.chatwoot;

import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/** What {@code prompts/chatwoot.yaml} says. @param wording notes for colleagues, and what customers are told where no reply says it */
record ChatwootPrompt(Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/chatwoot.yaml";

    static Wording words(Home home) {
        return new Wording(FILE, Yaml.read(home, FILE, ChatwootPrompt.class).wording());
    }
}
