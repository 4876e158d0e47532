package org.salesconsultant.warehouse.semantic;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a plan's statement gave.
 *
 * @param all groups there are, those beyond the limit too
 * @param read fact rows in the selection
 * @param totals of additive metrics over all groups
 * @param costShare the share of the amount of sale and return lines whose cost is known, where a margin was asked for
 */
record GroupTable(List<Group> groups, long all, long read, Map<String, Number> totals, @Nullable Double costShare, String sql) {
    /** Groups held in memory at most, where the database cannot order and cut them. */
    static final int MOST_GROUPS = 50_000;
    private static final int LONGEST_VALUE = 500;

    /** The groups that stand first in an order. */
    static GroupTable ordered(Handle handle, QueryPlan plan, List<Metric> metrics, Ranking ranking, int limit) {
        var sql = new QuerySql(plan, metrics);
        return read(handle, plan, metrics, sql, sql.ordered(ranking), limit, true);
    }

    /** All groups; more than {@link #MOST_GROUPS} when there are too many. */
    static GroupTable unordered(Handle handle, QueryPlan plan, List<Metric> metrics) {
        var sql = new QuerySql(plan, metrics);
        return read(handle, plan, metrics, sql, sql.unordered(), MOST_GROUPS + 1, false);
    }

    private static GroupTable read(Handle handle, QueryPlan plan, List<Metric> metrics, QuerySql shape, String sql, int limit, boolean totalled) {
        var reader = new Reader(plan, metrics, shape.gathers(), totalled);
        handle.createQuery(sql).bindMap(plan.bindings().values()).bind(QuerySql.ROWS_BOUND, limit)
                .map((row, context) -> reader.row(row)).forEach(reader.rows::add);
        return reader.table(sql + "\n-- " + values(plan, limit));
    }

    private static String values(QueryPlan plan, int limit) {
        var values = new StringBuilder();
        plan.bindings().values().forEach((name, value) -> values.append(':').append(name).append(" = ")
                .append(value instanceof String text ? quoted(text) : value.toString()).append(", "));
        return values.append(':').append(QuerySql.ROWS_BOUND).append(" = ").append(limit).toString();
    }

    /** What is longer than a person reads is told by its length. */
    private static String quoted(String text) {
        return text.length() > LONGEST_VALUE ? "(" + text.length() + " characters)" : "'" + text.replace("'", "''") + "'";
    }

    /** Reads one statement's rows; keeps what each row repeats of the whole. */
    private static final class Reader {
        private final QueryPlan plan;
        private final List<Metric> metrics;
        private final boolean gathers;
        private final boolean totalled;
        private final List<Group> rows = new ArrayList<>();
        private final Map<String, Number> totals = new HashMap<>();
        private long all;
        private long read;
        private @Nullable Double costShare;

        Reader(QueryPlan plan, List<Metric> metrics, boolean gathers, boolean totalled) {
            this.plan = plan;
            this.metrics = metrics;
            this.gathers = gathers;
            this.totalled = totalled;
        }

        Group row(ResultSet row) throws SQLException {
            if (totalled && rows.isEmpty()) {
                whole(row);
            }
            int gathered = gathers ? row.getInt("gathered") : GroupSql.NOT_GATHERED;
            List<@Nullable Object> keys = new ArrayList<>();
            List<@Nullable Object> members = new ArrayList<>();
            for (int i = 0; i < plan.dimensions().size(); i++) {
                var key = key(row.getObject("k" + (i + 1)));
                keys.add(key);
                members.add(member(i, gathered, key, row));
            }
            Map<Term, Long> sums = new HashMap<>();
            for (var term : plan.terms()) {
                if (sum(row, plan.column(term)) instanceof Long sum) {
                    sums.put(term, sum);
                }
            }
            return new Group(gathered, keys, members, sums, Map.of(), row.getLong("n"));
        }

        private @Nullable Object member(int i, int gathered, @Nullable Object key, ResultSet row) throws SQLException {
            var dimension = plan.dimensions().get(i);
            if (gathered == GroupSql.OTHERS && plan.leaders() instanceof QueryPlan.Leaders leaders && leaders.dimension().equals(dimension)) {
                return QueryResult.Gathered.OTHERS;
            }
            if (gathered == GroupSql.FEES && dimension.members().isOfProduct()) {
                return QueryResult.FEES;
            }
            if (key == null) {
                return null;
            }
            return dimension.members().isKeyed() ? named(dimension, i + 1, row) : cell(dimension, key);
        }

        /** Members that share a name are told apart by their codes. */
        private @Nullable String named(Dimension dimension, int i, ResultSet row) throws SQLException {
            var name = row.getString(QuerySql.memberColumn(i));
            if (!dimension.members().hasCode()) {
                return name;
            }
            var code = row.getString(QuerySql.codeColumn(i));
            return name == null ? code : plan.sharedNames().getOrDefault(dimension, Set.of()).contains(name) ? name + " (" + code + ")" : name;
        }

        private void whole(ResultSet row) throws SQLException {
            all = row.getLong("all_rows");
            read = row.getLong("all_read");
            for (var metric : metrics) {
                if (metric.isAdditive()) {
                    if (sum(row, QuerySql.totalColumn(metric)) instanceof Long total) {
                        totals.put(metric.name(), (Number) metric.exact(total));
                    }
                }
            }
            if (plan.counts(Measure.GROSS_MARGIN) && sum(row, "costable") instanceof Long costable && costable != 0) {
                costShare = (double) Objects.requireNonNull(sum(row, "costed")) / costable;
            }
        }

        GroupTable table(String sql) {
            return totalled ? new GroupTable(rows, all, read, totals, costShare, sql)
                    : new GroupTable(rows, rows.size(), rows.stream().mapToLong(Group::rows).sum(), Map.of(), null, sql);
        }
    }

    /**
     * A sum as stored. DuckDB adds up in 128 bits, of which {@code getLong} would give the lower half.
     *
     * @throws ArithmeticException where it needs more than 64 bits
     */
    static @Nullable Long sum(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column);
        return value == null ? null : value instanceof BigInteger large ? (Long) large.longValueExact() : (Long) ((Number) value).longValue();
    }

    /** Numbers alike on every engine. */
    static @Nullable Object key(@Nullable Object written) {
        return written == null ? null : written instanceof Number number ? (Object) number.longValue() : written.toString();
    }

    /** What tells a row's group from others. @param dimensions how many keys it has */
    static Group.Key key(ResultSet row, boolean gathers, int dimensions) throws SQLException {
        List<@Nullable Object> keys = new ArrayList<>();
        for (int i = 1; i <= dimensions; i++) {
            keys.add(key(row.getObject("k" + i)));
        }
        return new Group.Key(gathers ? row.getInt("gathered") : GroupSql.NOT_GATHERED, keys);
    }

    /** A member that is its own key. */
    static Object cell(Dimension dimension, Object key) {
        return switch (dimension.members()) {
            case DAY, WEEK -> LocalDate.parse(key.toString());
            case WEEKDAY -> DayOfWeek.of(Integer.parseInt(key.toString())).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> key.toString();
        };
    }

    /** The SQL of several tables, one statement after the other. */
    static String sql(List<GroupTable> tables) {
        return tables.stream().map(GroupTable::sql).collect(Collectors.joining(";\n\n"));
    }
}
