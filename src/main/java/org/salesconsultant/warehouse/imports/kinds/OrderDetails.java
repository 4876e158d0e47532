package org.salesconsultant.warehouse.imports.kinds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Details of orders: lines that have date and customer from the header of their number, and wait for it where it is not there yet. */
final class OrderDetails implements RowKind<OrderDetails.Detail> {
    private final Load load;
    private long details;

    record Detail(String number, LineCells line) {}

    OrderDetails(Load load) {
        this.load = load;
    }

    @Override
    public Detail read(Cells cells) throws RejectedRow {
        var number = cells.code(Field.ORDER_NUMBER);
        if (number == null) {
            throw new RejectedRow(Code.NO_ORDER_NUMBER, "The order number is blank.");
        }
        return new Detail(number, LineCells.of(cells, load.fees()));
    }

    @Override
    public String orderNumber(Detail row) {
        return row.number();
    }

    @Override
    public void write(StarWriter star, Detail row) throws SQLException {
        star.halves().detail(star, load.source(), row.number(), OrderLines.of(row.line(), OrderLines.product(star, row.line())), load.run());
        details++;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("In the file", "detail rows", details));
        figures.addAll(handle.createQuery("SELECT coalesce(sum(lines), 0) AS lines, count(DISTINCT number_key) AS numbers, coalesce(sum(revenue), 0) AS revenue"
                + " FROM orders WHERE run_key = ?").bind(0, run).map((row, context) -> List.of(
                        new Figure("Lines of orders", "lines with their headers, freight included", row.getLong("lines")),
                        new Figure("Lines of orders", "order numbers", row.getLong("numbers")),
                        new Figure("Lines of orders", "total revenue", BigDecimal.valueOf(row.getLong("revenue"), 4)))).one());
        figures.add(waiting(handle));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }

    /** Of all runs. */
    static Figure waiting(Handle handle) {
        return new Figure("Waiting", "detail rows that wait for their order headers",
                handle.createQuery("SELECT count(*) FROM newest_detail").mapTo(Long.class).one());
    }
}
