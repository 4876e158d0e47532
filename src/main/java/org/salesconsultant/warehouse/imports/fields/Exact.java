package org.salesconsultant.warehouse.imports.fields;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic of ten-thousandths. What does not fit 64 bits throws {@link ArithmeticException}. */
public final class Exact {
    private static final long ONE = 10_000;
    private static final int DECIMALS = 4;

    private Exact() {}

    /** Exact when either is whole, else rounded half up. */
    public static long product(long one, long other) {
        if (one % ONE == 0) {
            return Math.multiplyExact(one / ONE, other);
        }
        return BigDecimal.valueOf(one, DECIMALS).multiply(BigDecimal.valueOf(other, DECIMALS))
                .setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** Rounded half up. @param divisor not 0 */
    public static long quotient(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend, DECIMALS).divide(BigDecimal.valueOf(divisor, DECIMALS), DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue().longValueExact();
    }
}
