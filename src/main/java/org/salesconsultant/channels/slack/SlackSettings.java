package org.salesconsultant.channels.slack;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code slack}.
 *
 * @param signingSecret that Slack signs its requests with
 * @param botToken that ours are made with
 * @param apiUrl of the Web API, with a slash at its end
 * @param stepsAfter how long a step lasts before it is shown
 * @param atOnce questions from Slack answered side by side
 * @param waiting how many more wait; beyond them Slack is asked to send its event again
 */
public record SlackSettings(String signingSecret, String botToken, String apiUrl, Duration stepsAfter, int atOnce, int waiting) {
    /** Empty where there is no signing secret: then there is no Slack. @throws UserError when the token is missing */
    public static Optional<SlackSettings> of(Config slack) {
        var secret = text(slack, "signing-secret");
        var token = text(slack, "bot-token");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (token.isEmpty()) {
            throw new UserError(UserError.Category.BAD_SETUP, "SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not.",
                    "Set it to the \"Bot User OAuth Token\" that the app's page shows under \"OAuth & Permissions\".");
        }
        return Optional.of(new SlackSettings(secret, token, text(slack, "api-url").replaceFirst("/?$", "/"), slack.getDuration("steps-after"),
                slack.getInt("at-once"), slack.getInt("waiting")));
    }

    /** Secret and token stay out of logs. */
    @Override
    public String toString() {
        return "SlackSettings[" + apiUrl + "]";
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path).strip() : "";
    }
}
