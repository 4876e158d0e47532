package org.salesconsultant.channels.helpdesk;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.typesafe.config.ConfigFactory;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salesconsultant.channels.mail.MailSettings;
import org.salesconsultant.channels.mail.Mailer;

/** A real mail server that lets in one user, and what it has received. */
public final class PostOffice implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public PostOffice() {
        server.setUser("desk@shop.example", "desk@shop.example", "s3cret:/");
        server.start();
    }

    /** As SMTP_URL would say it. */
    public String url() {
        return "smtp://desk%40shop.example:s3cret%3A%2F@127.0.0.1:" + server.getSmtp().getPort();
    }

    public Optional<Mailer> mailer() {
        return MailSettings.of(ConfigFactory.parseMap(Map.of("smtp-url", url()))).map(Mailer::new);
    }

    public List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** The newest one that went there. */
    public String code(String address) throws MessagingException, IOException {
        String newest = "";
        for (var mail : mails()) {
            if (mail.getAllRecipients()[0].toString().equalsIgnoreCase(address)) {
                newest = mail.getContent().toString();
            }
        }
        return CODE.matcher(newest).results().findFirst().orElseThrow().group();
    }

    public void forget() throws FolderException {
        server.purgeEmailFromAllMailboxes();
    }

    @Override
    public void close() {
        server.stop();
    }
}
