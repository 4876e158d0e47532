package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

class VerdictTest {
    @Test
    void oneSentenceIsDecidedByWhatItMayBeFor() {
        check(Verdict.of(List.of(Map.of(Intent.KNOWLEDGE, 0.8, Intent.NOT_KNOWN, 0.2))), 0.8, 0, 0.2);
    }

    /** Both answered 0.5 × 0.5, neither 0.5 × 0.5, one of them the rest. */
    @Test
    void oneAnsweredBesideOneThatIsNotIsPartlyKnown() {
        var half = Map.of(Intent.KNOWLEDGE, 0.5, Intent.NOT_KNOWN, 0.5);
        check(Verdict.of(List.of(half, half)), 0.25, 0.5, 0.25);
    }

    @Test
    void theGravestOfAnySentenceDecides() {
        var verdict = Verdict.of(List.of(Map.of(Intent.LEGAL, 0.3, Intent.SMALL_TALK, 0.7), Map.of(Intent.KNOWLEDGE, 1.0)));
        check(verdict, 0.7, 0, 0.3);
        assertThat(verdict.reason(Decision.HANDOVER)).isEqualTo(Reason.LEGAL);
        assertThat(verdict.reason(Decision.SEND)).isEqualTo(Reason.KNOWLEDGE);
    }

    /** No action with 0.6 × 0.5; then the first is a question for certain, the second polite. */
    @Test
    void whatIsLeftOfASentenceWithoutTheGraverIntentCounts() {
        var verdict = Verdict.of(List.of(Map.of(Intent.ACTION, 0.4, Intent.OWN_ORDER, 0.6), Map.of(Intent.ACTION, 0.5, Intent.SMALL_TALK, 0.5)));
        check(verdict, 0.3, 0.7, 0);
        assertThat(verdict.reason(Decision.SEND)).isEqualTo(Reason.OWN_ORDER);
    }

    @Test
    void whatMayBeAQuestionGetsMoreThanAFriendlyLine() {
        assertThat(Verdict.of(List.of(Map.of(Intent.SMALL_TALK, 0.6, Intent.KNOWLEDGE, 0.4))).reason(Decision.SEND)).isEqualTo(Reason.KNOWLEDGE);
        assertThat(Verdict.of(List.of(Map.of(Intent.SMALL_TALK, 0.9, Intent.KNOWLEDGE, 0.1))).reason(Decision.SEND)).isEqualTo(Reason.SMALL_TALK);
    }

    private static void check(Verdict verdict, double send, double draft, double handover) {
        assertThat(verdict.of(Decision.SEND)).isCloseTo(send, within(1e-9));
        assertThat(verdict.of(Decision.DRAFT)).isCloseTo(draft, within(1e-9));
        assertThat(verdict.of(Decision.HANDOVER)).isCloseTo(handover, within(1e-9));
    }
}
