package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test numbers of the card networks, the example IBAN of ISO 13616, and a British account. */
class PaymentDataTest {
    @ParameterizedTest
    @CsvSource({"take 5555 5555 5555 4444 please, true", "378282246310005, true", "请用4000056655665556付款, true", "GB82 WEST 1234 5698 7654 32, true",
            "gb82west12345698765432 is ours, true", "5555 5555 5555 4445, false", "GB83 WEST 1234 5698 7654 32, false", "to 12-34-56 and 12345678 please, true", "on 12-11-25 order 12345, false", "order SO130125 and SO129990, false", "call +44 117 496 0123, false"})
    void aNumberIsOneByItsForm(String text, boolean found) {
        assertThat(PaymentData.isIn(text)).isEqualTo(found);
    }
}
