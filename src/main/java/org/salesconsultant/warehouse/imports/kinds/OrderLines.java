package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Order lines, complete in themselves: each row has its order's number, date and customer, as far as the file knows them. */
final class OrderLines implements RowKind<OrderLine> {
    private final Load load;
    private final LineFigures seen = new LineFigures();
    private long withoutCustomer;

    OrderLines(Load load) {
        this.load = load;
    }

    @Override
    public OrderLine read(Cells cells) throws RejectedRow {
        var number = cells.code(Field.ORDER_NUMBER);
        if (number == null && cells.hasColumn(Field.ORDER_NUMBER)) {
            throw new RejectedRow(Code.NO_ORDER_NUMBER, "The order number is blank.");
        }
        return new OrderLine(number, cells.needMoment(Field.DATE), CustomerCells.of(cells), cells.text(Field.COUNTRY), cells.text(Field.REGION),
                RepCells.of(cells), cells.text(Field.CHANNEL), CampaignCells.of(cells), LineCells.of(cells, load.fees()));
    }

    @Override
    public void write(StarWriter star, OrderLine row) throws SQLException {
        var line = row.line();
        var number = row.number() == null ? row.numberByContent() : row.number();
        var order = new NewOrder(load.source(), number, row.moment().date(), row.customer().key(star), CustomerCells.country(star, row.country()),
                CustomerCells.region(star, row.region()), row.rep().key(star), CustomerCells.channel(star, row.channel()), row.campaign().key(star), load.run());
        Integer minute = row.moment().minute() < 0 ? null : (Integer) row.moment().minute();
        var placed = row.number() == null ? star.orderOfItsOwn(order, minute) : star.order(order, minute);
        var product = product(star, line);
        star.line(placed, of(line, product));
        seen.count(line, product, row.number(), row.moment().date());
        withoutCustomer += row.customer().known() ? 0 : 1;
    }

    /** Null where the line names none. */
    static @Nullable Long product(StarWriter star, LineCells line) throws SQLException {
        if (line.code() == null && line.description() == null) {
            return null;
        }
        return star.product(new NewProduct(line.code(), line.code() == null ? line.description() : null, line.category(),
                line.feeCode(), line.unitCost(), null));
    }

    static NewLine of(LineCells line, @Nullable Long product) {
        return new NewLine(product, line.kind(), line.quantity(), line.unitPrice(), line.discount(), line.amount(), line.margin(), line.description());
    }

    @Override
    public @Nullable String orderNumber(OrderLine row) {
        return row.number();
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<>(seen.figures(handle, run));
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "lines without a customer", withoutCustomer));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
