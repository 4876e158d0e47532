package org.salesconsultant.channels.helpdesk.chatwoot;

import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code chatwoot}.
 *
 * @param url where Chatwoot is, with a slash at its end
 * @param botToken that our requests are made with
 * @param webhookSecret that Chatwoot signs its own with
 * @param atOnce conversations worked on side by side
 * @param waiting how many more messages wait; beyond them Chatwoot opens the conversation for a person
 * @param retryEvery pause until what Chatwoot did not take is tried again
 * @param giveUpAfter so long
 * @param mostReplies to one conversation within an hour; beyond them two machines are taken to answer each other
 */
public record ChatwootSettings(URI url, String botToken, String webhookSecret, int atOnce, int waiting, Duration retryEvery, Duration giveUpAfter, int mostReplies) {
    /** Empty where none of the three is set: then there is no Chatwoot. @throws UserError when one is missing, or the address is none */
    public static Optional<ChatwootSettings> of(Config chatwoot) {
        var url = text(chatwoot, "url");
        var token = text(chatwoot, "bot-token");
        var secret = text(chatwoot, "webhook-secret");
        if (url.isEmpty() && token.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        var missing = Stream.of(url.isEmpty() ? "CHATWOOT_URL" : "", token.isEmpty() ? "CHATWOOT_BOT_TOKEN" : "", secret.isEmpty() ? "CHATWOOT_WEBHOOK_SECRET" : "")
                .filter(name -> !name.isEmpty()).collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw new UserError(UserError.Category.BAD_SETUP, "Chatwoot is set up in part; what is missing: " + missing + ".",
                    "The bot's page in Chatwoot shows token and secret; README, \"Customer service with Chatwoot\".");
        }
        return Optional.of(new ChatwootSettings(address(url), token, secret, chatwoot.getInt("at-once"), chatwoot.getInt("waiting"), chatwoot.getDuration("retry-every"),
                chatwoot.getDuration("give-up-after"), chatwoot.getInt("most-replies")));
    }

    /** Token and secret stay out of logs. */
    @Override
    public String toString() {
        return "ChatwootSettings[" + url + "]";
    }

    private static URI address(String url) {
        try {
            var address = URI.create(url.replaceFirst("/?$", "/"));
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw noChatwoot();
        }
        throw noChatwoot();
    }

    private static UserError noChatwoot() {
        return new UserError(UserError.Category.BAD_SETUP, "CHATWOOT_URL is no address.", "Set it to where you open Chatwoot, e.g. https://chat.example.com.");
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path).strip() : "";
    }
}
