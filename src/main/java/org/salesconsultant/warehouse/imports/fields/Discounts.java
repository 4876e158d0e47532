package org.salesconsultant.warehouse.imports.fields;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a file writes discounts; all are turned into positive money off the line, in ten-thousandths. */
public enum Discounts {
    /** money off, positive */
    MONEY,
    /** money off, written as a negative number */
    NEGATIVE_MONEY,
    /** a fraction: 0.15 */
    FRACTION,
    /** of a hundred: 15 or 15% */
    PERCENT;

    private static final long ONE = 10_000;

    /**
     * @param written as read from the cell, in ten-thousandths
     * @param before quantity × unit price, for a file without amounts
     */
    public long offPrice(long written, long before) {
        return switch (this) {
            case MONEY -> written;
            case NEGATIVE_MONEY -> -written;
            case FRACTION -> Exact.product(before, written);
            case PERCENT -> Exact.product(before, Math.round(written / 100.0));
        };
    }

    /** @param amount what remained after the discount */
    public long offAmount(long written, long amount) {
        return switch (this) {
            case MONEY -> written;
            case NEGATIVE_MONEY -> -written;
            case FRACTION -> share(written, amount);
            case PERCENT -> share(Math.round(written / 100.0), amount);
        };
    }

    private static long share(long fraction, long amount) {
        if (fraction >= ONE) {
            return 0;
        }
        return BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(fraction))
                .divide(BigDecimal.valueOf(ONE - fraction), 0, RoundingMode.HALF_UP).longValueExact();
    }
}
