package org.salesconsultant.analytics.churn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The days on which one customer bought.
 *
 * @param days counted from any fixed day, ascending, each once, at least one
 */
public record PurchaseDays(int[] days) {
    public PurchaseDays {
        if (days.length == 0) {
            throw new IllegalArgumentException("a customer bought on one day at least");
        }
    }

    int last() {
        return days[days.length - 1];
    }

    /** How many gaps lie between purchases. */
    int gaps() {
        return days.length - 1;
    }

    /** The natural logarithm of the gap in days after purchase {@code index}. */
    double logGap(int index) {
        return Math.log((double) days[index + 1] - days[index]);
    }

    double meanLogGap() {
        double sum = 0;
        for (int i = 0; i < gaps(); i++) {
            sum += logGap(i);
        }
        return sum / gaps();
    }

    /** The same customer as known at the end of an earlier day, or null when not yet a customer then. */
    @Nullable PurchaseDays until(int day) {
        var known = Arrays.stream(days).filter(bought -> bought <= day).toArray();
        return known.length == 0 ? null : new PurchaseDays(known);
    }

    boolean boughtAfter(int day) {
        return last() > day;
    }
}
