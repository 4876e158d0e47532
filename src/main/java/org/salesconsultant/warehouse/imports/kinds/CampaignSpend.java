package org.salesconsultant.warehouse.imports.kinds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarEvents.NewSpend;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** What campaigns cost by day and channel. */
final class CampaignSpend implements RowKind<CampaignSpend.Row> {
    private static final long ONE = 10_000;

    private long spent;

    record Row(CampaignCells campaign, LocalDate date, @Nullable String channel, long spend, @Nullable Long impressions, @Nullable Long clicks) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var spend = cells.number(Field.SPEND);
        if (spend == null) {
            throw new RejectedRow(Code.NO_AMOUNT, "The spend is blank.");
        }
        var impressions = cells.number(Field.IMPRESSIONS);
        var clicks = cells.number(Field.CLICKS);
        return new Row(CampaignCells.need(cells), cells.needMoment(Field.DATE).date(), cells.text(Field.CHANNEL), spend,
                impressions == null ? null : (Long) (impressions / ONE), clicks == null ? null : (Long) (clicks / ONE));
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.events().spend(new NewSpend(Objects.requireNonNull(row.campaign().key(star)), row.date(), CustomerCells.channel(star, row.channel()), row.spend(),
                row.impressions(), row.clicks()));
        spent = Math.addExact(spent, row.spend());
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("In the file", "total spend", BigDecimal.valueOf(spent, 4)));
        figures.addAll(handle.createQuery("SELECT count(DISTINCT campaign_key), min(date), max(date) FROM campaign_spend JOIN calendar USING (day) WHERE run_key = ?")
                .bind(0, run).map((row, context) -> List.of(new Figure("In the file", "campaigns", row.getLong(1)),
                        new Figure("In the file", "first date", row.getString(2)), new Figure("In the file", "last date", row.getString(3)))).one());
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
