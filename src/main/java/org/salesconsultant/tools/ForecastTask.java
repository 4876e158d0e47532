package org.salesconsultant.tools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Metric;

/**
 * What is to be forecast, with every default filled in.
 *
 * @param horizon whole steps of {@code grain} after the running one
 * @param dimension null for the total
 * @param members how many of its largest stand by themselves
 */
record ForecastTask(Metric metric, Grain grain, int horizon, @Nullable Dimension dimension, int members, List<Filter> filters) {
    /** Of the total. */
    ForecastTask(Metric metric, Grain grain, int horizon, List<Filter> filters) {
        this(metric, grain, horizon, null, 0, filters);
    }
}
