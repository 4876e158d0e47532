package org.salesconsultant.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Database;

/**
 * Signs paths, so that whoever is given the link may open it until it ends, without a key: HMAC-SHA256 (RFC 2104) over path and end.
 * The secret is made at the first start and kept, so that links outlive a restart.
 */
public final class LinkSignatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public LinkSignatures(Database database) {
        this.secret = new SecretKeySpec(kept(database).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param until in seconds since 1970 @return letters that need no escaping in a URL */
    public String of(String path, long until) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal((path + " " + until).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** @param until as the link says it @throws UserError NOT_ALLOWED when the link was not made here, or has ended */
    public void check(String path, String until, String signature) {
        long end = until.matches("\\d{1,12}") ? Long.parseLong(until) : 0;
        if (!MessageDigest.isEqual(of(path, end).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "This link was not made here.", "Open it as it was given, or ask again.");
        }
        if (end < Instant.now().getEpochSecond()) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "This link has ended.", "Ask again for a new one.");
        }
    }

    private static String kept(Database database) {
        return database.write(handle -> {
            handle.createUpdate("INSERT INTO link_key (secret) SELECT :made WHERE NOT EXISTS (SELECT 1 FROM link_key)").bind("made", Secrets.next("link")).execute();
            return handle.createQuery("SELECT secret FROM link_key").mapTo(String.class).one();
        });
    }
}
