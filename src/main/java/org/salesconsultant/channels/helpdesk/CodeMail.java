package org.salesconsultant.channels.helpdesk;

import java.time.Duration;
import java.util.Optional;
import org.salesconsultant.access.IdentityCodes;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.history.CustomerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails codes to customers. What becomes of an address that is nobody's looks the same: a code is made, and the mail server is reached, but
 * given no mail.
 */
final class CodeMail {
    private static final Logger LOG = LoggerFactory.getLogger(CodeMail.class);

    private final Optional<Mailer> mailer;
    private final IdentityCodes codes;
    private final Duration lifetime;
    private final Warehouses warehouses;
    private final Wording wording;

    /** What became of it; {@code SENT_IF_KNOWN} says nothing of whether somebody has the address. */
    enum Sent { SENT_IF_KNOWN, TOO_MANY, NO_MAIL }

    /** @param mailer empty where no mail is set up @param lifetime of a code */
    CodeMail(Optional<Mailer> mailer, IdentityCodes codes, Duration lifetime, Warehouses warehouses, Wording wording) {
        this.mailer = mailer;
        this.codes = codes;
        this.lifetime = lifetime;
        this.warehouses = warehouses;
        this.wording = wording;
    }

    boolean isSetUp() {
        return mailer.isPresent();
    }

    /** @param address as the writer named it; the mail goes to the one in the data */
    Sent send(String conversation, String address, Language language) {
        if (mailer.isEmpty()) {
            return Sent.NO_MAIL;
        }
        var known = CustomerAddress.find(warehouses.current(), address);
        var code = codes.issue(conversation, address, known.map(CustomerAddress::customer).orElse(null));
        if (code.isEmpty()) {
            return Sent.TOO_MANY;
        }
        try {
            if (known.isPresent()) {
                mailer.get().send(known.get().address(), wording.say(language, "mail_subject"),
                        wording.say(language, "mail_text", "code", code.get(), "minutes", lifetime.toMinutes()));
            } else {
                mailer.get().reach();
            }
            return Sent.SENT_IF_KNOWN;
        } catch (Mailer.NotSent e) {
            LOG.warn("a code could not be mailed: {}", e.getMessage());
            codes.withdraw(conversation);
            return Sent.NO_MAIL;
        }
    }
}
