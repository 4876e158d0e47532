package org.salesconsultant.warehouse.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.SqlCondition;

/**
 * The order lines of two periods side by side, by product and by what became of the customers. Amounts and quantities are in
 * ten-thousandths. Each method reads one state of the data. Safe for many threads.
 */
public final class TwoPeriods {
    private static final String IN = "(f.day >= %d AND f.day < %d)";
    private static final String BY_PRODUCT = """
            SELECT f.product_key,
              SUM(CASE WHEN <was> AND f.kind = 0 AND f.fee = 0 THEN f.quantity ELSE 0 END) AS quantity_before,
              SUM(CASE WHEN <was> AND f.kind = 0 AND f.fee = 0 THEN f.amount ELSE 0 END) AS amount_before,
              SUM(CASE WHEN <is> AND f.kind = 0 AND f.fee = 0 THEN f.quantity ELSE 0 END) AS quantity_after,
              SUM(CASE WHEN <is> AND f.kind = 0 AND f.fee = 0 THEN f.amount ELSE 0 END) AS amount_after,
              SUM(CASE WHEN <was> AND f.kind = 1 AND f.fee = 0 THEN f.amount ELSE 0 END) AS returned_before,
              SUM(CASE WHEN <is> AND f.kind = 1 AND f.fee = 0 THEN f.amount ELSE 0 END) AS returned_after,
              SUM(CASE WHEN <was> AND (f.kind = 2 OR f.fee = 1) THEN f.amount ELSE 0 END) AS rest_before,
              SUM(CASE WHEN <is> AND (f.kind = 2 OR f.fee = 1) THEN f.amount ELSE 0 END) AS rest_after,
              COUNT(*) AS n
            FROM line f WHERE (<condition>) AND (<was> OR <is>) GROUP BY f.product_key""";
    private static final String BY_CUSTOMER = """
            SELECT fate, COUNT(*) AS customers, SUM(amount_before) AS amount_before, SUM(amount_after) AS amount_after FROM (
              SELECT CASE WHEN c.customer_key IS NULL THEN 'unknown' WHEN s.bought_before = 1 AND s.bought_after = 1 THEN 'kept'
                  WHEN s.bought_before = 1 THEN 'lost' WHEN s.bought_after = 0 THEN 'returning_goods'
                  WHEN c.first_sale_day >= <from> THEN 'new' ELSE 'back' END AS fate,
                s.amount_before, s.amount_after
              FROM (
                SELECT f.customer_key,
                  SUM(CASE WHEN <was> AND <counts> THEN f.amount ELSE 0 END) AS amount_before,
                  SUM(CASE WHEN <is> AND <counts> THEN f.amount ELSE 0 END) AS amount_after,
                  MAX(CASE WHEN <was> AND f.kind = 0 THEN 1 ELSE 0 END) AS bought_before,
                  MAX(CASE WHEN <is> AND f.kind = 0 THEN 1 ELSE 0 END) AS bought_after
                FROM line f WHERE (<condition>) AND (<was> OR <is>) GROUP BY f.customer_key) s
              LEFT JOIN customer c ON c.customer_key = s.customer_key) t
            GROUP BY fate""";

    private final Warehouse warehouse;

    /** Sales of one product, fees aside; null for the lines that name none. */
    public record Product(@Nullable Long key, long quantityBefore, long amountBefore, long quantityAfter, long amountAfter) {}

    /** @param rest fees and adjustments */
    public record Products(List<Product> sold, Sum returned, Sum rest, long rowsRead, String sql, String engine) {}

    public record Sum(long before, long after) {
        public long change() {
            return after - before;
        }
    }

    /** What became of a customer from one period to the other. */
    public enum Fate {
        /** Bought in both. */
        KEPT,
        /** Bought for the first time ever in the later one. */
        NEW,
        /** Bought in the later one and before, but not in the earlier one. */
        BACK,
        /** Bought in the earlier one only. */
        LOST,
        /** Bought in neither, but gave goods back or had an adjustment. */
        RETURNING_GOODS,
        /** Not known. */
        UNKNOWN
    }

    public record Customers(long count, Sum amount) {}

    public TwoPeriods(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param condition on lines */
    public Products products(SqlCondition condition, Period before, Period after) {
        var sql = filled(BY_PRODUCT, condition, before, after);
        return warehouse.facts(facts -> {
            List<Product> sold = new ArrayList<>();
            long[] others = new long[5];
            facts.rows().createQuery(sql).bindMap(condition.values()).map((row, context) -> {
                long key = row.getLong("product_key");
                sold.add(new Product(row.wasNull() ? null : (Long) key, row.getLong("quantity_before"), row.getLong("amount_before"),
                        row.getLong("quantity_after"), row.getLong("amount_after")));
                var names = List.of("returned_before", "returned_after", "rest_before", "rest_after", "n");
                for (int i = 0; i < others.length; i++) {
                    others[i] = Math.addExact(others[i], row.getLong(names.get(i)));
                }
                return key;
            }).list();
            return new Products(sold, new Sum(others[0], others[1]), new Sum(others[2], others[3]), others[4], sql, facts.engine());
        });
    }

    /** @param condition on lines @param salesOnly whether returns, fees and adjustments are left out of the amounts */
    public Map<Fate, Customers> customers(SqlCondition condition, Period before, Period after, boolean salesOnly) {
        var sql = filled(BY_CUSTOMER, condition, before, after).replace("<counts>", salesOnly ? "f.kind = 0" : "1 = 1");
        return warehouse.facts(facts -> {
            Map<Fate, Customers> fates = new EnumMap<>(Fate.class);
            facts.rows().createQuery(sql).bindMap(condition.values())
                    .map((row, context) -> fates.put(Fate.valueOf(row.getString("fate").toUpperCase(Locale.ROOT)),
                            new Customers(row.getLong("customers"), new Sum(row.getLong("amount_before"), row.getLong("amount_after"))))).list();
            return fates;
        });
    }

    private static String filled(String template, SqlCondition condition, Period before, Period after) {
        return template.replace("<was>", in(before)).replace("<is>", in(after)).replace("<from>", String.valueOf(after.from().toEpochDay()))
                .replace("<condition>", condition.sql());
    }

    private static String in(Period period) {
        return IN.formatted(period.from().toEpochDay(), period.end().toEpochDay());
    }
}
