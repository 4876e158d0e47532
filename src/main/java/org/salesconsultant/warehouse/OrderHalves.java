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

/**
 * Orders whose headers and details come in files of their own, in any order and weeks apart: a detail becomes a line of the
 * star as soon as the header of its number is known, and waits until then. Lines belong to the run that brought the details.
 */
public final class OrderHalves implements AutoCloseable {
    private static final int REMEMBERED = 20_000;

    private final Handle handle;
    private final CalendarDays calendar;
    private final Upserts headers;
    private final Rows details;
    private final @Nullable Long mends;
    private final PreparedStatement find;
    private final PreparedStatement renew;
    private final Recent<String, Optional<NewHeader>> known = new Recent<>(REMEMBERED);
    private boolean headersCame;
    private boolean placedCopies;

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

    /** @param mends the run whose copies of orders the details complete; null: they are copies of their own */
    OrderHalves(Handle handle, MemberChanges changes, CalendarDays calendar, @Nullable Long mends) throws SQLException {
        this.mends = mends;
        this.handle = handle;
        this.calendar = calendar;
        var connection = handle.getConnection();
        headers = new Upserts(connection, changes, "order_header", "header_key", false, List.of("source", "number"), List.of("day", "minute",
                "customer_key", "country_key", "region_key", "rep_key", "channel_key", "campaign_key", "returned", "freight"));
        details = new Rows(connection, Rows.TOGETHER, "waiting_detail", "detail_key", "source", "number", "product_key", "kind", "quantity",
                "unit_price", "discount", "amount", "margin", "description", "run_key", "copy_run");
        find = connection.prepareStatement("SELECT day, minute, customer_key, country_key, region_key, rep_key, channel_key, campaign_key, returned"
                + " FROM order_header WHERE source = ? AND number = ?");
        HeaderFollowing.forget(handle);
        renew = connection.prepareStatement("INSERT OR IGNORE INTO renewed_header VALUES (?, ?)");
    }

    public void header(NewHeader header) throws SQLException {
        var outcome = headers.put(true, new Object[] {header.source(), header.number()}, calendar.put(header.date()),
                header.minute() == null ? null : (Long) header.minute().longValue(), header.customer(), header.country(), header.region(),
                header.rep(), header.channel(), header.campaign(), header.returned() ? 1L : 0L, header.freight());
        headersCame = true;
        if (outcome == Upserts.Outcome.CHANGED) {
            Rows.bind(renew, 1, header.source(), header.number());
            renew.executeUpdate();
        }
    }

    /** @param run the import run of the details, null for generated data */
    public void detail(StarWriter star, String source, String number, NewLine line, @Nullable Long run) throws SQLException {
        var header = header(source, number);
        if (header.isPresent()) {
            place(star, header.get(), line, run, mends);
        } else {
            details.add(source, number, line.product(), (long) line.kind().ordinal(), line.quantity(), line.unitPrice(), line.discount(),
                    line.amount(), line.margin(), line.description(), run, mends);
        }
    }

    /** Whether several copies of one order came to stand at once. */
    boolean placedCopies() {
        return placedCopies;
    }

    /** Places the details whose headers came with this load, all copies of them. */
    void finish(StarWriter star) throws SQLException {
        headers.flush();
        details.flush();
        if (headersCame) {
            placeWaiting(star);
        }
    }

    /** Older copies first: they are laid beneath the newer ones. */
    private void placeWaiting(StarWriter star) throws SQLException {
        placedCopies = handle.createQuery("SELECT EXISTS (SELECT 1 FROM waiting_detail JOIN order_header USING (source, number) GROUP BY waiting_detail.source,"
                + " waiting_detail.number HAVING count(DISTINCT coalesce(copy_run, waiting_detail.run_key)) > 1)").mapTo(boolean.class).one();
        try (var statement = handle.getConnection().prepareStatement("""
                SELECT waiting_detail.source, waiting_detail.number, product_key, kind, quantity, unit_price, discount, amount, margin, description,
                  waiting_detail.run_key, copy_run
                FROM waiting_detail JOIN order_header USING (source, number) ORDER BY coalesce(copy_run, waiting_detail.run_key), detail_key""");
                var row = statement.executeQuery()) {
            while (row.next()) {
                var header = header(row.getString(1), row.getString(2)).orElseThrow();
                var line = new NewLine(number(row.getObject(3)), Kind.values()[row.getInt(4)], row.getLong(5), row.getLong(6), row.getLong(7),
                        row.getLong(8), number(row.getObject(9)), row.getString(10));
                place(star, header, line, number(row.getObject(11)), number(row.getObject(12)));
            }
        }
        handle.execute("DELETE FROM waiting_detail WHERE (source, number) IN (SELECT source, number FROM order_header)");
    }

    private void place(StarWriter star, NewHeader header, NewLine line, @Nullable Long run, @Nullable Long copy) throws SQLException {
        var order = star.order(new NewOrder(header.source(), header.number(), header.date(), header.customer(), header.country(), header.region(),
                header.rep(), header.channel(), header.campaign(), run), header.minute(), copy);
        if (header.returned() && line.kind() == Kind.SALE) {
            star.turned(order, line.returned());
        } else {
            star.line(order, line);
        }
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
        renew.close();
    }
}
