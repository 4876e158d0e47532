package org.salesconsultant.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.SentenceLearner.Labelled;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.ToolPrompt;

/** The example questions of six tools, read as sentences: by chance one in six would be right. */
class SentenceLabelsTest {
    private static final Home HOME = new Home(Path.of("."));
    private static final int TOGETHER = 16;
    private static final int BINS = 10;

    private static final List<Labelled> SENTENCES = new ArrayList<>();
    private static SentenceLabels labels;

    @BeforeAll
    static void learn() {
        for (var tool : List.of("query_metrics", "explain_change", "forecast", "search_knowledge", "recommend_products", "rank_customers")) {
            var texts = ToolPrompt.of(HOME, tool).examples().getOrDefault(Language.ENGLISH.code(), List.of());
            for (int i = 0; i < texts.size(); i++) {
                SENTENCES.add(new Labelled(texts.get(i), tool, i * TOGETHER));
            }
        }
        labels = SentenceLabels.learn(SharedEmbedder.EMBEDDER, Language.ENGLISH, SENTENCES);
    }

    @Test
    void whatWasHeldOutIsToldApartAndAsSurelyAsItIsRight() {
        int right = 0;
        var over = new double[BINS];
        for (int i = 0; i < SENTENCES.size(); i++) {
            var best = labels.heldOut().get(i).entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            boolean isRight = best.getKey().equals(SENTENCES.get(i).label());
            right += isRight ? 1 : 0;
            over[Math.min(BINS - 1, (int) (BINS * best.getValue()))] += best.getValue() - (isRight ? 1 : 0);
        }
        assertThat((double) right / SENTENCES.size()).isGreaterThan(0.7);
        assertThat(Arrays.stream(over).map(Math::abs).sum() / SENTENCES.size()).isLessThan(0.1);
    }

    @Test
    void probabilitiesAddUpToOne() {
        assertThat(labels.probabilities("Who might leave us soon?").values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-5));
    }
}
