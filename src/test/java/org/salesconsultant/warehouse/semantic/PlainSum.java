package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a metric comes to before it is divided.
 *
 * @param per null where nothing is divided by
 * @param guard null, or what must not be nothing for the metric to have a value
 */
record PlainSum(BigDecimal of, @Nullable BigDecimal per, @Nullable BigDecimal guard) {
    PlainSum plus(PlainSum other) {
        return new PlainSum(of.add(other.of), per == null || other.per == null ? null : per.add(other.per),
                guard == null || other.guard == null ? null : guard.add(other.guard));
    }

    boolean isEmpty() {
        return guard != null && guard.signum() == 0 || per != null && per.signum() == 0;
    }

    @Nullable Double value() {
        return isEmpty() ? null : (Double) (per == null ? of.doubleValue() : of.doubleValue() / per.doubleValue());
    }

    /** A rate is that of the steps together. */
    @Nullable Double mean(int steps) {
        return isEmpty() || per != null ? value() : (Double) (of.doubleValue() / steps);
    }

    /** Compares exactly, without dividing. */
    int compareTo(BigDecimal bound) {
        return per == null ? of.compareTo(bound) : of.compareTo(bound.multiply(per)) * per.signum();
    }
}
