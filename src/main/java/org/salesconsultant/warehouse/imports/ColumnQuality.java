package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much of one column can be used. Its rows are usable, missing, unreadable or impossible.
 *
 * @param column its header
 * @param field as mappings write it
 * @param missing blank cells
 * @param unreadable cells that are not what the field is, e.g. no number
 * @param impossible cells that can be read and cannot be so, e.g. a date of the year 2124 or a cost below 0
 * @param unusual of the usable those far away from all others: kept, and worth a look
 * @param example the first unreadable or impossible cell, else the most unusual one, with its row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnQuality(String column, String field, long usable, long missing, long unreadable, long impossible, long unusual, @Nullable String example) {
    /** Of all rows, 0 to 1. */
    @JsonProperty
    public double share() {
        long rows = usable + missing + unreadable + impossible;
        return rows == 0 ? 0 : (double) usable / rows;
    }
}
