package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.warehouse.StarEvents.NewInteraction;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;

/** Calls, mails, visits, tickets. */
final class Interactions implements RowKind<Interactions.Row> {
    private static final long ONE = 10_000;
    private static final String OTHER = "contact";

    private final Map<String, Long> kinds = new TreeMap<>();
    private long withoutCustomer;

    record Row(@Nullable String code, Dates.Moment moment, CustomerCells customer, RepCells rep, String kind, @Nullable String direction,
               @Nullable String status, @Nullable String subject, @Nullable String text, @Nullable Long duration) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var kind = cells.text(Field.INTERACTION_KIND);
        var channel = kind == null ? cells.text(Field.CHANNEL) : kind;
        var duration = cells.number(Field.DURATION);
        return new Row(cells.code(Field.INTERACTION_CODE), cells.needMoment(Field.DATE), CustomerCells.of(cells), RepCells.of(cells),
                channel == null ? OTHER : channel, cells.text(Field.DIRECTION), cells.text(Field.STATUS), cells.text(Field.SUBJECT),
                cells.text(Field.TEXT), duration == null ? null : (Long) (duration / ONE));
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.events().interaction(new NewInteraction(row.code(), row.moment().date(), row.moment().minute() < 0 ? null : (Integer) row.moment().minute(),
                row.customer().key(star), row.rep().key(star), row.kind(), row.direction(), row.status(), row.subject(), row.text(), row.duration()));
        kinds.merge(Names.fold(row.kind()), 1L, Long::sum);
        withoutCustomer += row.customer().known() ? 0 : 1;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        kinds.forEach((kind, count) -> figures.add(new Figure("In the file", kind, count)));
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "interactions without a customer", withoutCustomer));
        figures.addAll(Joined.unlisted(handle, run, "interaction", "customer", "interactions with a customer that no customers file has"));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
