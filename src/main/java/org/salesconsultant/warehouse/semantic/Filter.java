package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * Narrows a query to members of a dimension, or to groups by the value of a metric.
 *
 * @param dimension a dimension, or a metric that groups must reach: "customers with revenue of at least 10,000"
 * @param values names or codes as a person writes them; compared folded. {@code between} takes two, {@code at_least},
 *     {@code at_most}, {@code more_than} and {@code less_than} one
 */
public record Filter(String dimension, Operator op, List<String> values) {
    /** As a model may send it: what it leaves out is {@code is}, or no value. */
    @JsonCreator
    static Filter of(@JsonProperty("dimension") @Nullable String dimension, @JsonProperty("op") @Nullable Operator op,
                     @JsonProperty("values") @Nullable List<String> values) {
        return new Filter(dimension == null ? "" : dimension, op == null ? Operator.IS : op, values == null ? List.of() : values);
    }

    /** @throws UserError when it has too few or too many values */
    void check() {
        int least = op == Operator.BETWEEN ? 2 : 1;
        int most = switch (op) {
            case IS, IN, IS_NOT -> Integer.MAX_VALUE;
            case BETWEEN -> 2;
            case CONTAINS, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> 1;
        };
        if (values.size() < least || values.size() > most || values.stream().anyMatch(String::isBlank)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The filter on \"" + dimension + "\" has " + values.size() + " values.",
                    "\"between\" takes two; \"contains\", \"at_least\", \"at_most\", \"more_than\" and \"less_than\" one; the others one or more.");
        }
    }

    /** As a person would read it, in English. */
    String words() {
        return dimension + switch (op) {
            case IS, IN -> " is ";
            case IS_NOT -> " is not ";
            case CONTAINS -> " contains ";
            case BETWEEN -> " is between ";
            case AT_LEAST -> " from ";
            case AT_MOST -> " up to ";
            case MORE_THAN -> " above ";
            case LESS_THAN -> " below ";
        } + String.join(", ", values);
    }

    /** How the values narrow. */
    public enum Operator {
        @JsonProperty("is") IS,
        @JsonProperty("is_not") IS_NOT,
        @JsonProperty("in") IN,
        @JsonProperty("contains") CONTAINS,
        @JsonProperty("between") BETWEEN,
        @JsonProperty("at_least") AT_LEAST,
        @JsonProperty("at_most") AT_MOST,
        @JsonProperty("more_than") MORE_THAN,
        @JsonProperty("less_than") LESS_THAN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it asks for an order among values. */
        public boolean isOrdering() {
            return switch (this) {
                case BETWEEN, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> true;
                case IS, IS_NOT, IN, CONTAINS -> false;
            };
        }
    }
}
