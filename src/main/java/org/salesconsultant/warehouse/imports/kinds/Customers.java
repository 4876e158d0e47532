package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Cells.Attribute;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** A list of customers or accounts. */
final class Customers implements RowKind<Customers.Row> {
    record Row(CustomerCells customer, @Nullable String country, @Nullable String region, RepCells rep, List<Attribute> attributes) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var customer = CustomerCells.of(cells);
        if (customer.name() == null || customer.name().equals(customer.email())) {
            var name = Reps.fullName(cells);
            customer = new CustomerCells(customer.code(), name == null ? customer.name() : name, customer.type(), customer.city(), customer.email());
        }
        if (!customer.known()) {
            throw new RejectedRow(Code.NO_CUSTOMER, "The customer is blank.");
        }
        return new Row(customer, cells.text(Field.COUNTRY), cells.text(Field.REGION), RepCells.of(cells), cells.attributes());
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        long key = row.customer().key(star, Authority.MASTER, CustomerCells.country(star, row.country()), CustomerCells.region(star, row.region()),
                row.rep().key(star));
        for (var attribute : row.attributes()) {
            star.attribute("customer", key, attribute.name(), attribute.value());
        }
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        return Joined.listed(handle, run, "customer", "customers");
    }
}
