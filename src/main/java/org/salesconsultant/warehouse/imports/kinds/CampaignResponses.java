package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarEvents.NewResponse;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** Answers to campaigns, one row each: they mark the contacts of the same campaign and customer as responded, whichever file comes first. */
final class CampaignResponses implements RowKind<CampaignResponses.Row> {
    private long responses;

    record Row(CampaignCells campaign, CustomerCells customer, LocalDate date, @Nullable Long value) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var customer = CustomerCells.of(cells);
        if (!customer.known()) {
            throw new RejectedRow(Code.NO_CUSTOMER, "The customer is blank.");
        }
        return new Row(CampaignCells.need(cells), customer, cells.needMoment(Field.DATE).date(), cells.number(Field.RESPONSE_VALUE));
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        star.events().response(new NewResponse(Objects.requireNonNull(row.campaign().key(star)), Objects.requireNonNull(row.customer().key(star)), row.date(), row.value()));
        responses++;
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("In the file", "responses", responses));
        figures.addAll(handle.createQuery("""
                SELECT count(*) AS customers, coalesce(sum(EXISTS (SELECT 1 FROM campaign_contact AS contact
                  WHERE contact.campaign_key = answered.campaign_key AND contact.customer_key = answered.customer_key)), 0) AS contacted
                FROM (SELECT DISTINCT campaign_key, customer_key FROM campaign_response WHERE run_key = ?) AS answered""").bind(0, run)
                .map((row, context) -> List.of(
                        new Figure("In the file", "customers of a campaign who responded", row.getLong("customers")),
                        new Figure("In the file", "of these on the campaign's list of contacts", row.getLong("contacted")),
                        new Figure("Waiting", "on no list yet, and in no response rate", row.getLong("customers") - row.getLong("contacted")))).one());
        figures.addAll(Joined.figures(handle, run));
        return figures;
    }
}
