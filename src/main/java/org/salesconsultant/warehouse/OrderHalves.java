package org.salesconsultant.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;

/**
 * Orders whose headers and details come in files of their own, in any order and weeks apart: a detail becomes a line of the
 * star as soon as the header of its number is known, and waits until then. Lines belong to the run that brought the details.
 */
public final class OrderHalves implements AutoCloseable {
    private static final int REMEMBERED = 20_000;
    private static final String FREIGHT = "FREIGHT";

    private final Handle handle;
    private final CalendarDays calendar;
    private final Upserts headers;
    private final Rows details;
    private final PreparedStatement find;
    private final Recent<String, Optional<NewHeader>> known = new Recent<>(REMEMBERED);
    private boolean headersCame;
    private boolean linesCame;

    /**
     * What one header says of its order.
     *
     * @param minute of the day
     * @param returned whether the whole order is a return
     * @param freight what is charged for the way, beside the lines
     */
    public record NewHeader(String source, String number, LocalDate date, @Nullable Integer minute, @Nullable Long customer, @Nullable Long country,
                            @Nullable Long region, @Nullable Long rep, @Nullable Long channel, @Nullable Long campaign, boolean returned,
                            @Nullable Long freight) {}

    OrderHalves(Handle handle, MemberChanges changes, CalendarDays calendar) throws SQLException {
        this.handle = handle;
        this.calendar = calendar;
        var connection = handle.getConnection();
        headers = new Upserts(connection, changes, "order_header", "header_key", false, List.of("source", "number"), List.of("day", "minute",
                "customer_key", "country_key", "region_key", "rep_key", "channel_key", "campaign_key", "returned", "freight"));
        details = new Rows(connection, Rows.TOGETHER, "waiting_detail", "detail_key", "source", "number", "product_key", "kind", "quantity",
                "unit_price", "discount", "amount", "margin", "description", "run_key");
        find = connection.prepareStatement("SELECT day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, returned"
                + " FROM order_header WHERE source = ? AND number = ?");
    }

    public void header(NewHeader header) throws SQLException {
        headers.put(true, new Object[] {header.source(), header.number()}, calendar.put(header.date()),
                header.minute() == null ? null : (Long) header.minute().longValue(), header.customer(), header.country(), header.region(),
                header.rep(), header.channel(), header.campaign(), header.returned() ? 1L : 0L, header.freight());
        headersCame = true;
    }

    /** @param run the import run of the details, null for generated data */
    public void detail(StarWriter star, String source, String number, NewLine line, @Nullable Long run) throws SQLException {
        var header = header(source, number);
        if (header.isPresent()) {
            place(star, header.get(), line, run);
        } else {
            details.add(source, number, line.product(), (long) line.kind().ordinal(), line.quantity(), line.unitPrice(), line.discount(),
                    line.amount(), line.margin(), line.description(), run);
        }
    }

    /**
     * Lets lines wait again whose headers only this run brought. Call it before the run's headers go.
     */
    static void takeBack(Handle handle, long run) {
        var gone = "SELECT order_key FROM orders WHERE run_key IN (SELECT run_key FROM import_run WHERE kind = 'order_details') AND (source, number) IN"
                + " (SELECT source, number FROM order_header WHERE run_key = " + run + " AND NOT EXISTS (SELECT 1 FROM member_change WHERE"
                + " table_name = 'order_header' AND member_key = header_key AND column_name = 'run_key' AND member_change.run_key = " + run + "))";
        handle.execute("""
                INSERT INTO waiting_detail (source, number, product_key, kind, quantity, unit_price, discount, amount, margin, description, run_key)
                SELECT source, number, line.product_key, CASE WHEN returned = 1 AND kind = 1 THEN 0 ELSE kind END,
                  CASE WHEN returned = 1 AND kind = 1 THEN -quantity ELSE quantity END, unit_price,
                  CASE WHEN returned = 1 AND kind = 1 THEN -line.discount ELSE line.discount END,
                  CASE WHEN returned = 1 AND kind = 1 THEN -amount ELSE amount END,
                  CASE WHEN returned = 1 AND kind = 1 THEN -line.margin ELSE line.margin END, description, orders.run_key
                FROM line JOIN orders USING (order_key) JOIN order_header USING (source, number)
                LEFT JOIN product_description USING (description_key)
                WHERE coalesce(line.product_key, 0) NOT IN (SELECT product_key FROM product WHERE code = 'FREIGHT') AND order_key IN (%s)
                ORDER BY line_key""".formatted(gone));
        handle.execute("DELETE FROM line WHERE order_key IN (" + gone + ")");
        handle.execute("DELETE FROM orders WHERE order_key IN (" + gone + ")");
    }

