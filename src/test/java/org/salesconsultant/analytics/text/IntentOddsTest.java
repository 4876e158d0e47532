package org.salesconsultant.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        var odds = IntentOdds.learner(EMBEDDER).learn(language, known);
        long right = held.stream().filter(one -> odds.probabilities(one.question()).entrySet().stream().max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow().getKey().equals(one.tool())).count();
        assertThat((double) right / held.size()).isGreaterThan(0.7);
        assertThat(odds.probabilities(held.getFirst().question()).values().stream().mapToDouble(Double::doubleValue).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(IntentOdds.learner(EMBEDDER).learn(Language.ENGLISH, Map.of("empty", List.of())).probabilities("hello")).isEmpty();
    }
}
