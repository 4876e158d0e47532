package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.OrderHalves.NewHeader;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Order headers: who ordered and when. The lines of the same numbers come in other files, before or after. */
final class OrderHeaders implements RowKind<OrderHeaders.Header> {
    private final Load load;
    private long returned;

    record Header(String number, Dates.Moment moment, CustomerCells customer, @Nullable String country, @Nullable String region, RepCells rep,
                  @Nullable String channel, CampaignCells campaign, boolean returned, @Nullable Long freight) {}

    OrderHeaders(Load load) {
        this.load = load;
    }

    @Override
    public Header read(Cells cells) throws RejectedRow {
        var number = cells.code(Field.ORDER_NUMBER);
        if (number == null) {
            throw new RejectedRow(Code.NO_ORDER_NUMBER, "The order number is blank.");
        }
        var mark = cells.text(Field.LINE_KIND);
        return new Header(number, cells.needMoment(Field.DATE), CustomerCells.of(cells), cells.text(Field.COUNTRY), cells.text(Field.REGION),
                RepCells.of(cells), cells.text(Field.CHANNEL), CampaignCells.of(cells), mark != null && cells.words().marksReturn(mark),
                cells.number(Field.FREIGHT));
    }

    @Override
    public void write(StarWriter star, Header row) throws SQLException {
        star.halves().header(new NewHeader(load.source(), row.number(), row.moment().date(), row.moment().minute() < 0 ? null : (Integer) row.moment().minute(),
                row.customer().key(star), CustomerCells.country(star, row.country()), CustomerCells.region(star, row.region()), row.rep().key(star),
                CustomerCells.channel(star, row.channel()), row.campaign().key(star), row.returned(), row.freight()));
        returned += row.returned() ? 1 : 0;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<>(handle.createQuery("""
                SELECT count(*) AS headers, count(DISTINCT customer_key) AS customers,
                  coalesce(sum(NOT EXISTS (SELECT 1 FROM orders WHERE orders.source = order_header.source AND orders.number = order_header.number)), 0) AS waiting
                FROM order_header WHERE run_key = ?""").bind(0, run).map((row, context) -> List.of(
                        new Figure("In the file", "order headers", row.getLong("headers")),
                        new Figure("In the file", "of these returns", returned),
                        new Figure("In the file", "known customers", row.getLong("customers")),
                        new Figure("Waiting", "order headers that wait for their details", row.getLong("waiting")),
                        OrderDetails.waiting(handle))).one());
        figures.add(new Figure("In the file", "of these known, and something changed", handle.createQuery("SELECT count(DISTINCT member_key) FROM member_change"
                + " WHERE run_key = ? AND table_name = 'order_header' AND column_name <> 'run_key'").bind(0, run).mapTo(Long.class).one()));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
