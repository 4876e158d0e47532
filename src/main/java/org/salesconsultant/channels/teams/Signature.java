package org.salesconsultant.channels.teams;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.salesconsultant.sales.UserError;

/** Lets in what Teams has signed: HMAC-SHA256 over the body as it came, in base64, in the {@code Authorization} header. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "HMAC ";

    private final SecretKeySpec secret;

    /** @param secret base64 */
    Signature(String secret) {
        this.secret = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
    }

    /** @return the body as it came @throws UserError when it is signed by somebody else */
    byte[] verified(Context ctx) {
        var body = ctx.bodyAsBytes();
        var given = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        if (!MessageDigest.isEqual((SCHEME + of(body)).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new UserError(UserError.Category.NOT_SIGNED_IN, "This request is not signed by Teams.",
                    "Check TEAMS_OUTGOING_SECRET; Teams shows it once, when the outgoing webhook is made.");
        }
        return body;
    }

    private String of(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
