package org.salesconsultant.sales;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random names for things: 128 bits, not guessable. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** @param prefix says what it names, e.g. {@code f} for a finding */
    public static String next(String prefix) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + "_" + HexFormat.of().formatHex(bytes);
    }
}
