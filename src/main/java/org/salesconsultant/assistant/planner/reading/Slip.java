package org.salesconsultant.assistant.planner.reading;

import org.jspecify.annotations.Nullable;

/** How one slip of the fingers makes one word of another (Damerau 1964: such slips are four of five spelling mistakes). */
enum Slip {
    /** two neighbours changed places */
    SWAPPED,
    /** a letter is missing */
    MISSED,
    /** a letter too many */
    DOUBLED,
    /** another vowel; of consonants each makes another word ("charge", "change") */
    REPLACED;

    private static final String VOWELS = "aeiouy";

    /** @return null where more than one slip, or none, lies between them */
    static @Nullable Slip between(String said, String meant) {
        int longer = said.length() - meant.length();
        if (Math.abs(longer) > 1 || said.equals(meant)) {
            return null;
        }
        int same = 0;
        while (same < Math.min(said.length(), meant.length()) && said.charAt(same) == meant.charAt(same)) {
            same++;
        }
        var saidRest = said.substring(same);
        var meantRest = meant.substring(same);
        if (longer < 0) {
            return saidRest.equals(meantRest.substring(1)) ? MISSED : null;
        }
        if (longer > 0) {
            return saidRest.substring(1).equals(meantRest) ? DOUBLED : null;
        }
        if (saidRest.substring(1).equals(meantRest.substring(1))) {
            return isVowel(saidRest) && isVowel(meantRest) ? REPLACED : null;
        }
        boolean swapped = saidRest.charAt(0) == meantRest.charAt(1) && saidRest.charAt(1) == meantRest.charAt(0)
                && saidRest.substring(2).equals(meantRest.substring(2));
        return swapped ? SWAPPED : null;
    }

    private static boolean isVowel(String rest) {
        return VOWELS.indexOf(rest.charAt(0)) >= 0;
    }
}
