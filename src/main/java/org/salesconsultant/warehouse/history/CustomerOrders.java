package org.salesconsultant.warehouse.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.Warehouse;

/**
 * The orders of one customer as the customer may be told them. Every query is bound to the customer's key, so that nothing of
 * anybody else's can come out. Amounts are in the currency. Safe for many threads.
 */
public final class CustomerOrders {
    private static final int DECIMALS = 4;
    private static final String OWN = " o.customer_key = :customer ";
    private static final String LINES = """
            SELECT o.number, o.day, p.code, p.name, l.fee, l.quantity, l.amount FROM orders o JOIN line l ON l.order_key = o.order_key
            JOIN product p ON p.product_key = l.product_key WHERE """ + OWN;

    private final Warehouse warehouse;
    private final long customer;

    /** @param quantity negative where it came back @param fee delivery and the like */
    public record Line(String order, LocalDate day, String code, String product, boolean fee, BigDecimal quantity, BigDecimal amount) {}

    /** @param amount over its lines, fees included */
    public record Order(String number, LocalDate day, BigDecimal amount) {}

    /** Which orders come first. */
    public enum Sort {
        OLDEST("o.day, o.order_key"), NEWEST("o.day DESC, o.order_key DESC"), LARGEST("amount DESC, o.day DESC, o.order_key DESC");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** @param amount over all lines, fees and returns included */
    public record Total(int orders, BigDecimal amount, BigDecimal returns) {}

    /** Of one product; returns left out. */
    public record Bought(int orders, BigDecimal quantity, BigDecimal amount) {}

    private CustomerOrders(Warehouse warehouse, long customer) {
        this.warehouse = warehouse;
        this.customer = customer;
    }

    /** @param code of the customer, in any case; empty where nobody has it */
    public static Optional<CustomerOrders> of(Warehouse warehouse, String code) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT customer_key FROM customer WHERE code_folded = :code")
                .bind("code", Names.fold(code)).mapTo(Long.class).findOne()).map(key -> new CustomerOrders(warehouse, key));
    }

    /** The lines of an order; empty where the customer has none of that number. @param number in any case */
    public List<Line> order(String number) {
        return lines("AND o.number = :number ORDER BY l.line_key", Map.of("number", number.toUpperCase(Locale.ROOT)));
    }

    /** The lines of the newest order; empty where there is none. */
    public List<Line> last() {
        return lines("AND o.number_key = (SELECT n.number_key FROM orders n WHERE n.customer_key = :customer AND n.sale_lines > 0"
                + " ORDER BY n.day DESC, n.order_key DESC LIMIT 1) ORDER BY l.line_key", Map.of());
    }

    /** At most so many orders, with what they came to. */
    public List<Order> orders(Sort sort, @Nullable Period period, int limit) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT o.number, o.day, SUM(l.amount) AS amount FROM orders o JOIN line l ON l.order_key = o.order_key WHERE" + OWN
                        + "AND o.sale_lines > 0 AND o.day >= :from AND o.day < :end GROUP BY o.number_key ORDER BY " + sort.order + " LIMIT :limit")
                .bind("customer", customer).bind("from", period == null ? Long.MIN_VALUE : period.from().toEpochDay()).bind("end", period == null ? Long.MAX_VALUE : period.end().toEpochDay())
                .bind("limit", limit).map((row, context) -> new Order(row.getString(1), LocalDate.ofEpochDay(row.getLong(2)), units(row.getLong(3)))).list());
    }

    /** The lines of the credit notes that have an order's digits in their number, as credit notes do. */
    public List<Line> credits(String order) {
        var digits = order.replaceAll("\\D", "");
        return digits.isEmpty() ? List.of() : lines("AND o.sale_lines = 0 AND o.return_lines > 0 AND o.number <> :order AND instr(o.number, :digits) > 0 ORDER BY o.day, l.line_key",
                Map.of("order", order.toUpperCase(Locale.ROOT), "digits", digits));
    }

    /** The newest sale of a product. */
    public Optional<Line> lastOf(ProductCard product) {
        return lines("AND l.product_key = :product AND l.kind = 0 ORDER BY o.day DESC, l.line_key DESC LIMIT 1", Map.of("product", product.key())).stream().findFirst();
    }

    /** What the customer ever bought, fees left out. */
    public List<ProductCard> products() {
        return warehouse.database().read(handle -> handle.createQuery("SELECT DISTINCT p.product_key, p.code, p.name FROM orders o JOIN line l ON l.order_key = o.order_key"
                        + " JOIN product p ON p.product_key = l.product_key WHERE" + OWN + "AND l.kind = 0 AND l.fee = 0 ORDER BY p.product_key")
                .bind("customer", customer).map((row, context) -> new ProductCard(row.getLong(1), row.getString(2), row.getString(3))).list());
    }

    public Total total(Period period) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT COUNT(DISTINCT CASE WHEN o.sale_lines > 0 THEN o.number_key END), COALESCE(SUM(o.revenue), 0),"
                        + " COALESCE(SUM(o.returns_value), 0) FROM orders o WHERE" + OWN + "AND o.day >= :from AND o.day < :end")
                .bind("customer", customer).bind("from", period.from().toEpochDay()).bind("end", period.end().toEpochDay())
                .map((row, context) -> new Total(row.getInt(1), units(row.getLong(2)), units(row.getLong(3)))).one());
    }

    /** How much of a product in a period. */
    public Bought totalOf(ProductCard product, Period period) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT COUNT(DISTINCT o.number_key), COALESCE(SUM(l.quantity), 0), COALESCE(SUM(l.amount), 0)"
                        + " FROM orders o JOIN line l ON l.order_key = o.order_key WHERE" + OWN + "AND l.product_key = :product AND l.kind = 0 AND o.day >= :from AND o.day < :end")
                .bind("customer", customer).bind("product", product.key()).bind("from", period.from().toEpochDay()).bind("end", period.end().toEpochDay())
                .map((row, context) -> new Bought(row.getInt(1), units(row.getLong(2)), units(row.getLong(3)))).one());
    }

    /** Whether somebody else has an order of this number, and the customer has none. */
    public boolean isOthers(String number) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT COUNT(*) > 0 AND COALESCE(SUM(o.customer_key = :customer), 0) = 0 FROM orders o WHERE o.number = :number")
                .bind("customer", customer).bind("number", number.toUpperCase(Locale.ROOT)).mapTo(Boolean.class).one());
    }

    /** Whether somebody else is called by a name that stands in a text. @param text folded, with a blank at each end */
    public boolean namesOthers(String text) {
        return warehouse.database().read(handle -> handle.createQuery("SELECT COUNT(*) > 0 FROM customer c WHERE c.customer_key <> :customer AND length(c.name_folded) > 4"
                        + " AND instr(:text, c.name_folded) > 0 AND c.name_folded <> (SELECT own.name_folded FROM customer own WHERE own.customer_key = :customer)")
                .bind("customer", customer).bind("text", text).mapTo(Boolean.class).one());
    }

    private List<Line> lines(String condition, Map<String, Object> values) {
        return warehouse.database().read(handle -> handle.createQuery(LINES + condition).bind("customer", customer).bindMap(values)
                .map((row, context) -> new Line(row.getString(1), LocalDate.ofEpochDay(row.getLong(2)), row.getString(3), row.getString(4), row.getBoolean(5),
                        units(row.getLong(6)), units(row.getLong(7)))).list());
    }

    private static BigDecimal units(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, DECIMALS);
    }
}
