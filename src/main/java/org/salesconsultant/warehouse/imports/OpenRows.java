package org.salesconsultant.warehouse.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** The rejected rows of one run that may still come in, and those of them that do now. */
final class OpenRows implements AutoCloseable {
    private final long run;
    private final boolean heldOnly;
    private final PreparedStatement find;
    private final PreparedStatement close;

    /** @param heldOnly only those that were held back */
    OpenRows(Handle handle, long run, boolean heldOnly) throws SQLException {
        this.run = run;
        this.heldOnly = heldOnly;
        find = handle.getConnection().prepareStatement("SELECT mended_by, code FROM rejected_row WHERE run_key = ? AND row_number = ?");
        close = handle.getConnection().prepareStatement("UPDATE rejected_row SET mended_by = ? WHERE run_key = ? AND row_number = ?");
    }

    /** @throws RejectedRow when it was no rejected row, or has come in since */
    void check(long row) throws RejectedRow, SQLException {
        find.setLong(1, run);
        find.setLong(2, row);
        try (var found = find.executeQuery()) {
            if (!found.next() || heldOnly && !found.getString(2).equals(Code.HELD_BACK.toString())) {
                throw new RejectedRow(Code.MENDED_ALREADY, "Import " + run + " rejected no such row.");
            }
            if (found.getObject(1) != null) {
                throw new RejectedRow(Code.MENDED_ALREADY, "Import " + found.getLong(1) + " has brought this row already.");
            }
        }
    }

    void bring(long row, long byRun) throws SQLException {
        close.setLong(1, byRun);
        close.setLong(2, run);
        close.setLong(3, row);
        close.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        find.close();
        close.close();
    }
}
