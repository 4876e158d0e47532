package org.salesconsultant.warehouse.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/**
 * Orders of a file whose numbers stand already from the same source, or wait for their headers. Found out by going through the file once before anything is
 * written: a copy with fewer lines than the one that stands is held back unless a person says otherwise, for it may be a file cut
 * short. What is kept of the file stands in temporary tables of the write transaction, not in memory.
 */
final class Overlap implements AutoCloseable {
    /** They come with the header, in no file of lines. */
    private static final String FREIGHT_LINES = " - (SELECT count(*) FROM orders AS same JOIN line USING (order_key) WHERE same.source = ?1 AND same.number = ?2 AND made = 2)";

    private final Handle handle;
    private final String source;
    private final boolean replace;
    private final @Nullable Long mends;
    private final PreparedStatement standing;
    private final PreparedStatement waiting;
    private final PreparedStatement beneath;
    private final PreparedStatement count;
    private final PreparedStatement held;
    private String counted = "";
    private long lines;
    private boolean any;
    private String asked = "";
    private @Nullable RejectedRow answer;

    /** @param mends the run whose rejected rows come in mended; they join its copies. Null: they are copies of their own */
    Overlap(Handle handle, String source, boolean replace, @Nullable Long mends) throws SQLException {
        this.handle = handle;
        this.source = source;
        this.replace = replace;
        this.mends = mends;
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS coming_order (number TEXT PRIMARY KEY, lines INTEGER, standing INTEGER, beneath INTEGER)");
        handle.execute("DELETE FROM coming_order");
        var connection = handle.getConnection();
        standing = connection.prepareStatement("SELECT coalesce(sum(lines), 0)" + (hasFreight() ? FREIGHT_LINES : "") + ", coalesce(min(coalesce(copy_run, run_key)), 0)"
                + " FROM orders WHERE source = ?1 AND number = ?2");
        waiting = connection.prepareStatement("SELECT count(*), coalesce(copy_run, run_key) FROM newest_detail WHERE source = ? AND number = ? GROUP BY 2");
        beneath = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM replaced_orders"
                + " WHERE number_key = (SELECT number_key FROM orders WHERE source = ?1 AND number = ?2 LIMIT 1) AND coalesce(copy_run, run_key) = ?3)"
                + " OR EXISTS (SELECT 1 FROM waiting_detail WHERE source = ?1 AND number = ?2 AND coalesce(copy_run, run_key) = ?3)");
        count = connection.prepareStatement("INSERT INTO coming_order VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET lines = lines + excluded.lines");
        held = connection.prepareStatement("SELECT lines, standing, beneath FROM coming_order WHERE number = ?");
    }

    /** Whether anything can overlap at all. */
    boolean isPossible() {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM orders WHERE source = :source) OR EXISTS (SELECT 1 FROM waiting_detail WHERE source = :source)").bind("source", source).mapTo(boolean.class).one();
    }

    /** A line is coming in; lines of one order may stand anywhere in the file. */
    void count(@Nullable String number) throws SQLException {
        if (number == null) {
            return;
        }
        if (!number.equals(counted)) {
            flush();
            counted = number;
        }
        lines++;
    }

    private void flush() throws SQLException {
        if (lines > 0) {
            if (!isPut(standing)) {
                isPut(waiting);
            }
            lines = 0;
        }
    }

    /** @param copy a query of the lines of the newest copy and its run @return whether there is one */
    private boolean isPut(PreparedStatement copy) throws SQLException {
        copy.setString(1, source);
        copy.setString(2, counted);
        try (var row = copy.executeQuery()) {
            boolean there = row.next() && row.getLong(1) > 0;
            if (there && (mends == null || row.getLong(2) != mends)) {
                put(row.getLong(1));
            }
            return there;
        }
    }

    private boolean hasFreight() {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM order_header WHERE freight <> 0)").mapTo(boolean.class).one();
    }

    private void put(long standingLines) throws SQLException {
        count.setString(1, counted);
        count.setLong(2, lines);
        count.setLong(3, standingLines);
        count.setBoolean(4, isBeneath());
        count.executeUpdate();
    }

    private boolean isBeneath() throws SQLException {
        if (mends == null) {
            return false;
        }
        beneath.setString(1, source);
        beneath.setString(2, counted);
        beneath.setLong(3, mends);
        try (var row = beneath.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Ends the counting. */
    void decide() throws SQLException {
        flush();
        handle.createUpdate("DELETE FROM coming_order WHERE beneath = 0 AND (lines >= standing OR :replace)").bind("replace", replace).execute();
        any = handle.createQuery("SELECT EXISTS (SELECT 1 FROM coming_order)").mapTo(boolean.class).one();
    }

    /** @throws RejectedRow when the order of this number is held back */
    void check(@Nullable String number) throws RejectedRow, SQLException {
        if (!any || number == null) {
            return;
        }
        if (!number.equals(asked)) {
            asked = number;
            answer = answer(number);
        }
        if (answer != null) {
            throw answer;
        }
    }

    private @Nullable RejectedRow answer(String number) throws SQLException {
        held.setString(1, number);
        try (var row = held.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return row.getBoolean(3)
                    ? new RejectedRow(Code.REPLACED_SINCE, "A newer export has replaced order " + number + ", which this row belonged to.")
                    : new RejectedRow(Code.HELD_BACK, "Order " + number + " has fewer lines here (" + row.getLong(1) + ") than the copy that stands ("
                            + row.getLong(2) + ").");
        }
    }

    /** How many order numbers are held back. */
    long heldBack() {
        return handle.createQuery("SELECT count(*) FROM coming_order WHERE beneath = 0").mapTo(long.class).one();
    }

    @Override
    public void close() throws SQLException {
        for (var statement : new PreparedStatement[] {standing, waiting, beneath, count, held}) {
            statement.close();
        }
    }
}
