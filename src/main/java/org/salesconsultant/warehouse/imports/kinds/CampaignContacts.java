package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewContact;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Who was contacted by a campaign, and what came of it; a file that names no campaign is one. */
final class CampaignContacts implements RowKind<CampaignContacts.Row> {
    private final Load load;
    private long responded;

    record Row(CampaignCells campaign, CustomerCells customer, @Nullable LocalDate date, @Nullable String arm, boolean responded,
               @Nullable Long value, @Nullable Boolean converted) {}

    CampaignContacts(Load load) {
        this.load = load;
    }

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var campaign = cells.hasColumn(Field.CAMPAIGN_CODE) || cells.hasColumn(Field.CAMPAIGN_NAME) ? CampaignCells.need(cells)
                : new CampaignCells(null, load.title());
        var customer = CustomerCells.of(cells);
        if (!customer.known() && (cells.hasColumn(Field.CUSTOMER_CODE) || cells.hasColumn(Field.CUSTOMER_NAME))) {
            throw new RejectedRow(Code.NO_CUSTOMER, "The customer is blank.");
        }
        var moment = cells.moment(Field.DATE);
        var converted = cells.flag(Field.CONVERTED);
        var answered = cells.flag(Field.RESPONDED);
        return new Row(campaign, customer, moment == null ? null : moment.date(), cells.text(Field.ARM),
                answered == null ? Boolean.TRUE.equals(converted) : answered, cells.number(Field.RESPONSE_VALUE), converted);
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.contact(new NewContact(Objects.requireNonNull(row.campaign().key(star)), row.customer().key(star), row.date(), row.arm(), row.responded(),
                row.value(), row.converted(), null));
        responded += row.responded() ? 1 : 0;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<>(handle.createQuery("""
                SELECT count(*) AS contacts, count(DISTINCT campaign_key) AS campaigns, count(DISTINCT customer_key) AS customers,
                  count(DISTINCT arm) AS arms, coalesce(sum(converted), 0) AS converted, coalesce(sum(day IS NULL), 0) AS undated
                FROM campaign_contact WHERE run_key = ?""").bind(0, run).map((row, context) -> List.of(
                        new Figure("In the file", "contacts", row.getLong("contacts")),
                        new Figure("In the file", "campaigns", row.getLong("campaigns")),
                        new Figure("In the file", "known customers", row.getLong("customers")),
                        new Figure("In the file", "arms", row.getLong("arms")),
                        new Figure("In the file", "contacts that responded", responded),
                        new Figure("In the file", "contacts that bought", row.getLong("converted")),
                        new Figure(LineFigures.WORTH_A_LOOK, "contacts without a day, and whose campaign has none yet", row.getLong("undated")))).one());
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
