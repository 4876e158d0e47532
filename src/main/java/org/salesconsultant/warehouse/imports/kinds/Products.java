package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Cells.Attribute;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** A list of products, with costs, prices, stock and lead times as far as it has them. */
final class Products implements RowKind<Products.Row> {
    private static final long ONE = 10_000;

    private final Load load;

    record Row(NewProduct product, List<Attribute> attributes) {}

    Products(Load load) {
        this.load = load;
    }

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var code = cells.code(Field.PRODUCT_CODE);
        var name = cells.text(Field.DESCRIPTION);
        if (code == null && name == null) {
            throw new RejectedRow(Code.NO_PRODUCT, "The product is blank.");
        }
        if (code != null && name == null && code.indexOf(' ') > 0) {
            // one column holds both: what has blanks in it is a name
            name = code;
            code = null;
        }
        var price = cells.number(Field.LIST_PRICE);
        var days = cells.number(Field.LEAD_DAYS);
        return new Row(new NewProduct(code, name, cells.text(Field.CATEGORY), code != null && load.fees().isFeeCode(code),
                cells.number(Field.UNIT_COST), price == null ? cells.number(Field.UNIT_PRICE) : price, cells.number(Field.STOCK),
                days == null ? null : (Long) (days / ONE)), cells.attributes());
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        long key = star.product(row.product(), Authority.MASTER);
        for (var attribute : row.attributes()) {
            star.attribute("product", key, attribute.name(), attribute.value());
        }
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = Joined.listed(handle, run, "product", "products");
        figures.add(handle.createQuery("SELECT count(*) FROM member_change WHERE run_key = ? AND table_name = 'product' AND column_name = 'margin of lines'")
                .bind(0, run).map((row, context) -> new Figure("In the file", "products whose cost gave earlier lines a margin", row.getLong(1))).one());
        return figures;
    }
}
