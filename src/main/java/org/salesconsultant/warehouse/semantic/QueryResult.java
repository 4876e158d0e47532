package org.salesconsultant.warehouse.semantic;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;

/**
 * What a metric query came to.
 *
 * @param columns dimensions first, then metrics, as asked; named by their names, in English; then shares ({@code revenue_share},
 *     with two dimensions also {@code revenue_share_of_country}) and running values ({@code revenue_cumulative})
 * @param rows cells as {@link Finding} has them; a metric that divides by nothing is null, and so is a dimension where the data
 *     has none; weekdays are English names, months {@code 2011-10}, quarters {@code 2011-Q4}, years {@code 2011}
 * @param omitted rows left out by the limit
 * @param groups rows there are, those left out by the limit too; members with {@code others}
 * @param totals of each additive metric, over all rows, those left out by the limit too; with a bound on a metric over those that
 *     reach it
 * @param costShare the share of the amount of sale and return lines whose cost is known, where a margin was asked for
 * @param filters as a person would read them, the scope included
 * @param resolved the filters with each value as the data writes it
 * @param sql with its values bound by name, and the values in a trailing comment
 * @param rowsRead fact rows in the selection
 * @param notes caveats that the model itself knows: fees left out of a ranking, share of revenue with known cost …
 */
public record QueryResult(List<Finding.Column> columns, List<List<@Nullable Object>> rows, long groups, long omitted, Map<String, Number> totals,
                          @Nullable Double costShare, List<Provenance.MetricDefinition> definitions, List<String> filters,
                          List<Filter> resolved, String sql, String engine, long rowsRead, List<Note> notes) {
    /** The cell that stands for all fees in a full split by product or category. */
    public static final String FEES = "fees";

    /** The cell that stands for all members beyond those shown. */
    public enum Gathered {
        OTHERS;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the name of a metric's column of shares, or of running values, adds to the metric's. */
    public static final String SHARE = "_share";
    public static final String CUMULATIVE = "_cumulative";
    public static final String MOVING = "_moving";

    /** A thing to say beside the numbers. Tools word it in the viewer's language. */
    public enum Note { FEES_LEFT_OUT, FEES_IN_ONE_ROW, FEES_AMONG_OTHERS, COST_KNOWN_FOR_PART, LINES_WITHOUT_CUSTOMER, ROWS_WITHOUT_DATE, QUOTAS_SPREAD, SEGMENTS_OF_NOW }
}
