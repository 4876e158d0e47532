package org.salesconsultant.warehouse;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;

/** A name as its letters and digits: {@code GTXPro} and {@code GTX Pro} are one, {@code 1.5 m} and {@code 15 m} are two. */
final class Squashed {
    private static final int FEWEST_LETTERS = 4;

    private Squashed() {}

    /** Null where fewer than four letters stand in it: too few to tell names apart. */
    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var folded = Names.fold(name);
        var squashed = new StringBuilder(folded.length());
        int letters = 0;
        boolean parted = false;
        for (int i = 0; i < folded.length(); i++) {
            char each = folded.charAt(i);
            if (!Character.isLetterOrDigit(each)) {
                parted = true;
                continue;
            }
            if (parted && Character.isDigit(each) && !squashed.isEmpty() && Character.isDigit(squashed.charAt(squashed.length() - 1))) {
                squashed.append('.');
            }
            parted = false;
            letters += Character.isLetter(each) ? 1 : 0;
            squashed.append(each);
        }
        return letters < FEWEST_LETTERS ? null : squashed.toString();
    }
}
