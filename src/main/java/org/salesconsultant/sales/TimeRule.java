package org.salesconsultant.sales;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way of writing a {@link TimeAtom}. */
record TimeRule(Pattern pattern, Reading reading) {

    /** @return null where the words fit the pattern but name no date, e.g. 31 June */
    interface Reading {
        @Nullable TimeAtom read(MatchResult words, RelativeDates dates);
    }

    static TimeRule of(String pattern, Reading reading) {
        return new TimeRule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), reading);
    }
}
