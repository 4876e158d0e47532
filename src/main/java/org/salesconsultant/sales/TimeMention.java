package org.salesconsultant.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of time named in a text: {@code start} inclusive and {@code end} exclusive are character positions. */
public sealed interface TimeMention {
    int start();

    int end();

    /**
     * A period that the words fix by themselves.
     *
     * @param parts the two ends where the words span a range ({@code between October and November}), else empty
     */
    record Named(int start, int end, Period period, List<Period> parts) implements TimeMention {}

    /** Whole steps after the running one, as a forecast covers them. @param period the dates they cover */
    record Ahead(int start, int end, Grain grain, int steps, Period period) implements TimeMention {}

    /** A period that depends on another: {@code same month last year}, {@code the previous quarter}. */
    record Relative(int start, int end, Shift shift) implements TimeMention {}

    /** A date that can be read in two ways, such as {@code 12/9}. */
    record Ambiguous(int start, int end, List<Period> readings) implements TimeMention {}

    /**
     * How a {@link Relative} period is found from another.
     *
     * @param yearEarlier the same dates a year before, else the stretch just before
     * @param grain what that stretch is counted in, or null: as long as the other period
     * @param steps how many of them
     */
    record Shift(boolean yearEarlier, @Nullable Grain grain, int steps) {
        public Shift(boolean yearEarlier, @Nullable Grain grain) {
            this(yearEarlier, grain, 1);
        }
    }
}
