package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula adds up: a measure, over all rows or over those that some filters keep. In YAML the name of a measure, or
 * {@code {measure: revenue, where: [{dimension: category, op: is, values: [Spirits]}]}}.
 */
public record Term(Measure measure, List<Filter> where) {
    /** Over all rows. */
    static Term of(Measure measure) {
        return new Term(measure, List.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Term named(String measure) {
        return Arrays.stream(Measure.values()).filter(one -> one.word().equals(measure)).findFirst().map(Term::of)
                .orElseThrow(() -> new IllegalArgumentException("\"" + measure + "\" is not one of the values accepted for a measure: "
                        + Arrays.stream(Measure.values()).map(Measure::word).toList()));
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Term of(@JsonProperty(value = "measure", required = true) Measure measure, @JsonProperty(value = "where", required = true) List<Filter> where) {
        return new Term(measure, List.copyOf(where));
    }

    /** The term without which this one is empty: no margin where nothing has a cost. */
    @Nullable Term guard() {
        return measure == Measure.GROSS_MARGIN ? new Term(Measure.COSTED_AMOUNT, where) : null;
    }
}
