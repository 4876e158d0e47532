package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Narrows a query to members of a dimension.
 *
 * @param values names or codes as a person writes them; compared folded. {@code between} takes two, {@code at_least} and
 *     {@code at_most} one
 */
public record Filter(String dimension, Operator op, List<String> values) {
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
