package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.SentenceLearner.Labelled;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/**
 * {@code prompts/helpdesk/<language>.yaml}: what sentences of customers are for.
 *
 * @param messages whole ones: each sentence by what it is for
 * @param sentences single ones by what they are for
 */
record HelpdeskExamples(List<List<Map<String, String>>> messages, Map<String, List<String>> sentences) {
    /** @throws UserError with file and line when the file is missing or broken, or names an intent that does not exist */
    static HelpdeskExamples read(Home home, Language language) {
        var examples = Yaml.read(home, "prompts/helpdesk/" + language.code() + ".yaml", HelpdeskExamples.class);
        examples.labelled().forEach(sentence -> Intent.of(sentence.label()));
        return examples;
    }

    /** The whole messages' sentences in their order, then the single ones. */
    List<Labelled> labelled() {
        List<Labelled> labelled = new ArrayList<>();
        for (int message = 0; message < messages.size(); message++) {
            for (var sentence : messages.get(message)) {
                for (var entry : sentence.entrySet()) {
                    labelled.add(new Labelled(entry.getValue(), entry.getKey(), message));
                }
            }
        }
        sentences.forEach((intent, texts) -> texts.forEach(text -> labelled.add(new Labelled(text, intent, labelled.size()))));
        return labelled;
    }
}
