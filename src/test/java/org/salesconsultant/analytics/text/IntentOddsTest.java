package org.salesconsultant.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.ToolPrompt;

class IntentOddsTest {
    private static final Embedder EMBEDDER = SharedEmbedder.EMBEDDER;
    private static final Home HOME = new Home(Path.of("."));
    private static final int FIFTH = 5;

    private record Held(String tool, String question) {}

    /** The tools' own example questions, every fifth held out: by chance one in thirteen would be right. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsTheToolOfQuestionsThatItHasNotSeen(Language language) {
        Map<String, List<String>> known = new TreeMap<>();
        List<Held> held = new ArrayList<>();
        for (var file : HOME.list("prompts/tools", ".yaml")) {
            var tool = file.replaceAll(".*/|\\.yaml", "");
            var questions = ToolPrompt.of(HOME, tool).examples().getOrDefault(language.code(), List.of());
            for (int i = 0; i < questions.size(); i++) {
                if (i % FIFTH == 0) {
                    held.add(new Held(tool, questions.get(i)));
                } else {
                    known.computeIfAbsent(tool, any -> new ArrayList<>()).add(questions.get(i));
                }
            }
        }
        var odds = IntentOdds.learner(EMBEDDER).learn(language, known, List.of());
        long right = held.stream().filter(one -> odds.guesses(one.question()).getFirst().intent().equals(one.tool())).count();
        assertThat((double) right / held.size()).isGreaterThan(0.7);
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(IntentOdds.learner(EMBEDDER).learn(Language.ENGLISH, Map.of("empty", List.of()), List.of("Good morning")).guesses("hello")).isEmpty();
    }

    @Test
    void fewExamplesMakeNothingCertain() {
        var few = Map.of("weather", List.of("Will it rain?", "Is it sunny?"), "time", List.of("What time is it?", "How late is it?"));
        assertThat(IntentOdds.learner(EMBEDDER).learn(Language.ENGLISH, few, List.of()).guesses("Will it rain tomorrow?").getFirst())
                .satisfies(guess -> assertThat(guess.intent()).isEqualTo("weather"), guess -> assertThat(guess.confidence()).isBetween(0.3, 0.95));
    }
}
