package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Cells.Attribute;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** A list of sales reps and their territories. */
final class Reps implements RowKind<Reps.Row> {
    record Row(@Nullable String code, @Nullable String name, @Nullable String region, @Nullable String manager, @Nullable String email,
               List<Attribute> attributes) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var name = cells.text(Field.REP);
        var row = new Row(cells.code(Field.REP_CODE), name == null ? fullName(cells) : name, cells.text(Field.REGION), cells.text(Field.MANAGER),
                cells.text(Field.EMAIL), cells.attributes());
        if (row.code() == null && row.name() == null) {
            throw new RejectedRow(Code.NO_REP, "The rep is blank.");
        }
        return row;
    }

    /** First and last name; null where neither stands there. */
    static @Nullable String fullName(Cells cells) {
        var first = cells.text(Field.FIRST_NAME);
        var last = cells.text(Field.LAST_NAME);
        return first == null ? last : last == null ? first : first + " " + last;
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        long key = star.rep(new NewRep(row.code(), row.name(), CustomerCells.region(star, row.region()), row.manager(), row.email()), Authority.MASTER);
        for (var attribute : row.attributes()) {
            star.attribute("rep", key, attribute.name(), attribute.value());
        }
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        return Joined.listed(handle, run, "rep", "reps");
    }
}
