package org.salesconsultant.channels.slack;

import com.slack.api.app_backend.SlackSignature;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/** Lets in what Slack has signed within the last five minutes, and nothing else. */
final class Signature {
    /** In bytes. A click brings the whole message along, form-encoded. */
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final SlackSignature.Generator generator;

    Signature(String secret) {
        this.generator = new SlackSignature.Generator(secret);
    }

    /** @return the body as it came @throws UserError when it is too large, too old, or signed by somebody else */
    String verified(Context ctx) {
        var body = body(ctx);
        var timestamp = ctx.header(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
        if (timestamp == null || !SlackSignature.TimestampVerifier.isValidTimestamp(timestamp)
                || !isBy(generator.generate(timestamp, body), ctx.header(SlackSignature.HeaderNames.X_SLACK_SIGNATURE))) {
            throw new UserError(UserError.Category.NOT_SIGNED_IN, "This request is not signed by Slack, or is older than five minutes.",
                    "Check SLACK_SIGNING_SECRET and the clock of this machine.");
        }
        return body;
    }

    /** In a time that tells nothing of where they differ, as the library's own comparison does not. */
    private static boolean isBy(@Nullable String expected, @Nullable String given) {
        return expected != null && given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Context ctx) {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(LARGEST_REQUEST + 1);
            if (bytes.length > LARGEST_REQUEST) {
                throw new UserError(UserError.Category.TOO_LARGE, "The request is too large.", "Slack sends less.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
