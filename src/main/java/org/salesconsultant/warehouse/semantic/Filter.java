package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a query to members of a dimension.
 *
 * @param values names or codes as a person writes them; compared folded. {@code between} takes two, {@code at_least} and
 *     {@code at_most} one
 */
public record Filter(String dimension, Operator op, List<String> values) {
    /** As a model may send it: what it leaves out is {@code is}, or no value. */
    @JsonCreator
    static Filter of(@JsonProperty("dimension") @Nullable String dimension, @JsonProperty("op") @Nullable Operator op,
                     @JsonProperty("values") @Nullable List<String> values) {
        return new Filter(dimension == null ? "" : dimension, op == null ? Operator.IS : op, values == null ? List.of() : values);
    }

    /** How the values narrow. */
    public enum Operator {
        @JsonProperty("is") IS,
        @JsonProperty("is_not") IS_NOT,
        @JsonProperty("in") IN,
        @JsonProperty("contains") CONTAINS,
        @JsonProperty("between") BETWEEN,
        @JsonProperty("at_least") AT_LEAST,
        @JsonProperty("at_most") AT_MOST
    }
}
