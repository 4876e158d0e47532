package org.salesconsultant.warehouse.imports.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which a table is known by. */
final class Fingerprint {
    private Fingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of one of several tables that the same bytes hold. @param whole of all the bytes */
    static String ofPart(String whole, String part) {
        var digest = sha256();
        digest.update((whole + '\n' + part).getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }
}
