package org.salesconsultant.warehouse.semantic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;

/**
 * What a metric query came to.
 *
 * @param columns dimensions first, then metrics, as asked
 * @param rows cells as {@link Finding} has them; a metric that divides by nothing is null
 * @param omitted rows left out by the limit
 * @param filters as a person would read them, the scope included
 * @param sql with its values bound by name, and the values in a trailing comment
 * @param rowsRead fact rows in the selection
 * @param notes caveats that the model itself knows, in English: fees left out of a ranking, share of revenue with known cost …
 */
public record QueryResult(List<Finding.Column> columns, List<List<@Nullable Object>> rows, long omitted,
                          List<Provenance.MetricDefinition> definitions, List<String> filters, String sql, String engine,
                          long rowsRead, List<Note> notes) {
    /** A thing to say beside the numbers. Tools word it in the viewer's language. */
    public enum Note { FEES_LEFT_OUT, FEES_IN_ONE_ROW, COST_KNOWN_FOR_PART, LINES_WITHOUT_CUSTOMER }
}
