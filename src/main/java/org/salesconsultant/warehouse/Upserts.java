package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that later exports bring again: who has the same identity is the same row, and what the newer export says
 * stands; it is the newest run's, be it the same. A row without an identity is always a new one.
 */
final class Upserts implements AutoCloseable {
    private final String table;
    private final List<String> identity;
    private final List<String> columns;
    private final MemberChanges changes;
    private final PreparedStatement find;
    private final PreparedStatement update;
    private final Rows rows;
    private final boolean repeats;
    private final Map<String, Object> otherwise;
    private long renewed;

    /** What became of a row. */
    enum Outcome { ADDED, CHANGED, UNCHANGED }

    /**
     * @param key the table's key column
     * @param repeats whether a file may hold several rows of one identity, which are then several; else its last one stands
     * @param identity columns that tell rows apart
     * @param columns the others, without the run
     * @param otherwise what stands in a new row of which nothing is said, by column
     */
    Upserts(Connection connection, MemberChanges changes, String table, String key, boolean repeats, List<String> identity, List<String> columns,
            Map<String, Object> otherwise) throws SQLException {
        this.otherwise = otherwise;
        this.table = table;
        this.identity = identity;
        this.columns = columns;
        this.changes = changes;
        this.repeats = repeats;
        var which = identity.stream().map(column -> column + " IS ?").collect(Collectors.joining(" AND "));
        find = connection.prepareStatement("SELECT " + key + ", run_key, " + String.join(", ", columns) + " FROM " + table + " WHERE " + which
                + (repeats ? " AND " + key + " <= ?" : "") + " LIMIT 1");
        update = connection.prepareStatement("UPDATE " + table + " SET (run_key, " + String.join(", ", columns) + ") = ("
                + String.join(", ", Collections.nCopies(columns.size() + 1, "?")) + ") WHERE " + key + " = ?");
        var all = new ArrayList<>(List.of(key));
        all.addAll(identity);
        all.addAll(columns);
        all.add("run_key");
        rows = new Rows(connection, repeats ? Rows.TOGETHER : Rows.AT_ONCE, table, all.toArray(String[]::new));
    }

    Upserts(Connection connection, MemberChanges changes, String table, String key, boolean repeats, List<String> identity, List<String> columns)
            throws SQLException {
        this(connection, changes, table, key, repeats, identity, columns, Map.of());
    }

    /** @param known whether the identity tells rows apart; values null leave what an earlier export said */
    Outcome put(boolean known, @Nullable Object[] identities, @Nullable Object... values) throws SQLException {
        if (identities.length != identity.size() || values.length != columns.size()) {
            throw new IllegalArgumentException(table + " has " + identity.size() + " and " + columns.size() + " columns");
        }
        if (known) {
            Rows.bind(find, 1, identities);
            if (repeats) {
                find.setLong(identities.length + 1, rows.newestBefore());
            }
            try (var row = find.executeQuery()) {
                if (row.next()) {
                    var before = new @Nullable Object[values.length + 1];
                    for (int i = 0; i < before.length; i++) {
                        var value = row.getObject(i + 2);
                        before[i] = value instanceof Integer number ? (Object) number.longValue() : value;
                    }
                    return renew(row.getLong(1), before, values);
                }
            }
        }
        var all = new @Nullable Object[identities.length + values.length + 1];
        System.arraycopy(identities, 0, all, 0, identities.length);
        for (int i = 0; i < values.length; i++) {
            all[identities.length + i] = values[i] == null ? otherwise.get(columns.get(i)) : values[i];
        }
        all[all.length - 1] = changes.run();
        rows.add(all);
        return Outcome.ADDED;
    }

    /** @param before the run, then the columns */
    private Outcome renew(long key, @Nullable Object[] before, @Nullable Object[] values) throws SQLException {
        var after = before.clone();
        boolean other = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !Objects.equals(values[i], before[i + 1])) {
                after[i + 1] = values[i];
                other = true;
                record(key, columns.get(i), before[i + 1], values[i]);
            }
        }
        if (!other && Objects.equals(before[0], changes.run())) {
            return Outcome.UNCHANGED;
        }
        after[0] = changes.run();
        if (!Objects.equals(before[0], after[0])) {
            record(key, "run_key", before[0], after[0]);
        }
        Rows.bind(update, 1, after);
        update.setLong(after.length + 1, key);
        update.executeUpdate();
        renewed++;
        return other ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    private void record(long key, String column, @Nullable Object before, @Nullable Object after) throws SQLException {
        if (key <= rows.newestBefore()) {
            changes.changed(table, key, column, before, after);
        }
    }

    /** The newest key of before the load. */
    long newestBefore() {
        return rows.newestBefore();
    }

    void flush() throws SQLException {
        rows.flush();
    }

    void record(StarChanges star) {
        rows.record(star);
        if (renewed > 0) {
            star.any(table);
        }
    }

    @Override
    public void close() throws SQLException {
        find.close();
        update.close();
        rows.close();
    }
}
