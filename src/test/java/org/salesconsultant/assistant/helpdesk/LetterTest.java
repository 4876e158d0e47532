package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {
    private static final String MAIL = """
            Hello,
            do the lids fit?

            Kind regards,
            Ann Lee
            Confidential: if you are not the intended recipient, delete it.
            On Tuesday 2 December 2025 at 10:12 you wrote:
            > Thank you for your message.""";

    @Test
    void whatIsSaidIsLeftWithoutQuotedMailAndSignature() {
        assertThat(Letter.body(MAIL)).isEqualTo("Hello,\ndo the lids fit?");
        assertThat(Letter.rest(MAIL)).contains("Ann Lee", "> Thank you").doesNotContain("lids");
    }

    @Test
    void aQuestionBelowTheSignatureIsStillOne() {
        assertThat(Letter.body("Thanks,\nAnn\nPS: do you deliver to Spain?")).contains("Spain");
    }

    @Test
    void aMessageOfASignatureAloneStays() {
        assertThat(Letter.body("Kind regards,\nAnn")).isEqualTo("Kind regards,\nAnn");
    }
}
