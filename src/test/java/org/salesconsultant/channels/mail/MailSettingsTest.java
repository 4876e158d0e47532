package org.salesconsultant.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.sales.UserError;

class MailSettingsTest {
    private static MailSettings read(String url, String from) {
        return MailSettings.of(ConfigFactory.parseMap(Map.of("smtp-url", url, "from", from))).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            smtp://desk%40shop.example:a%2Fb+c@mail.example.com       | ''                 | mail.example.com | 587 | false | desk@shop.example | a/b+c | desk@shop.example | true
            smtps://desk:secret@mail.example.com                      | desk@shop.example  | mail.example.com | 465 | true  | desk              | secret | desk@shop.example | true
            smtp://127.0.0.1:2525                                     | desk@shop.example  | 127.0.0.1        | 2525 | false | ''               | ''     | desk@shop.example | false
            smtp://desk%40shop.example:secret@127.0.0.1:2525          | ''                 | 127.0.0.1        | 2525 | false | desk@shop.example | secret | desk@shop.example | false
            """)
    void readsTheAddress(String url, String from, String host, int port, boolean encrypted, String user, String password, String sender, boolean needsEncryption) {
        var settings = read(url, from);
        assertThat(settings.host()).isEqualTo(host);
        assertThat(settings.port()).isEqualTo(port);
        assertThat(settings.encrypted()).isEqualTo(encrypted);
        assertThat(settings.user()).isEqualTo(user);
        assertThat(settings.password()).isEqualTo(password);
        assertThat(settings.from().getAddress()).isEqualTo(sender);
        assertThat(settings.needsEncryption()).as("a password on its way to another machine").isEqualTo(needsEncryption);
        assertThat(settings.toString()).isEqualTo("MailSettings[" + host + ":" + port + "]");
    }

    @ParameterizedTest
    @CsvSource({"mail.example.com, SMTP_URL is no address", "http://mail.example.com, SMTP_URL is no address", "smtp://a:hush b@mail.example.com, SMTP_URL is no address",
            "smtp://mail.example.com, there is no sender", "smtp://desk:hush@mail.example.com, there is no sender"})
    void saysWhatIsWrongAndNotThePassword(String url, String problem) {
        assertThatThrownBy(() -> read(url, "")).isInstanceOf(UserError.class).hasMessageContaining(problem).hasMessageNotContaining("hush");
    }

    @Test
    void withoutAnAddressThereIsNoMail() {
        assertThat(MailSettings.of(ConfigFactory.empty())).isEmpty();
    }
}
