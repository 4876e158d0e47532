package org.salesconsultant.warehouse.imports.kinds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Exact;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Order lines, complete in themselves: each row has its order's number, date and customer. */
final class OrderLines implements RowKind<OrderLine> {
    private static final Pattern CANCELLATION = Pattern.compile("[Cc]\\d+");
    private static final String LINES = "Lines kept";
    private static final String SEEN = "Seen in the file";
    private static final String WORTH_A_LOOK = "Kept, and worth a look";
    private static final int DECIMALS = 4;

    private final Load load;
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private long cancellations;
    private long withoutCustomer;
    private long zeroPrices;

    private record Money(long unitPrice, long discount, long amount, int priceSign) {}

    OrderLines(Load load) {
        this.load = load;
    }

    @Override
    public OrderLine read(Cells cells) throws RejectedRow {
        var number = cells.code(Field.ORDER_NUMBER);
        if (number == null) {
            throw new RejectedRow(Code.NO_ORDER_NUMBER, "The order number is blank.");
        }
        var moment = cells.needMoment(Field.DATE);
        var description = cells.text(Field.DESCRIPTION);
        var product = cells.code(Field.PRODUCT_CODE);
        if (product == null) {
            product = description;
        }
        if (product == null) {
            throw new RejectedRow(Code.NO_PRODUCT, "The product is blank.");
        }
        var customerName = cells.text(Field.CUSTOMER_NAME);
        var customer = cells.code(Field.CUSTOMER_CODE);
        try {
            var mark = cells.text(Field.LINE_KIND);
            boolean marked = mark != null && cells.words().marksReturn(mark);
            long quantity = quantity(cells);
            var money = money(cells, quantity);
            if (marked && quantity > 0 && money.priceSign() > 0) {
                quantity = -quantity;
                money = new Money(money.unitPrice(), -money.discount(), -Math.abs(money.amount()), 1);
            }
            var kind = kind(quantity, money.priceSign(), marked);
            var unitCost = cells.number(Field.UNIT_COST);
            return new OrderLine(number, moment, product.toUpperCase(Locale.ROOT), description, cells.text(Field.CATEGORY),
                    customer == null ? customerName : customer, customerName, cells.text(Field.COUNTRY), cells.text(Field.REGION),
                    cells.text(Field.REP), cells.text(Field.CHANNEL), kind, quantity, money.unitPrice(), money.discount(),
                    Cells.withinRange(money.amount()), unitCost, margin(cells, money.amount(), quantity, unitCost),
                    marked || quantity < 0 && CANCELLATION.matcher(number).matches());
        } catch (ArithmeticException e) {
            throw new RejectedRow(Code.TOO_LARGE, "Quantity, price or amount is too large to be kept exactly.");
        }
    }

    @Override
    public void write(StarWriter star, OrderLine row) throws SQLException {
        Long customer = row.customerCode() == null ? null : (Long) star.customer(
                new NewCustomer(row.customerCode(), row.customerName(), null, null, null, null, null, null));
        Long country = row.country() == null ? null : (Long) star.country(row.country());
        Long region = row.region() == null ? null : (Long) star.region(row.region());
        Long rep = row.rep() == null ? null : (Long) star.rep(new NewRep(row.rep(), null, null));
        Long channel = row.channel() == null ? null : (Long) star.channel(row.channel());
        long product = star.product(new NewProduct(row.productCode(), null, row.category(), load.fees().isFeeCode(row.productCode()), row.unitCost(), null));
        var order = star.order(new NewOrder(load.source(), row.number(), row.moment().date(), customer, country, region, rep, channel, null, load.run()),
                row.moment().minute() < 0 ? null : (Integer) row.moment().minute());
        star.line(order, new NewLine(product, row.kind(), row.quantity(), row.unitPrice(), row.discount(), row.amount(), row.margin(),
                row.description()));
        kinds.merge(row.kind(), 1L, Long::sum);
        cancellations += row.cancelled() ? 1 : 0;
        withoutCustomer += row.customerCode() == null ? 1 : 0;
        zeroPrices += row.unitPrice() == 0 ? 1 : 0;
    }

