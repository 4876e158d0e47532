package org.salesconsultant.warehouse.semantic;

import java.util.List;
import java.util.Map;

/**
 * Which rows of a fact, as SQL: to be put after WHERE of any statement that reads the fact under the alias {@code f}.
 *
 * @param sql without the word WHERE; true for all rows where nothing narrows
 * @param values to bind, by name
 * @param filters as a person would read them, in English, the scope included
 * @param resolved the filters with each value as the data writes it
 */
public record SqlCondition(String sql, Map<String, Object> values, List<String> filters, List<Filter> resolved) {
    /** The same for those rows only that pass another test too. */
    SqlCondition and(String test) {
        return new SqlCondition(sql + " AND " + test, values, filters, resolved);
    }
}
