package org.salesconsultant.warehouse.imports.kinds;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCampaign;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** How a row names a campaign in passing. */
record CampaignCells(@Nullable String code, @Nullable String name) {
    static CampaignCells of(Cells cells) {
        return new CampaignCells(cells.code(Field.CAMPAIGN_CODE), cells.text(Field.CAMPAIGN_NAME));
    }

    /** @throws RejectedRow when it names none */
    static CampaignCells need(Cells cells) throws RejectedRow {
        var campaign = of(cells);
        if (!campaign.known()) {
            throw new RejectedRow(Code.NO_CAMPAIGN, "The campaign is blank.");
        }
        return campaign;
    }

    boolean known() {
        return code != null || name != null;
    }

    /** Null where it names none. */
    @Nullable Long key(StarWriter star) throws SQLException {
        return known() ? (Long) star.campaign(new NewCampaign(code, name, null, null, null, null)) : null;
    }
}
