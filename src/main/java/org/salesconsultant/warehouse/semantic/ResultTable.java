package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows a plan's statement gave, as cells of a finding.
 *
 * @param groups rows there are, those beyond the limit too
 * @param read fact rows in the selection
 */
record ResultTable(List<Row> rows, long groups, long read, Map<String, Number> totals, @Nullable Double costShare, String sql) {
    /** @param keys what tells rows apart @param members the dimensions' cells @param values the metrics' cells by name */
    record Row(List<@Nullable Object> keys, List<@Nullable Object> members, Map<String, @Nullable Object> values) {}

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    static ResultTable read(Handle handle, QueryPlan plan) {
        var sql = new QuerySql(plan).text();
        var reader = new Reader(plan);
        handle.createQuery(sql).bindMap(plan.condition().values()).bind("most", plan.limit())
                .map((row, context) -> reader.row(row)).forEach(reader.rows::add);
        return new ResultTable(reader.distinctNames(), reader.groups, reader.read, reader.totals, reader.costShare,
                sql + "\n-- " + values(plan));
    }

    private static String values(QueryPlan plan) {
        var values = new StringBuilder();
        plan.condition().values().forEach((name, value) -> values.append(':').append(name).append(" = ")
                .append(value instanceof String text ? "'" + text.replace("'", "''") + "'" : value.toString()).append(", "));
        return values.append(":most = ").append(plan.limit()).toString();
    }

    /** Reads one statement's rows; keeps what each row repeats of the whole. */
    private static final class Reader {
        private final QueryPlan plan;
        private final List<Row> rows = new ArrayList<>();
        private final List<Map<Integer, String>> codes = new ArrayList<>();
        private final Map<String, Number> totals = new HashMap<>();
        private long groups;
        private long read;
        private @Nullable Double costShare;

        Reader(QueryPlan plan) {
            this.plan = plan;
        }

        Row row(ResultSet row) throws SQLException {
            if (rows.isEmpty()) {
                whole(row);
            }
            List<@Nullable Object> keys = new ArrayList<>();
            List<@Nullable Object> members = new ArrayList<>();
            Map<Integer, String> code = new HashMap<>();
            for (int i = 0; i < plan.dimensions().size(); i++) {
                var dimension = plan.dimensions().get(i);
                keys.add(row.getObject("k" + (i + 1)));
                members.add(member(dimension, row));
                if (dimension.members().hasCode() && row.getString(QuerySql.codeColumn(dimension)) instanceof String written) {
                    code.put(i, written);
                }
            }
            codes.add(code);
            Map<String, @Nullable Object> values = new HashMap<>();
            for (var metric : plan.metrics()) {
                values.put(metric.name(), value(metric, metric.name(), row));
            }
            return new Row(keys, members, values);
        }

        private void whole(ResultSet row) throws SQLException {
            groups = row.getLong("all_rows");
            read = row.getLong("all_read");
            for (var metric : plan.metrics()) {
                if (metric.isAdditive() && value(metric, QuerySql.totalColumn(metric), row) instanceof Number total) {
                    totals.put(metric.name(), total);
                }
            }
            if (plan.needsCost() && row.getLong("costable") != 0) {
                costShare = (double) row.getLong("costed") / row.getLong("costable");
            }
        }

        /** Members that share a name are told apart by their codes. */
        private List<Row> distinctNames() {
            for (int i = 0; i < plan.dimensions().size(); i++) {
                Map<Object, Set<String>> codesOfName = new HashMap<>();
                for (int r = 0; r < rows.size(); r++) {
                    if (codes.get(r).get(i) instanceof String code && rows.get(r).members().get(i) instanceof Object name) {
                        codesOfName.computeIfAbsent(name, any -> new HashSet<>()).add(code);
                    }
                }
                for (int r = 0; r < rows.size(); r++) {
                    if (codes.get(r).get(i) instanceof String code && rows.get(r).members().get(i) instanceof Object name
                            && codesOfName.getOrDefault(name, Set.of()).size() > 1) {
                        rows.get(r).members().set(i, name + " (" + code + ")");
                    }
                }
            }
            return rows;
        }
    }

    private static @Nullable Object member(Dimension dimension, ResultSet row) throws SQLException {
        var text = row.getString(dimension.name());
        if (text == null) {
            return null;
        }
        return switch (dimension.members()) {
            case DAY, WEEK -> LocalDate.parse(text);
            case WEEKDAY -> DayOfWeek.of(Integer.parseInt(text)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> text;
        };
    }

    private static @Nullable Object value(Metric metric, String column, ResultSet row) throws SQLException {
        if (metric.isRatio()) {
            double ratio = row.getDouble(column) / metric.scale();
            if (row.wasNull()) {
                return null;
            }
            return switch (metric.type()) {
                case MONEY -> BigDecimal.valueOf(ratio);
                case TEXT, DATE, NUMBER, INTEGER, PERCENT -> ratio;
            };
        }
        long sum = row.getLong(column);
        if (row.wasNull()) {
            return null;
        }
        if (metric.scale() == 1) {
            return sum;
        }
        var exact = BigDecimal.valueOf(sum).divide(TEN_THOUSAND, 4, RoundingMode.UNNECESSARY).stripTrailingZeros();
        return switch (metric.type()) {
            case MONEY -> exact.scale() < 2 ? exact.setScale(2, RoundingMode.UNNECESSARY) : exact;
            case TEXT, DATE, NUMBER, INTEGER, PERCENT -> exact.scale() <= 0 ? (Object) exact.longValueExact() : exact;
        };
    }
}
