package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarEvents.NewConsent;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Who agreed to be written to, for what and since when. */
final class Consents implements RowKind<Consents.Row> {
    private static final String USUAL = "marketing";

    private long granted;
    private long refused;

    record Row(CustomerCells customer, String purpose, boolean granted, @Nullable LocalDate date) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var customer = CustomerCells.of(cells);
        if (!customer.known()) {
            throw new RejectedRow(Code.NO_CUSTOMER, "The customer is blank.");
        }
        var given = cells.flag(Field.GRANTED);
        if (given == null) {
            throw new RejectedRow(Code.UNREADABLE_FLAG, "Whether consent was given is blank.");
        }
        var purpose = cells.text(Field.PURPOSE);
        var channel = purpose == null ? cells.text(Field.CHANNEL) : purpose;
        var moment = cells.moment(Field.DATE);
        return new Row(customer, channel == null ? USUAL : channel, given, moment == null ? null : moment.date());
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.events().consent(new NewConsent(Objects.requireNonNull(row.customer().key(star)), row.purpose(), row.granted(), row.date()));
        granted += row.granted() ? 1 : 0;
        refused += row.granted() ? 0 : 1;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("In the file", "consents given", granted));
        figures.add(new Figure("In the file", "consents refused or taken back", refused));
        figures.addAll(Joined.unlisted(handle, run, "consent", "customer", "consents of a customer that no customers file has"));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