    /** Places the details whose headers came with this load, of several copies the newest, and what these charge for the way. */
    void finish(StarWriter star) throws SQLException {
        headers.flush();
        details.flush();
        if (headersCame) {
            placeWaiting(star);
        }
    }

    /** Once lines and orders are in the star: one fee line for the freight of each order that got its lines now. */
    void freight(StarWriter star, long lastOldOrder, StarChanges changes) throws SQLException {
        if (!linesCame || handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM order_header WHERE freight <> 0)").mapTo(boolean.class).one()) {
            return;
        }
        long lastLine = Rows.newestKey(handle.getConnection(), "line", "line_key");
        long product = star.product(new NewProduct(FREIGHT, "Freight", null, true, null, null));
        handle.createUpdate("""
                INSERT INTO line (order_key, day, product_key, customer_key, country_key, region_key, rep_key, channel_key, kind, fee, quantity,
                  unit_price, discount, amount)
                SELECT order_key, orders.day, :product, orders.customer_key, orders.country_key, orders.region_key, orders.rep_key, orders.channel_key,
                  CASE WHEN (returned = 1) = (freight > 0) THEN 1 ELSE 0 END, 1, CASE WHEN (returned = 1) = (freight > 0) THEN -10000 ELSE 10000 END,
                  abs(freight), 0, CASE WHEN returned = 1 THEN -freight ELSE freight END
                FROM orders JOIN order_header USING (source, number)
                WHERE order_key IN (SELECT min(order_key) FROM orders WHERE order_key > :last GROUP BY number_key)
                  AND freight <> 0 ORDER BY order_key""").bind("product", product).bind("last", lastOldOrder).execute();
        changes.rows("line", lastLine + 1, Rows.newestKey(handle.getConnection(), "line", "line_key"));
    }

    private void placeWaiting(StarWriter star) throws SQLException {
        try (var statement = handle.getConnection().prepareStatement("""
                SELECT detail_key, waiting_detail.source, waiting_detail.number, product_key, kind, quantity, unit_price, discount, amount, margin,
                  description, waiting_detail.run_key
                FROM waiting_detail JOIN order_header USING (source, number)
                WHERE waiting_detail.run_key IS (SELECT max(newer.run_key) FROM waiting_detail AS newer
                  WHERE newer.source = waiting_detail.source AND newer.number = waiting_detail.number) ORDER BY detail_key""");
                var row = statement.executeQuery()) {
            while (row.next()) {
                var header = header(row.getString(2), row.getString(3)).orElseThrow();
                var line = new NewLine(number(row.getObject(4)), Kind.values()[row.getInt(5)], row.getLong(6), row.getLong(7), row.getLong(8),
                        row.getLong(9), number(row.getObject(10)), row.getString(11));
                place(star, header, line, number(row.getObject(12)));
            }
        }
        handle.execute("DELETE FROM waiting_detail WHERE (source, number) IN (SELECT source, number FROM order_header)");
    }

    private void place(StarWriter star, NewHeader header, NewLine line, @Nullable Long run) throws SQLException {
        var order = star.order(new NewOrder(header.source(), header.number(), header.date(), header.customer(), header.country(), header.region(),
                header.rep(), header.channel(), header.campaign(), run), header.minute());
        star.line(order, header.returned() && line.kind() == Kind.SALE ? line.returned() : line);
        linesCame = true;
    }

    private Optional<NewHeader> header(String source, String number) throws SQLException {
        var name = source + '\n' + number;
        var remembered = known.get(name);
        if (remembered != null) {
            return remembered;
        }
        find.setString(1, source);
        find.setString(2, number);
        Optional<NewHeader> found;
        try (var row = find.executeQuery()) {
            found = !row.next() ? Optional.empty() : Optional.of(new NewHeader(source, number, LocalDate.ofEpochDay(row.getLong(1)),
                    row.getObject(2) == null ? null : (Integer) row.getInt(2), number(row.getObject(3)), number(row.getObject(4)),
                    number(row.getObject(5)), number(row.getObject(6)), number(row.getObject(7)), number(row.getObject(8)), row.getInt(9) == 1, null));
        }
        known.put(name, found);
        return found;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : (Long) ((Number) value).longValue();
    }

    @Override
    public void close() throws SQLException {
        headers.close();
        details.close();
        find.close();
    }
}
