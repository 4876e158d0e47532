package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Language;

class CuesTest {
    private final Cues cues = new Cues(Map.of("action", Map.of("en", List.of("please … cancel", "send back"), "zh", List.of("请…取消"))), Map.of("en", List.of("how much"), "zh", List.of("多少")));

    @Test
    void aPhraseStandsWithUpToThreeWordsInItsGap() {
        assertThat(cues.in("Please do kindly cancel SO1!", Language.ENGLISH)).containsExactly(Intent.ACTION);
        assertThat(cues.in("Please tell me until when I can cancel", Language.ENGLISH)).isEmpty();
        assertThat(cues.in("请帮我取消订单", Language.CHINESE)).containsExactly(Intent.ACTION);
    }

    @Test
    void aPhraseIsMadeOfWholeWords() {
        assertThat(cues.in("We send backpacks", Language.ENGLISH)).isEmpty();
    }

    @Test
    void aQuestionIsOneByItsMarkOrItsPhrase() {
        assertThat(cues.asks("how much is it", Language.ENGLISH)).isTrue();
        assertThat(cues.asks("还剩多少", Language.CHINESE)).isTrue();
        assertThat(cues.asks("It is much", Language.ENGLISH)).isFalse();
    }
}
