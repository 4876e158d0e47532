package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a finding was made.
 *
 * @param metrics definitions of the metrics used, by name
 * @param filters each as a person would read it, the viewer's scope included
 * @param sql the statement that read the numbers, with its bound values as literals beside it
 * @param engine what ran it, e.g. {@code SQLite}
 * @param model name, version, training window and backtest error of the model, where one was used
 * @param rowsRead rows of the warehouse that went in
 * @param dataAsOf the newest order date in the warehouse
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Provenance(
        List<MetricDefinition> metrics,
        @Nullable PeriodUsed period,
        List<String> filters,
        @Nullable String sql,
        @Nullable String engine,
        @Nullable ModelUsed model,
        long rowsRead,
        @Nullable LocalDate dataAsOf) {

    /** @param definition as {@code config/metrics.yaml} has it */
    public record MetricDefinition(String name, String definition) {}

    public record PeriodUsed(String name, LocalDate from, LocalDate lastDay) {
        public static PeriodUsed of(Period period) {
            return new PeriodUsed(period.name(), period.from(), period.lastDay());
        }
    }

    /**
     * @param trainedFrom first day of the training window, or null where the model has none
     * @param error what the backtest measured, in words with its number, e.g. {@code MASE 0.82 over 4 rolling origins}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelUsed(String name, String version, @Nullable LocalDate trainedFrom, @Nullable LocalDate trainedTo,
                            @Nullable String error) {}
}
