package org.salesconsultant.warehouse.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.MetricQueries;

/**
 * How complete the facts of a warehouse are, as far as a viewer may see them.
 *
 * @param measures one for each check, in their order
 * @param engine what read the facts
 * @param rowsRead that the standing imports read, and {@code rowsRejected} of them
 * @param waitingDetails order details whose header has not come yet
 * @param proposals spellings that may be one customer, product or rep
 */
public record DataQuality(List<Measure> measures, String engine, long rowsRead, long rowsRejected, long waitingDetails, long proposals) {
    private static final double NEARLY_ALL = 0.95;

    /** How far a question's ground carries. */
    public enum Ground {
        WHOLE, PART, NONE;

        static Ground of(double share) {
            return share == 0 ? NONE : share >= NEARLY_ALL ? WHOLE : PART;
        }
    }

    /** @param rows that there are @param usable those of them that say it */
    public record Measure(Check check, long rows, long usable) {
        /** 0 to 1; 0 where there are no rows. */
        public double share() {
            return rows == 0 ? 0 : (double) usable / rows;
        }

        public Ground ground() {
            return Ground.of(share());
        }
    }

    /** Reads each table once. */
    public static DataQuality of(Warehouse warehouse, MetricQueries queries, RowScope scope) {
        return warehouse.facts(facts -> {
            List<Measure> measures = new ArrayList<>();
            for (var part : Part.values()) {
                if (part.fact() != null || scope instanceof RowScope.All) {
                    measures.addAll(measures(facts, warehouse, queries, part, scope));
                }
            }
            var runs = facts.stored().createQuery("SELECT coalesce(sum(rows_read), 0), coalesce(sum(rows_rejected), 0) FROM import_run")
                    .map((row, context) -> List.of(row.getLong(1), row.getLong(2))).one();
            return new DataQuality(measures, facts.engine(), runs.getFirst(), runs.getLast(), count(facts, "newest_detail"), count(facts, "open_proposal"));
        });
    }

    private static List<Measure> measures(Facts facts, Warehouse warehouse, MetricQueries queries, Part part, RowScope scope) {
        var checks = Arrays.stream(Check.values()).filter(check -> check.part() == part).toList();
        var condition = part.fact() == null ? null : queries.condition(warehouse, part.fact(), List.of(), null, scope);
        var sql = "SELECT " + checks.stream().map(Check::columns).collect(Collectors.joining(", ")) + " FROM " + part.table()
                + " WHERE " + (condition == null ? "1 = 1" : condition.sql());
        return facts.rows().createQuery(sql).bindMap(condition == null ? Map.of() : condition.values()).map((row, context) -> {
            List<Measure> read = new ArrayList<>();
            for (var check : checks) {
                read.add(new Measure(check, row.getLong(check.word() + "_rows"), row.getLong(check.word() + "_usable")));
            }
            return read;
        }).one();
    }

    private static long count(Facts facts, String table) {
        return facts.stored().createQuery("SELECT count(*) FROM <table>").define("table", table).mapTo(long.class).one();
    }
}
