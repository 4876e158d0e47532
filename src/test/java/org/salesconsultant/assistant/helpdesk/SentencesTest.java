package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salesconsultant.assistant.helpdesk.Sentences.Part;

class SentencesTest {
    @Test
    void aSecondQuestionWithinASentenceIsReadByItself() {
        assertThat(Sentences.of("What lids go on the cups, and are they certified?")).containsExactly(
                new Part("What lids go on the cups", "What lids go on the cups, and are they certified?"), new Part("are they certified?", "What lids go on the cups, and are they certified?"));
        assertThat(Sentences.of("杯盖是什么材料，能回收吗？")).extracting(Part::text).containsExactly("杯盖是什么材料", "能回收吗？");
    }

    @Test
    void aShortQuestionLeansOnTheSentenceBefore() {
        assertThat(Sentences.of("When did we last buy beans? How many?")).last().isEqualTo(new Part("How many?", "When did we last buy beans? How many?"));
        assertThat(Sentences.of("When did we last buy beans? Ann, Bath")).last().isEqualTo(new Part("Ann, Bath", "Ann, Bath"));
    }

    @Test
    void whatHasNoWordIsNoSentence() {
        assertThat(Sentences.of("Hello! :-) ...")).extracting(Part::text).containsExactly("Hello!");
        assertThat(Sentences.of("???")).extracting(Part::text).containsExactly("???");
    }
}
