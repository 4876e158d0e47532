package org.salesconsultant.channels.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;

/** Sends plain mails, each over a connection of its own; safe for many threads. */
public final class Mailer {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MailSettings settings;
    private final Session session;

    /** No mail server took it. The message names the server's fault, never the mail's text. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1;

        NotSent(MessagingException cause) {
            super(cause.getClass().getSimpleName());
        }
    }

    public Mailer(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** @param to one address @throws NotSent when the server cannot be reached or does not take it */
    public void send(String to, String subject, String text) throws NotSent {
        try {
            var mail = new MimeMessage(session);
            mail.setFrom(settings.from());
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office reply comes back
            mail.setSentDate(new Date());
            mail.saveChanges();
            try (var transport = connected()) {
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new NotSent(e);
        }
    }

    /** Does all but send. @throws NotSent when the server cannot be reached or does not let us in */
    public void reach() throws NotSent {
        try (var _ = connected()) {
            return;
        } catch (MessagingException e) {
            throw new NotSent(e);
        }
    }

    private Transport connected() throws MessagingException {
        var transport = session.getTransport(settings.encrypted() ? "smtps" : "smtp");
        if (settings.user().isEmpty()) {
            transport.connect();
        } else {
            transport.connect(settings.user(), settings.password());
        }
        return transport;
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        var prefix = settings.encrypted() ? "mail.smtps." : "mail.smtp.";
        properties.setProperty(prefix + "host", settings.host());
        properties.setProperty(prefix + "port", Integer.toString(settings.port()));
        properties.setProperty(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(!settings.encrypted() && settings.needsEncryption()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + timeout, Long.toString(TIMEOUT.toMillis()));
        }
        return properties;
    }
}
