package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.salesconsultant.sales.UserError;

/** A series ready to be modelled: finite, without gaps, long enough; and what is odd about it. */
final class History {
    static final int SHORTEST = 3;
    private static final double MOST_MISSING = 1.0 / 3;
    private static final double MANY_ZEROS = 1.0 / 3;

    private final double[] values;
    private final Set<ForecastCaveat> caveats;

    private History(double[] values, Set<ForecastCaveat> caveats) {
        this.values = values;
        this.caveats = caveats;
    }

    /**
     * Missing values (NaN) before the first known one are dropped; between known ones the line that joins these is taken.
     *
     * @throws UserError when a value is infinite, the last or more than a third are missing, or fewer than
     *     {@link #SHORTEST} are known
     */
    static History of(double[] measured) {
        if (Arrays.stream(measured).anyMatch(Double::isInfinite)) {
            throw unusable("The history holds an infinite value.", "Correct that value.");
        }
        long known = Arrays.stream(measured).filter(value -> !Double.isNaN(value)).count();
        if (known < SHORTEST) {
            throw unusable("The history has " + known + " known values; a forecast needs at least " + SHORTEST + ".",
                    "Choose a finer grain, fewer filters, or import more history.");
        }
        if (Double.isNaN(measured[measured.length - 1])) {
            throw unusable("The history's last value is missing.", "End it at its last known value.");
        }
        var values = Arrays.stream(measured).dropWhile(Double::isNaN).toArray();
        long missing = values.length - known;
        if (missing > MOST_MISSING * values.length) {
            throw unusable("The history misses " + missing + " of " + values.length + " values.", "Choose a coarser grain.");
        }
        var caveats = EnumSet.noneOf(ForecastCaveat.class);
        if (missing > 0) {
            caveats.add(ForecastCaveat.GAPS_FILLED);
            fill(values);
        }
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            caveats.add(ForecastCaveat.CONSTANT);
        } else if (Arrays.stream(values).filter(value -> value == 0).count() > MANY_ZEROS * values.length) {
            caveats.add(ForecastCaveat.MANY_ZEROS);
        }
        return new History(values, caveats);
    }

    double[] values() {
        return values;
    }

    Set<ForecastCaveat> caveats() {
        return caveats;
    }

    private static void fill(double[] values) {
        int before = 0;
        for (int t = 1; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                double step = (values[t] - values[before]) / (t - before);
                for (int gap = before + 1; gap < t; gap++) {
                    values[gap] = values[before] + step * (gap - before);
                }
                before = t;
            }
        }
    }

    private static UserError unusable(String message, String hint) {
        return new UserError(UserError.Category.BAD_INPUT, message, hint);
    }
}