    @Override
    public String orderNumber(OrderLine row) {
        return row.number();
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        return handle.createQuery("""
                SELECT count(DISTINCT number_key) AS numbers, count(DISTINCT customer_key) AS customers,
                  count(DISTINCT country_key) AS countries, coalesce(sum(revenue), 0) AS revenue,
                  (SELECT count(DISTINCT product_key) FROM line JOIN orders USING (order_key) WHERE run_key = :run) AS products,
                  (SELECT count(*) FROM line JOIN orders USING (order_key) WHERE run_key = :run AND fee = 1) AS fees,
                  (SELECT count(*) FROM (SELECT 1 FROM product_description GROUP BY product_key HAVING count(*) > 1)) AS several,
                  min(calendar.date) AS first, max(calendar.date) AS last
                FROM orders JOIN calendar USING (day) WHERE run_key = :run""").bind("run", run)
                .map((row, context) -> List.of(
                        new Figure(LINES, "sale lines", kinds.getOrDefault(Kind.SALE, 0L)),
                        new Figure(LINES, "return lines", kinds.getOrDefault(Kind.RETURN, 0L)),
                        new Figure(LINES, "adjustment lines", kinds.getOrDefault(Kind.ADJUSTMENT, 0L)),
                        new Figure(LINES, "of all: fee lines", row.getLong("fees")),
                        new Figure(LINES, "of all: cancellation lines", cancellations),
                        new Figure(SEEN, "order numbers", row.getLong("numbers")),
                        new Figure(SEEN, "known customers", row.getLong("customers")),
                        new Figure(SEEN, "countries", row.getLong("countries")),
                        new Figure(SEEN, "product codes", row.getLong("products")),
                        new Figure(SEEN, "total revenue", BigDecimal.valueOf(row.getLong("revenue"), DECIMALS)),
                        new Figure(SEEN, "first date", row.getString("first")),
                        new Figure(SEEN, "last date", row.getString("last")),
                        new Figure(WORTH_A_LOOK, "lines without a customer", withoutCustomer),
                        new Figure(WORTH_A_LOOK, "lines with a price of 0", zeroPrices),
                        new Figure(WORTH_A_LOOK, "product codes with several descriptions", row.getLong("several"))))
                .one();
    }

    /** A sale has quantity and price above 0, a return a quantity below 0 or a mark; all else is an adjustment. */
    private static Kind kind(long quantity, int priceSign, boolean marked) {
        if (marked) {
            return Kind.RETURN;
        }
        if (priceSign <= 0 || quantity == 0) {
            return Kind.ADJUSTMENT;
        }
        return quantity > 0 ? Kind.SALE : Kind.RETURN;
    }

    /** An amount that the file gives stands; else it is quantity × unit price − discount. */
    private static Money money(Cells cells, long quantity) throws RejectedRow {
        var price = cells.number(Field.UNIT_PRICE);
        var given = cells.number(Field.AMOUNT);
        var written = cells.number(Field.DISCOUNT);
        if (given != null) {
            long discount = written == null ? 0 : cells.discounts().offAmount(written, given);
            long before = Math.addExact(given, discount);
            if (price != null) {
                return new Money(price, discount, given, Long.signum(price));
            }
            return new Money(quantity == 0 ? 0 : Exact.quotient(before, quantity), discount, given, Long.signum(before) * Long.signum(quantity));
        }
        if (price == null) {
            throw new RejectedRow(Code.NO_PRICE, "The price is blank.");
        }
        long before = Exact.product(quantity, price);
        long discount = written == null ? 0 : cells.discounts().offPrice(written, before);
        return new Money(price, discount, Math.subtractExact(before, discount), Long.signum(price));
    }

    /** The file's profit, else amount − quantity × unit cost; of adjustments as of all lines. */
    private static @Nullable Long margin(Cells cells, long amount, long quantity, @Nullable Long unitCost) throws RejectedRow {
        var profit = cells.number(Field.PROFIT);
        if (profit != null) {
            return profit;
        }
        return unitCost == null ? null : (Long) Math.subtractExact(amount, Exact.product(quantity, unitCost));
    }

    private static long quantity(Cells cells) throws RejectedRow {
        var quantity = cells.number(Field.QUANTITY);
        if (quantity == null) {
            throw new RejectedRow(Code.NO_QUANTITY, "The quantity is blank.");
        }
        return quantity;
    }
}
