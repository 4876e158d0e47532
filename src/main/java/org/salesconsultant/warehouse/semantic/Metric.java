package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;

/**
 * A number the assistant can be asked for, as {@code config/metrics.yaml} names it.
 *
 * @param name what tools and brains call it, e.g. {@code average_order_value}
 * @param label as a table heads it
 * @param synonyms what people call it, besides its label
 * @param definition one sentence
 * @param type how its cells are written
 * @param formula how it is made of measures
 */
public record Metric(String name, Text label, Words synonyms, Text definition, Finding.Type type, Formula formula) {
    private static final int DECIMALS = 4;

    /**
     * A quotient of sums, taken after grouping, so that the rate of a whole is never an average of rates.
     *
     * @param of terms added up; at least one, all of one subject
     * @param per terms added up and divided by, all of one subject, which may be another; empty for a plain sum or count
     */
    public record Formula(List<Term> of, List<Term> per) {
        Stream<Term> terms() {
            return Stream.concat(of.stream(), per.stream());
        }
    }

    /** What its rows are taken from; of a ratio the numerator's. */
    public Subject subject() {
        return formula.of().getFirst().measure().subject();
    }

    public boolean isRatio() {
        return !formula.per().isEmpty();
    }

    /** Whether the values of parts add up to the value of the whole. */
    public boolean isAdditive() {
        return !isRatio() && formula.of().stream().map(Term::measure).allMatch(Measure::isAdditive);
    }

    /** Whether the values of months add up to the value of their year. */
    public boolean addsUpOverTime() {
        return !isRatio() && formula.of().stream().map(Term::measure).allMatch(Measure::addsUpOverTime);
    }

    boolean isOf(Measure measure) {
        return formula.of().stream().anyMatch(term -> term.measure() == measure);
    }

    /** All it is made of, and what says whether that is empty. */
    Stream<Term> terms() {
        return formula.terms().flatMap(term -> term.guard() instanceof Term guard ? Stream.of(term, guard) : Stream.of(term));
    }

    /** What one unit of the metric is stored as: 10,000 for money, 1 for counts and rates. */
    int scale() {
        int of = formula.of().getFirst().measure().scale();
        return isRatio() ? of / formula.per().getFirst().measure().scale() : of;
    }

    /** The cell, from the sums of a group; null where there is nothing, or nothing to divide by. */
    @Nullable Object value(Map<Term, Long> sums) {
        var of = sum(formula.of(), sums);
        if (!isRatio()) {
            return of == null ? null : exact(of);
        }
        var per = sum(formula.per(), sums);
        return of == null || per == null || per == 0 ? null : measured((double) of / per / scale());
    }

    /** The mean of several steps, from their sums together; a ratio is that of the steps together. */
    @Nullable Object mean(Map<Term, Long> sums, int steps) {
        var of = sum(formula.of(), sums);
        return isRatio() ? value(sums) : of == null ? null : measured((double) of / steps / scale());
    }

    /** The sums put together as stored, or the quotient of them, for comparisons; null as {@link #value}. */
    @Nullable Number raw(Map<Term, Long> sums) {
        var of = sum(formula.of(), sums);
        if (!isRatio() || of == null) {
            return of;
        }
        var per = sum(formula.per(), sums);
        return per == null || per == 0 ? null : (Double) ((double) of / per);
    }

    private static @Nullable Long sum(List<Term> terms, Map<Term, Long> sums) {
        long total = 0;
        for (var term : terms) {
            var sum = sums.get(term);
            if (sum == null || term.guard() instanceof Term guard && sums.getOrDefault(guard, 0L) == 0) {
                return null;
            }
            total = Math.addExact(total, sum);
        }
        return total;
    }

    private Object measured(double value) {
        return type == Finding.Type.MONEY ? (Object) BigDecimal.valueOf(value) : (Object) value;
    }

    /** A sum as stored, as a cell. */
    Object exact(long sum) {
        if (scale() == 1) {
            return sum;
        }
        var exact = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scale()), DECIMALS, RoundingMode.UNNECESSARY).stripTrailingZeros();
        return switch (type) {
            case MONEY -> exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact;
            case TEXT, DATE, NUMBER, INTEGER, PERCENT -> exact.scale() <= 0 ? (Object) exact.longValueExact() : exact;
        };
    }
}
