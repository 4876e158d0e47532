package org.salesconsultant.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesconsultant.analytics.text.IntentOdds;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.ToolPrompt;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** How far the confidence with which a tool is chosen can be believed, on the example questions of the shipped prompts. */
class ToolConfidenceTest {
    private static final double MOST = 0.05;
    private static final Map<Language, IntentOdds> LEARNED = new ConcurrentHashMap<>();

    @BeforeAll
    static void learn() {
        var home = new Home(Path.of("."));
        var knowledge = new PlannerKnowledge(home, SemanticModel.load(home), (language, examples, beyond) ->
                LEARNED.computeIfAbsent(language, any -> IntentOdds.learn(SharedEmbedder.EMBEDDER, language, examples, beyond)), SharedEmbedder.EMBEDDER::isWord, tools(home));
        for (var language : Language.values()) {
            knowledge.choice().examples().guesses(language, "Good morning");
        }
    }

    private static Map<ToolSpecification, ToolPrompt> tools(Home home) {
        return home.list("prompts/tools", ".yaml").stream().map(file -> file.replaceAll(".*/|\\.yaml", "")).collect(Collectors.toMap(
                tool -> ToolSpecification.builder().name(tool).parameters(JsonObjectSchema.builder().build()).build(), tool -> ToolPrompt.of(home, tool)));
    }

    /** Each question is judged by what was learned without it and its neighbours, as in {@link IntentOdds#calibrationError}. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theConfidenceIsTheShareThatIsRight(Language language) {
        double error = Objects.requireNonNull(LEARNED.get(language)).calibrationError();
        System.out.printf("%s: expected calibration error %.3f%n", language, error);
        assertThat(error).isLessThanOrEqualTo(MOST);
    }
}
