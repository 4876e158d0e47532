package org.salesconsultant.assistant.planner;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.settings.Yaml;

/**
 * {@code prompts/planner.yaml}: what the planner knows of everyday language.
 *
 * @param roles lists of words, separated by commas, by role
 * @param abbreviations English words by how they are written short
 * @param rankings words by what customers are ranked by
 * @param both patterns of words for the two things spoken of last
 * @param asides what is told around a question
 * @param pairings patterns of questions for what is bought beside a product
 * @param prospects words that ask whether something will be reached, not how far it is
 * @param drivers what a forecast can suppose otherwise, by the words for it
 * @param suppositions words that suppose something
 * @param reductions words that make less of something
 * @param capabilities by tool: what it is called and questions it answers
 * @param beyond questions that no tool answers, by language code
 * @param wording sentences by language code and key
 */
record PlannerPrompt(Map<String, List<String>> roles, Map<String, String> abbreviations, Map<String, List<String>> rankings, List<String> both, AsideWords asides, List<String> pairings, List<String> prospects,
                     Map<String, List<String>> drivers, List<String> suppositions, List<String> reductions, Map<String, Capability> capabilities, Map<String, List<String>> beyond,
                     Map<String, Map<String, String>> wording) {
    private static final String FILE = "prompts/planner.yaml";

    /**
     * Patterns of parts of a sentence that tell of the asker and their day.
     *
     * @param tells how a part of common words alone begins that tells
     * @param conditions how a part begins that may say when something counts
     * @param spokenTo who is spoken to
     * @param persons who does something
     * @param asker whose day it is
     * @param sentences a verb with its subject
     * @param begun the same before the question
     */
    record AsideWords(List<String> tells, List<String> conditions, List<String> spokenTo, List<String> persons, List<String> asker, List<String> sentences, List<String> begun) {}

    /** @param examples questions by language code */
    record Capability(Map<String, String> label, Map<String, List<String>> examples) {
        String label(Language language) {
            return label.getOrDefault(language.code(), "");
        }
    }

    /** @throws UserError with file and line when the file is missing or broken */
    static PlannerPrompt read(Home home) {
        return Yaml.read(home, FILE, PlannerPrompt.class);
    }

    /** @throws UserError when the file names a role that does not exist, or a word twice */
    Map<Role, List<String>> words() {
        Map<Role, List<String>> words = new EnumMap<>(Role.class);
        Map<String, String> listed = new HashMap<>();
        roles.forEach((name, lists) -> {
            var said = lists.stream().flatMap(list -> Stream.of(list.split(",\\s*"))).toList();
            said.forEach(word -> check(word, name, listed.putIfAbsent(word, name)));
            words.put(role(name), said);
        });
        return words;
    }

    private static void check(String word, String role, @Nullable String other) {
        if (other != null) {
            throw new UserError(UserError.Category.BAD_SETUP, FILE + ": \"" + word + "\" stands in roles." + other + " and in roles." + role + ".",
                    "Keep it in one of them.");
        }
    }

    Wording sentences() {
        return new Wording(FILE, wording);
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.BAD_SETUP, FILE + ": there is no role \"" + name + "\".", "Roles: "
                    + Stream.of(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)).toList() + ".");
        }
    }
}
