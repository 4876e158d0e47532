package org.salesconsultant.channels.helpdesk.chatwoot;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.salesconsultant.sales.UserError;

/** Lets in what Chatwoot has signed within the last five minutes: HMAC-SHA256 over the time, a dot and the body as it came, in hexadecimal. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    /** In bytes. A message brings its conversation along. */
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final SecretKeySpec secret;

    Signature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @return the body as it came @throws UserError when it is too large, too old, or signed by somebody else */
    byte[] verified(Context ctx) {
        var body = body(ctx);
        var timestamp = Objects.requireNonNullElse(ctx.header("X-Chatwoot-Timestamp"), "");
        var given = Objects.requireNonNullElse(ctx.header("X-Chatwoot-Signature"), "");
        if (!isOfNow(timestamp) || !MessageDigest.isEqual(of(timestamp, body).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new UserError(UserError.Category.NOT_SIGNED_IN, "This request is not signed by Chatwoot, or is older than five minutes.",
                    "Check CHATWOOT_WEBHOOK_SECRET, the clock of this machine, and that Chatwoot is 4.13 or newer.");
        }
        return body;
    }

    private static boolean isOfNow(String timestamp) {
        return timestamp.matches("\\d{1,12}") && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().compareTo(WINDOW) <= 0;
    }

    private String of(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] body(Context ctx) {
        try {
            var bytes = ctx.bodyInputStream().readNBytes(LARGEST_REQUEST + 1);
            if (bytes.length > LARGEST_REQUEST) {
                throw new UserError(UserError.Category.TOO_LARGE, "The request is too large.", "Chatwoot sends less.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
