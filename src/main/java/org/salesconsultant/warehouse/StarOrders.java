package org.salesconsultant.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.PlacedOrder;

/**
 * Orders and their lines as one load writes them. The orders used last are remembered; lines of one order that stand far apart
 * in a file make two rows of it first, which {@link #finish} puts together.
 */
final class StarOrders implements AutoCloseable {
    private static final int REMEMBERED = 20_000;
    private static final long TURNED = 1;
    private static final String SAME = "source, number, day, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, run_key";

    private final Handle handle;
    private final @Nullable Long mends;
    private final CalendarDays calendar;
    private final StarIndexes indexes;
    private final ProductDescriptions descriptions;
    private final PreparedStatement numberFind;
    private final Rows orders;
    private final Rows lines;
    private final Recent<NewOrder, PlacedOrder> placed = new Recent<>(REMEMBERED);
    private final Recent<Number, Long> numbers = new Recent<>(REMEMBERED);
    private @Nullable PlacedOrder newestPlaced;
    private long newestNumber;
    private boolean eachOnItsOwn;

    private record Number(String source, String number) {}

    /** @param mends the run whose copies of orders the rows complete; null: they are copies of their own */
    StarOrders(Handle handle, CalendarDays calendar, StarIndexes indexes, @Nullable Long mends) throws SQLException {
        this.handle = handle;
        this.mends = mends;
        this.calendar = calendar;
        this.indexes = indexes;
        var connection = handle.getConnection();
        descriptions = new ProductDescriptions(handle, connection);
        numberFind = connection.prepareStatement("SELECT number_key FROM orders WHERE source = ? AND number = ? LIMIT 1");
        orders = new Rows(connection, Rows.AT_ONCE, "orders", "order_key", "number_key", "source", "number", "day", "minute", "customer_key",
                "country_key", "region_key", "rep_key", "channel_key", "campaign_key", "run_key", "copy_run", "lines", "sale_lines", "return_lines",
                "revenue", "gross_revenue", "returns_value", "units_sold", "units", "discount", "costed_amount", "margin");
        lines = new Rows(connection, Rows.TOGETHER, "line", "line_key", "order_key", "day", "product_key", "customer_key", "country_key",
                "region_key", "rep_key", "channel_key", "kind", "fee", "quantity", "unit_price", "discount", "amount", "margin",
                "description_key", "made");
        newestNumber = Rows.newestKey(connection, "orders", "number_key");
    }

    /** The newest order key of before the load. */
    long newestOrderBefore() {
        return orders.newestBefore();
    }

    /** The newest line key of before the load. */
    long newestLineBefore() {
        return lines.newestBefore();
    }

    PlacedOrder order(NewOrder order, @Nullable Integer minute) throws SQLException {
        return order(order, minute, mends);
    }

    /** @param copy the run whose copy of the order it belongs to; null: its own. Always the same for one run */
    PlacedOrder order(NewOrder order, @Nullable Integer minute, @Nullable Long copy) throws SQLException {
        if (newestPlaced != null && newestPlaced.order().equals(order)) {
            return newestPlaced;
        }
        var known = placed.get(order);
        if (known == null) {
            known = place(order, numberKey(order), minute, copy);
            placed.put(order, known);
        }
        newestPlaced = known;
        return known;
    }

    PlacedOrder orderOfItsOwn(NewOrder order, @Nullable Integer minute) throws SQLException {
        eachOnItsOwn = true;
        return place(order, ++newestNumber, minute, mends);
    }

    private PlacedOrder place(NewOrder order, long numberKey, @Nullable Integer minute, @Nullable Long copy) throws SQLException {
        long key = orders.add(numberKey, order.source(), order.number(), calendar.put(order.date()), minute, order.customer(), order.country(),
                order.region(), order.rep(), order.channel(), order.campaign(), order.run(), copy, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        return new PlacedOrder(key, order);
    }

    void line(PlacedOrder placedOrder, NewLine line) throws SQLException {
        line(placedOrder, line, null);
    }

    /** A line that its order's header made a return. */
    void turned(PlacedOrder placedOrder, NewLine line) throws SQLException {
        line(placedOrder, line, TURNED);
    }

    private void line(PlacedOrder placedOrder, NewLine line, @Nullable Long made) throws SQLException {
        var order = placedOrder.order();
        lines.add(placedOrder.key(), order.date().toEpochDay(), line.product(), order.customer(), order.country(), order.region(),
                order.rep(), order.channel(), line.kind().ordinal(), 0, line.quantity(), line.unitPrice(), line.discount(), line.amount(),
                line.margin(), line.product() == null || line.description() == null ? null
                        : (Long) descriptions.count(line.product(), line.description(), line.kind()), made);
    }

    void flush() throws SQLException {
        lines.flush();
    }

    /** Once the indexes are there again: one row for each order, one number for each row that is an order of its own. */
    void finish(StarChanges changes) {
        if (eachOnItsOwn) {
            tellApart();
        }
        if (placed.forgot()) {
            putTogether();
        }
        descriptions.write();
        orders.record(changes);
        lines.record(changes);
    }

    /** Equal rows of one file are several orders: the second has {@code #2} behind its number, in every export the same. */
    private void tellApart() {
        handle.createUpdate("""
                UPDATE orders SET number = number || '#' || place
                FROM (SELECT order_key AS of, row_number() OVER (PARTITION BY source, number ORDER BY order_key) AS place FROM orders
                      WHERE order_key > :last AND (source, number) IN (
                        SELECT source, number FROM orders WHERE order_key > :last GROUP BY source, number HAVING count(*) > 1))
                WHERE order_key = of AND place > 1""").bind("last", newestOrderBefore()).execute();
        handle.createUpdate("""
                UPDATE orders SET number_key = before.number_key FROM orders AS before
                WHERE orders.order_key > :last AND before.order_key <= :last AND before.source = orders.source AND before.number = orders.number""")
                .bind("last", newestOrderBefore()).execute();
    }

    private void putTogether() {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS again (order_key INTEGER PRIMARY KEY, first_key INTEGER NOT NULL, number_key INTEGER NOT NULL)");
        handle.execute("DELETE FROM again");
        handle.createUpdate("INSERT INTO again SELECT order_key, first_value(order_key) OVER (PARTITION BY " + SAME
                + " ORDER BY order_key), min(number_key) OVER (PARTITION BY source, number) FROM orders WHERE order_key > :last AND (source, number) IN ("
                + "SELECT source, number FROM orders GROUP BY source, number HAVING count(*) > 1)").bind("last", newestOrderBefore()).execute();
        handle.execute("UPDATE orders SET number_key = again.number_key FROM again WHERE orders.order_key = again.order_key");
        handle.execute("UPDATE line SET order_key = first_key FROM again WHERE line.order_key = again.order_key AND again.order_key <> first_key");
        handle.execute("DELETE FROM orders WHERE order_key IN (SELECT order_key FROM again WHERE order_key <> first_key)");
    }

    private long numberKey(NewOrder order) throws SQLException {
        var number = new Number(order.source(), order.number());
        var known = numbers.get(number);
        if (known != null) {
            return known;
        }
        long key = indexes.suspended() ? ++newestNumber : storedNumber(number);
        numbers.put(number, key);
        return key;
    }

    private long storedNumber(Number number) throws SQLException {
        numberFind.setString(1, number.source());
        numberFind.setString(2, number.number());
        try (var row = numberFind.executeQuery()) {
            return row.next() ? row.getLong(1) : ++newestNumber;
        }
    }

    @Override
    public void close() throws SQLException {
        orders.close();
        lines.close();
        numberFind.close();
        descriptions.close();
    }
}
