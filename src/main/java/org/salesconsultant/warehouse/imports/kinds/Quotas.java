package org.salesconsultant.warehouse.imports.kinds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarEvents.NewQuota;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** What a rep, a region or the company is to reach in a month, quarter or year. */
final class Quotas implements RowKind<Quotas.Row> {
    private long total;

    record Row(RepCells rep, @Nullable String region, LocalDate first, LocalDate lastDay, long amount) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var amount = cells.number(Field.QUOTA);
        if (amount == null) {
            throw new RejectedRow(Code.NO_AMOUNT, "The quota is blank.");
        }
        var span = span(cells);
        return new Row(RepCells.of(cells), cells.text(Field.REGION), span.first(), span.lastDay(), amount);
    }

    /** From and to where the file has them, else the period it names, else the month of its date. */
    private static Span span(Cells cells) throws RejectedRow {
        var first = cells.moment(Field.START_DATE);
        var last = cells.moment(Field.END_DATE);
        if (first != null && last != null && !last.date().isBefore(first.date())) {
            return new Span(first.date(), last.date());
        }
        var period = cells.text(Field.PERIOD);
        if (period != null) {
            return Span.of(period).orElseThrow(() -> new RejectedRow(Code.UNREADABLE_PERIOD,
                    "The period \"" + period + "\" is no month, quarter or year."));
        }
        var date = first == null ? cells.needMoment(Field.DATE) : first;
        return Span.of(YearMonth.from(date.date()));
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.events().quota(new NewQuota(row.rep().key(star), CustomerCells.region(star, row.region()), row.first(), row.lastDay(), row.amount()));
        total = Math.addExact(total, row.amount());
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("In the file", "total of the quotas", BigDecimal.valueOf(total, 4)));
        figures.addAll(handle.createQuery("""
                SELECT count(*), count(DISTINCT rep_key), count(DISTINCT region_key), min(first.date), max(last.date) FROM quota
                JOIN calendar AS first ON first.day = first_day JOIN calendar AS last ON last.day = last_day WHERE run_key = ?""").bind(0, run)
                .map((row, context) -> List.of(new Figure("In the file", "quotas", row.getLong(1)), new Figure("In the file", "reps", row.getLong(2)),
                        new Figure("In the file", "regions", row.getLong(3)), new Figure("In the file", "first date", row.getString(4)),
                        new Figure("In the file", "last date", row.getString(5)))).one());
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
