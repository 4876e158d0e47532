package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewOpportunity;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Opportunities of a CRM; a newer export of the same code says how they stand now. */
final class Opportunities implements RowKind<Opportunities.Row> {
    private static final String OPEN = "open";
    private static final String WON = "won";
    private static final String LOST = "lost";

    private final Map<String, Long> outcomes = new HashMap<>();
    private long withoutValue;

    record Row(@Nullable String code, @Nullable String name, CustomerCells customer, ProductCells product, RepCells rep, @Nullable String region,
               String stage, String outcome, @Nullable LocalDate created, @Nullable LocalDate closed, @Nullable Long value, @Nullable Long closeValue) {
        /** What tells it apart where the file has no codes. */
        String identity() {
            return code != null ? code : Stream.of(name, customer.code() == null ? customer.name() : customer.code(), product.name(), created)
                    .map(each -> each == null ? "" : each.toString()).collect(Collectors.joining(" / "));
        }
    }

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var stage = cells.needText(Field.STAGE, Code.NO_STAGE);
        var outcome = outcome(cells, stage);
        var customer = CustomerCells.of(cells);
        var code = cells.code(Field.OPPORTUNITY_CODE);
        var name = cells.text(Field.OPPORTUNITY_NAME);
        if (code == null && name == null && !customer.known()) {
            throw new RejectedRow(Code.NO_CONTENT, "Neither code, name nor customer of the opportunity is given.");
        }
        var expected = cells.number(Field.VALUE);
        var value = expected == null ? cells.number(Field.AMOUNT) : expected;
        var close = cells.number(Field.CLOSE_VALUE);
        var created = cells.moment(Field.CREATED_DATE);
        var day = created == null ? cells.moment(Field.DATE) : created;
        var closed = cells.moment(Field.CLOSED_DATE);
        return new Row(code, name, customer, ProductCells.of(cells), RepCells.of(cells), cells.text(Field.REGION), stage, outcome,
                day == null ? null : day.date(), closed == null ? null : closed.date(), outcome.equals(OPEN) && value == null ? close : value,
                outcome.equals(OPEN) ? null : close == null && outcome.equals(WON) ? value : close);
    }

    /** By its flags where the file has them, else by the words of its stage; whatever neither closes is open. */
    private static String outcome(Cells cells, String stage) throws RejectedRow {
        var won = cells.flag(Field.WON);
        var closed = cells.flag(Field.CLOSED);
        if (Boolean.TRUE.equals(won) || cells.words().saysWon(stage)) {
            return WON;
        }
        return cells.words().saysLost(stage) || Boolean.TRUE.equals(closed) && Boolean.FALSE.equals(won) ? LOST : OPEN;
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.opportunity(new NewOpportunity(row.identity(), row.name(), row.customer().key(star), row.customer().name() == null ? row.customer().code() : row.customer().name(),
                row.product().key(star), row.product().name(), row.rep().key(star), CustomerCells.region(star, row.region()), row.stage(), row.outcome(),
                row.created(), row.closed(), row.value(), row.closeValue()));
        outcomes.merge(row.outcome(), 1L, Long::sum);
        withoutValue += row.value() == null && row.closeValue() == null ? 1 : 0;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        for (var outcome : List.of(WON, LOST, OPEN)) {
            figures.add(new Figure("In the file", "opportunities " + outcome, outcomes.getOrDefault(outcome, 0L)));
        }
        figures.add(handle.createQuery("SELECT count(DISTINCT member_key) FROM member_change WHERE run_key = ? AND table_name = 'opportunity'").bind(0, run)
                .map((row, context) -> new Figure("In the file", "known, and something changed", row.getLong(1))).one());
        figures.add(new Figure(LineFigures.WORTH_A_LOOK, "opportunities without a value", withoutValue));
        figures.addAll(Joined.unlisted(handle, run, "opportunity", "product", "opportunities of a product that no products file has"));
        figures.addAll(Joined.unlisted(handle, run, "opportunity", "customer", "opportunities of a customer that no customers file has"));
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
