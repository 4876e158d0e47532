package org.salesconsultant.warehouse.semantic;

import java.util.List;
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
    /**
     * A quotient of sums, taken after grouping, so that the rate of a whole is never an average of rates.
     *
     * @param of measures added up; at least one
     * @param per measures added up and divided by; empty for a plain sum or count
     */
    public record Formula(List<Measure> of, List<Measure> per) {}

    /** What its rows are taken from. */
    public Subject subject() {
        return formula.of().getFirst().subject();
    }

    public boolean isRatio() {
        return !formula.per().isEmpty();
    }

    /** Whether the values of parts add up to the value of the whole. */
    public boolean isAdditive() {
        return !isRatio() && formula.of().stream().allMatch(Measure::isAdditive);
    }

    /** Whether the values of months add up to the value of their year. */
    public boolean addsUpOverTime() {
        return !isRatio() && formula.of().stream().allMatch(Measure::addsUpOverTime);
    }

    /** What one unit of the metric is stored as: 10,000 for money, 1 for counts and rates. */
    double scale() {
        double of = formula.of().getFirst().scale();
        return isRatio() ? of / formula.per().getFirst().scale() : of;
    }
}
