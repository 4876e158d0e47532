package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;

/** How a row that is no order line names a product: one word, of which nobody says whether it is a code or a name, or both. */
record ProductCells(@Nullable String code, @Nullable String name, @Nullable String category) {
    static ProductCells of(Cells cells) {
        var code = cells.code(Field.PRODUCT_CODE);
        var name = cells.text(Field.DESCRIPTION);
        return new ProductCells(name == null ? null : code, name == null ? code : name, cells.text(Field.CATEGORY));
    }

    /** Null where it names none. */
    @Nullable Long key(StarWriter star) throws SQLException {
        return name == null ? null : (Long) star.product(new NewProduct(code, name, category, false, null, null));
    }
}
