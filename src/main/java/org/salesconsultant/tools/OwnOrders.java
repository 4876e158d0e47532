package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Finding.Column;
import org.salesconsultant.sales.Finding.Type;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.Provenance.PeriodUsed;
import org.salesconsultant.sales.Spoken;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.history.CustomerOrders;
import org.salesconsultant.warehouse.history.CustomerOrders.Line;
import org.salesconsultant.warehouse.history.ProductCard;

/**
 * What a verified customer is told of their own orders, as findings. Not among the toolbox's tools: no model can call it, and so
 * none can name another customer.
 */
public final class OwnOrders {
    private static final String TOOL = "own_orders";

    private final CustomerOrders orders;
    private final String customer;
    private final Wording wording;
    private final Language language;
    private final DataState state;
    private final Spoken spoken;

    /** @param customer the code of who is verified @param wording has the sentences order, orders, listed, line, fees, fee, credit, bought, bought_in and period */
    public OwnOrders(CustomerOrders orders, String customer, Wording wording, Language language, DataState state) {
        this.orders = orders;
        this.customer = customer;
        this.wording = wording;
        this.language = language;
        this.state = state;
        this.spoken = new Spoken(language, state.currency());
    }

    /** The order, its charges and its credit notes; empty where the customer has none of that number. */
    public Optional<Finding> order(String number) {
        return order(orders.order(number));
    }

    /** The newest order; empty where there is none. */
    public Optional<Finding> last() {
        return order(orders.last());
    }

    /** The first so many orders of a sort; empty where there is none. */
    public Optional<Finding> orders(CustomerOrders.Sort sort, @Nullable Period period, int limit) {
        var found = orders.orders(sort, period, limit);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var listed = String.join(language == Language.CHINESE ? "；" : "; ", found.stream().map(order -> wording.say(language, "listed", "number", order.number(),
                "date", spoken.date(order.day()), "amount", spoken.toTheCent(order.amount()))).toList());
        var sorted = sort.name().toLowerCase(Locale.ROOT);
        var summary = wording.say(language, "orders", "sort", sorted, "count", found.size(), "period", period == null ? "" : spoken.period(period), "within", period == null ? "none" : "some", "orders", listed);
        var columns = List.of(Column.of("order", Type.TEXT), Column.of("date", Type.DATE), new Column("amount", Type.MONEY, state.currency()));
        return Optional.of(finding(Map.of("sort", sorted, "limit", limit, "period", period == null ? "" : period.name()), sorted, summary, columns,
                found.stream().map(order -> List.<@Nullable Object>of(order.number(), order.day(), order.amount())).toList(), period == null ? null : PeriodUsed.of(period)));
    }

    /** The newest purchase of a product. */
    public Optional<Finding> lastOf(ProductCard product) {
        return orders.lastOf(product).map(line -> found(Map.of("product", product.code()), line.order(), wording.say(language, "bought", "product", line.product(), "code", line.code(),
                "date", spoken.date(line.day()), "quantity", spoken.number(line.quantity()), "number", line.order(), "amount", spoken.toTheCent(line.amount())), List.of(line), null));
    }

    /** How much of a product in a period. */
    public Finding totalOf(ProductCard product, Period period) {
        var total = orders.totalOf(product, period);
        var summary = wording.say(language, "bought_in", "period", spoken.period(period), "product", product.name(), "code", product.code(), "orders", total.orders(),
                "quantity", spoken.number(total.quantity()), "amount", spoken.toTheCent(total.amount()));
        var columns = List.of(Column.of("orders", Type.INTEGER), Column.of("quantity", Type.NUMBER), new Column("amount", Type.MONEY, state.currency()));
        return finding(Map.of("product", product.code(), "period", period.name()), product.name(), summary, columns,
                List.of(List.<@Nullable Object>of((long) total.orders(), total.quantity(), total.amount())), PeriodUsed.of(period));
    }

    /** How many orders in a period, and what they came to. */
    public Finding total(Period period) {
        var total = orders.total(period);
        var summary = wording.say(language, "period", "period", spoken.period(period), "orders", total.orders(), "amount", spoken.toTheCent(total.amount()),
                "returns", total.returns().signum() == 0 ? "none" : spoken.toTheCent(total.returns()));
        var columns = List.of(Column.of("orders", Type.INTEGER), new Column("amount", Type.MONEY, state.currency()), new Column("returns", Type.MONEY, state.currency()));
        return finding(Map.of("period", period.name()), spoken.period(period), summary, columns,
                List.of(List.<@Nullable Object>of((long) total.orders(), total.amount(), total.returns())), PeriodUsed.of(period));
    }

    private Optional<Finding> order(List<Line> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var number = lines.getFirst().order();
        var credits = orders.credits(number);
        List<Line> all = new ArrayList<>(lines);
        all.addAll(credits);
        var summary = new StringBuilder(wording.say(language, "order", "number", number, "date", spoken.date(lines.getFirst().day()), "amount", spoken.toTheCent(sum(lines)),
                "lines", said(lines.stream().filter(line -> !line.fee()).toList(), "line")));
        var fees = lines.stream().filter(Line::fee).toList();
        if (!fees.isEmpty()) {
            summary.append(' ').append(wording.say(language, "fees", "fees", said(fees, "fee")));
        }
        credits.stream().map(Line::order).distinct().forEach(credit -> {
            var its = credits.stream().filter(line -> line.order().equals(credit)).toList();
            summary.append(' ').append(wording.say(language, "credit", "number", credit, "date", spoken.date(its.getFirst().day()), "amount", spoken.toTheCent(sum(its).negate())));
        });
        return Optional.of(found(Map.of("order", number), number, summary.toString(), all, null));
    }

    private String said(List<Line> lines, String key) {
        return String.join(language == Language.CHINESE ? "；" : "; ", lines.stream().map(line -> wording.say(language, key, "product", line.product(),
                "quantity", spoken.number(line.quantity()), "amount", spoken.toTheCent(line.amount()))).toList());
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Finding found(Map<String, Object> arguments, String title, String summary, List<Line> lines, @Nullable PeriodUsed period) {
        var columns = List.of(Column.of("order", Type.TEXT), Column.of("date", Type.DATE), Column.of("code", Type.TEXT), Column.of("product", Type.TEXT),
                Column.of("quantity", Type.NUMBER), new Column("amount", Type.MONEY, state.currency()));
        return finding(arguments, title, summary, columns, lines.stream().map(line -> List.<@Nullable Object>of(line.order(), line.day(), line.code(), line.product(),
                line.quantity(), line.amount())).toList(), period);
    }

    private Finding finding(Map<String, Object> arguments, String title, String summary, List<Column> columns, List<List<@Nullable Object>> rows, @Nullable PeriodUsed period) {
        @Nullable LocalDate newest = state.newestDay();
        return new Finding(Ids.next("f"), TOOL, arguments, title, summary, columns, rows, null, null,
                new Provenance(List.of(), period, List.of("customer is " + customer), null, "SQLite", null, rows.size(), newest), List.of(), List.of());
    }
}
