package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;

/** Quotas by day, derived anew from quotas and the reps' territories. */
final class StarQuotas {
    private final Handle handle;
    private final StarChanges changes;

    StarQuotas(Handle handle, StarChanges changes) {
        this.handle = handle;
        this.changes = changes;
    }

    void derive() {
        int gone = handle.execute("DELETE FROM quota_day");
        if (gone + handle.execute("INSERT INTO quota_day SELECT * FROM quota_share") > 0) {
            changes.any("quota_day");
        }
    }
}
