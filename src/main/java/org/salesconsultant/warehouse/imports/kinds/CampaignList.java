package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.Authority;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCampaign;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Cells.Attribute;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;

/** A list of campaigns. */
final class CampaignList implements RowKind<CampaignList.Row> {
    record Row(NewCampaign campaign, List<Attribute> attributes) {}

    @Override
    public Row read(Cells cells) throws RejectedRow {
        var campaign = CampaignCells.need(cells);
        var start = cells.moment(Field.START_DATE);
        var first = start == null ? cells.moment(Field.DATE) : start;
        var end = cells.moment(Field.END_DATE);
        return new Row(new NewCampaign(campaign.code(), campaign.name(), cells.text(Field.CHANNEL), first == null ? null : first.date(),
                end == null ? null : end.date(), cells.number(Field.SPEND)), cells.attributes());
    }

    @Override
    public void write(StarWriter star, Row row) throws SQLException {
        long key = star.campaign(row.campaign(), Authority.MASTER);
        for (var attribute : row.attributes()) {
            star.attribute("campaign", key, attribute.name(), attribute.value());
        }
    }

    @Override
    public List<Figure> figures(Handle handle, long run) {
        return Joined.listed(handle, run, "campaign", "campaigns");
    }
}
