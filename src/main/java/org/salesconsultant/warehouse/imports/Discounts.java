package org.salesconsultant.warehouse.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How a file writes discounts; all are turned into positive money off the line, in ten-thousandths. */
enum Discounts {
    /** money off, positive */
    MONEY,
    /** money off, written as a negative number */
    NEGATIVE_MONEY,
    /** a fraction: 0.15 */
    FRACTION,
    /** of a hundred: 15 or 15% */
    PERCENT;

    private static final long ONE = 10_000;

    /** @param cells of a sample @param amountGiven whether the file has amounts, beside which a discount is often a fraction */
    static Discounts of(String header, List<String> cells, Numbers numbers, boolean amountGiven) {
        var words = ImportWords.words(header);
        var values = cells.stream().map(cell -> cell.replace("%", "")).filter(numbers::isNumber).map(numbers::read)
                .filter(value -> value != 0).toList();
        boolean belowOne = values.stream().allMatch(value -> value > 0 && value < ONE);
        boolean named = words.contains("rate") || words.contains("percent") || words.contains("pct") || header.contains("%") || header.contains("率");
        if (cells.stream().anyMatch(cell -> cell.endsWith("%")) || named && !belowOne) {
            return PERCENT;
        }
        if (!values.isEmpty() && belowOne && (named || amountGiven)) {
            return FRACTION;
        }
        return !values.isEmpty() && values.stream().allMatch(value -> value < 0) ? NEGATIVE_MONEY : MONEY;
    }

    /**
     * @param written as read from the cell, in ten-thousandths
     * @param before quantity × unit price, for a file without amounts
     */
    long offPrice(long written, long before) {
        return switch (this) {
            case MONEY -> written;
            case NEGATIVE_MONEY -> -written;
            case FRACTION -> Exact.product(before, written);
            case PERCENT -> Exact.product(before, Math.round(written / 100.0));
        };
    }

    /** @param amount what remained after the discount */
    long offAmount(long written, long amount) {
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
