package org.salesconsultant.channels.teams;

import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code teams}.
 *
 * @param secret the outgoing webhook's, as Teams shows it: base64
 * @param workflow the address of a Workflows webhook, which whoever knows it can post to; empty: nothing is posted later
 * @param patience how long an answer may take until Teams is told that it comes later; Teams itself waits five seconds
 * @param atOnce questions from Teams answered side by side
 * @param waiting how many more wait; beyond them the asker is told to ask again
 */
public record TeamsSettings(String secret, Optional<URI> workflow, Duration patience, int atOnce, int waiting) {
    /** Empty where there is no secret: then there is no Teams. @throws UserError when secret or address are none; it does not repeat them */
    public static Optional<TeamsSettings> of(Config teams) {
        var secret = text(teams, "outgoing-secret");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (!isBase64(secret)) {
            throw new UserError(UserError.Category.BAD_SETUP, "TEAMS_OUTGOING_SECRET is not what Teams shows.",
                    "Set it to the security token that Teams showed when the outgoing webhook was made; it ends in \"=\".");
        }
        return Optional.of(new TeamsSettings(secret, workflow(text(teams, "workflow-url")), teams.getDuration("patience"), teams.getInt("at-once"), teams.getInt("waiting")));
    }

    /** Secret and address stay out of logs. */
    @Override
    public String toString() {
        return "TeamsSettings[" + (workflow.isPresent() ? "with" : "without") + " a workflow]";
    }

    private static boolean isBase64(String secret) {
        try {
            return Base64.getDecoder().decode(secret).length > 0;
        } catch (IllegalArgumentException notAtAll) {
            return false;
        }
    }

    private static Optional<URI> workflow(String url) {
        try {
            var address = Optional.of(URI.create(url)).filter(given -> !url.isEmpty());
            if (address.isEmpty() || address.get().getHost() != null && String.valueOf(address.get().getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw noWorkflow();
        }
        throw noWorkflow();
    }

    private static UserError noWorkflow() {
        return new UserError(UserError.Category.BAD_SETUP, "TEAMS_WORKFLOW_URL is no address.", "Set it to the whole URL that the workflow shows, in quotes.");
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path).strip() : "";
    }
}
