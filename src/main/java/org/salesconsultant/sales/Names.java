package org.salesconsultant.sales;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared: folded once at import, so that queries need neither {@code lower} nor {@code LIKE}. */
public final class Names {
    private Names() {}

    /** NFKC, lower case, inner blanks made one, outer ones removed. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
