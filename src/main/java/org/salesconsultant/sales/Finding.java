package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool returns: data with a plain-language summary and how it was made. Nobody edits its numbers. Its JSON is the
 * outside contract.
 *
 * @param id unique; exports are asked for by it
 * @param arguments the tool's arguments as run, in the words of the tool table
 * @param summary one paragraph in the viewer's language, the point first; every number in it stands in the rows, the
 *     comparison or the arguments
 * @param rows cells by column: String, LocalDate, Long, Integer, Double, BigDecimal (money) or null
 * @param caveats what weakens the numbers, in the viewer's language, whole sentences
 * @param followUps questions worth asking next, in the viewer's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String id,
        String tool,
        Map<String, Object> arguments,
        String title,
        String summary,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        @Nullable Comparison comparison,
        @Nullable Chart chart,
        Provenance provenance,
        List<String> caveats,
        List<String> followUps) {

    /** @param unit a currency code for money, else what is counted, or null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String name, Type type, @Nullable String unit) {
        public static Column of(String name, Type type) {
            return new Column(name, type, null);
        }
    }

    /** Rates are fractions with type {@code percent}. */
    public enum Type {
        TEXT, DATE, NUMBER, INTEGER, MONEY, PERCENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One number against an earlier one, both in the unit of the measure.
     *
     * @param change the relative change as a fraction, or null where {@code before} is zero
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(@Nullable Number value, @Nullable Number before, @Nullable Double change) {}

    /**
     * How to draw the rows.
     *
     * @param x the column along the axis
     * @param series the columns drawn; for {@code band} in the order forecast, low, high
     * @param running true where the last step still runs, so that its value will grow; else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Chart(Kind kind, String x, List<String> series, @Nullable Boolean running) {
        /** Of whole steps, or of no steps at all. */
        public Chart(Kind kind, String x, List<String> series) {
            this(kind, x, series, null);
        }

        /** line: series over time; bar: ranking; stacked: parts of a whole; scatter: two measures; band: forecast. */
        public enum Kind {
            LINE, BAR, STACKED, SCATTER, BAND;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
