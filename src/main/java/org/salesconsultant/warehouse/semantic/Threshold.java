package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * A bound on a metric that whole groups must keep: "customers with revenue of at least 10,000".
 *
 * @param low,high the bounds, null where there is none
 * @param open whether the bounds themselves do not pass
 */
record Threshold(Metric metric, Filter filter, @Nullable BigDecimal low, @Nullable BigDecimal high, boolean open) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws UserError when the operator does not fit a number, or a value is none */
    static Threshold of(Metric metric, Filter filter) {
        var first = number(filter.values().getFirst(), filter);
        return switch (filter.op()) {
            case AT_LEAST -> new Threshold(metric, filter, first, null, false);
            case AT_MOST -> new Threshold(metric, filter, null, first, false);
            case MORE_THAN -> new Threshold(metric, filter, first, null, true);
            case LESS_THAN -> new Threshold(metric, filter, null, first, true);
            case BETWEEN -> new Threshold(metric, filter, first, number(filter.values().getLast(), filter), false);
            case IS -> new Threshold(metric, filter, first, first, false);
            case IN, IS_NOT, CONTAINS -> throw new UserError(UserError.Category.BAD_INPUT,
                    "\"" + filter.op().word() + "\" does not fit the metric \"" + metric.name() + "\".",
                    "Use at_least, at_most, more_than, less_than, between or is with a number.");
        };
    }

    /** The bound as a person reads it: the metric by its name, values in plain digits. */
    Filter said() {
        return new Filter(metric.name(), filter.op(), Stream.of(low, high).flatMap(Stream::ofNullable).distinct()
                .map(BigDecimal::toPlainString).toList());
    }

    /** @param formula the metric in SQL, as stored */
    String sql(String formula, Bindings bindings) {
        var above = open ? " > " : " >= ";
        var below = open ? " < " : " <= ";
        var tests = new StringBuilder();
        if (low != null) {
            tests.append(formula).append(above).append(bindings.add(bound(low, open ? RoundingMode.FLOOR : RoundingMode.CEILING)));
        }
        if (high != null) {
            tests.append(tests.isEmpty() ? "" : " AND ").append(formula).append(below).append(bindings.add(bound(high, open ? RoundingMode.CEILING : RoundingMode.FLOOR)));
        }
        return tests.toString();
    }

    boolean passes(Map<Term, Long> sums) {
        var value = metric.raw(sums);
        if (value == null) {
            return false;
        }
        int fromLow = low == null ? 1 : compare(value, bound(low, open ? RoundingMode.FLOOR : RoundingMode.CEILING));
        int fromHigh = high == null ? -1 : compare(value, bound(high, open ? RoundingMode.CEILING : RoundingMode.FLOOR));
        return open ? fromLow > 0 && fromHigh < 0 : fromLow >= 0 && fromHigh <= 0;
    }

    /** As the metric is stored: whole numbers for sums, so that no engine compares them as fractions. */
    private Number bound(BigDecimal value, RoundingMode rounding) {
        var stored = value.multiply(BigDecimal.valueOf(metric.scale()));
        return metric.isRatio() ? (Number) stored.doubleValue() : (Number) stored.setScale(0, rounding).longValueExact();
    }

    private static int compare(Number value, Number bound) {
        return value instanceof Long whole ? Long.compare(whole, bound.longValue()) : Double.compare(value.doubleValue(), bound.doubleValue());
    }

    private static BigDecimal number(String text, Filter filter) {
        var format = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setParseBigDecimal(true);
        var written = text.strip();
        boolean percent = written.endsWith("%");
        var digits = percent ? written.substring(0, written.length() - 1).strip() : written;
        var read = new ParsePosition(0);
        if (format.parse(digits, read) instanceof BigDecimal number && read.getIndex() == digits.length()) {
            return percent ? number.divide(HUNDRED) : number;
        }
        throw new UserError(UserError.Category.BAD_INPUT, "\"" + text + "\" is no number to compare \"" + filter.dimension() + "\" with.",
                "Write it in digits, e.g. 10000 or 25%.");
    }

    /** Of several, the metrics they bound. */
    static List<Metric> metrics(List<Threshold> thresholds) {
        return thresholds.stream().map(Threshold::metric).distinct().toList();
    }
}
