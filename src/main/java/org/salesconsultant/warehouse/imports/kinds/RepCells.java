package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;

/** How a row names a rep in passing: by code, by name or by both. */
record RepCells(@Nullable String code, @Nullable String name) {
    private static final RepCells NONE = new RepCells(null, null);

    static RepCells of(Cells cells) {
        var code = cells.code(Field.REP_CODE);
        var name = cells.text(Field.REP);
        return code == null && name == null ? NONE : new RepCells(code, name);
    }

    /** Null where it names none. */
    @Nullable Long key(StarWriter star) throws SQLException {
        return this == NONE ? null : (Long) star.rep(new NewRep(code, name, null, null, null));
    }
}
