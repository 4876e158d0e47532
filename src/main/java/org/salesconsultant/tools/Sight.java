package org.salesconsultant.tools;

import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouse;

/** The rows that somebody may see, of one state of the data. */
record Sight(Warehouse warehouse, DataState state, RowScope scope) {
    static Sight of(ToolContext context) {
        return new Sight(context.warehouse(), context.state(), context.viewer().scope());
    }
}
