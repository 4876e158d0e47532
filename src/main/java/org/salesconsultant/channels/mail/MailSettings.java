package org.salesconsultant.channels.mail;

import com.typesafe.config.Config;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code mail}.
 *
 * @param encrypted from the first byte on; else by STARTTLS where the server has it
 * @param user blank where the server asks for none
 * @param from the sender's address
 */
public record MailSettings(String host, int port, boolean encrypted, String user, String password, InternetAddress from) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_ENCRYPTED = 465;

    /** Empty where there is no SMTP_URL: then no mail is sent. @throws UserError when it is no such address; it does not repeat it */
    public static Optional<MailSettings> of(Config mail) {
        var url = text(mail, "smtp-url");
        return url.isEmpty() ? Optional.empty() : Optional.of(read(url, text(mail, "from")));
    }

    /** Whether a password would cross a network that others may read: then only encrypted. */
    boolean needsEncryption() {
        try {
            return !user.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unreachable) {
            return true;
        }
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }

    private static MailSettings read(String url, String from) {
        try {
            var address = URI.create(url);
            boolean encrypted = "smtps".equals(address.getScheme());
            if (address.getHost() == null || !encrypted && !"smtp".equals(address.getScheme())) {
                throw noServer();
            }
            var account = address.getRawUserInfo() == null ? new String[] {"", ""} : (address.getRawUserInfo() + ":").split(":", -1);
            int port = address.getPort() >= 0 ? address.getPort() : encrypted ? SUBMISSION_ENCRYPTED : SUBMISSION;
            var user = decoded(account[0]);
            return new MailSettings(address.getHost(), port, encrypted, user, decoded(account[1]), new InternetAddress(from.isEmpty() ? user : from, true));
        } catch (IllegalArgumentException noAddress) {
            throw noServer();
        } catch (AddressException noSender) {
            throw new UserError(UserError.Category.BAD_SETUP, "SMTP_URL is set, but there is no sender.", "Set SMTP_FROM to the address that mails come from, e.g. service@example.com.");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static UserError noServer() {
        return new UserError(UserError.Category.BAD_SETUP, "SMTP_URL is no address of a mail server.",
                "Write it like smtp://user:password@mail.example.com:587 or smtps://…:465; what is not a letter or digit in user and password as %40 and the like.");
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path).strip() : "";
    }
}
