package org.salesconsultant.warehouse.imports.recognition;

import java.util.List;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/** Tells how a file writes its discounts, from the header and the cells of a sample. */
final class DiscountReading {
    private static final long ONE = 10_000;

    private static final int FEW_STEPS = 12;
    private static final int FRACTION_STEP = 100;

    private DiscountReading() {}

    /** @param amountGiven whether the file has amounts, beside which a discount is often a fraction */
    static Discounts of(String header, List<String> cells, Numbers numbers, boolean amountGiven) {
        var words = HeaderWords.parted(header);
        var values = cells.stream().map(cell -> cell.replace("%", "")).filter(numbers::isNumber).map(numbers::read)
                .filter(value -> value != 0).toList();
        boolean belowOne = values.stream().allMatch(value -> value > 0 && value < ONE);
        boolean named = words.matches(".*\\b(rate|percent|pct|percentage|prozent)\\b.*") || header.contains("率");
        if (cells.stream().anyMatch(cell -> cell.endsWith("%")) || named && !belowOne) {
            return Discounts.PERCENT;
        }
        if (!values.isEmpty() && belowOne && (named || amountGiven || areSteps(values))) {
            return Discounts.FRACTION;
        }
        return !values.isEmpty() && values.stream().allMatch(value -> value < 0) ? Discounts.NEGATIVE_MONEY : Discounts.MONEY;
    }

    /** Rates come in a few round steps, such as 0.05, 0.1 and 0.25; money off that is always below 1 takes any value. */
    private static boolean areSteps(List<Long> values) {
        return values.stream().allMatch(value -> value % FRACTION_STEP == 0) && values.stream().distinct().count() <= Math.min(FEW_STEPS, values.size() / 2);
    }
}
