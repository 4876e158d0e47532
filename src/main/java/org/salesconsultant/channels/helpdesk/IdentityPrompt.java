package org.salesconsultant.channels.helpdesk;

import java.util.Map;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/** What {@code prompts/identity.yaml} says. @param wording to customers who have to prove who they are */
record IdentityPrompt(Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/identity.yaml";

    static Wording words(Home home) {
        return new Wording(FILE, Yaml.read(home, FILE, IdentityPrompt.class).wording());
    }
}
