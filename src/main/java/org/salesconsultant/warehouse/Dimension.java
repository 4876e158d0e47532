package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one dimension table as one transaction puts them: a new member is inserted, a known one has filled in what
 * it lacked. Reads only members that are put, so memory grows with these alone.
 */
final class Dimension implements AutoCloseable {
    private static final String CUSTOMER = "customer";

    private final String table;
    private final List<String> columns;
    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final Map<String, Member> members = new HashMap<>();
    private final List<Long> changed = new ArrayList<>();
    private long newest;

    private static final class Member {
        private final long key;
        private final @Nullable Object[] values;
        private boolean changed;

        private Member(long key, @Nullable Object[] values) {
            this.key = key;
            this.values = values;
        }
    }

    /**
     * @param identity the folded column that tells members apart
     * @param columns the others
     */
    Dimension(Connection connection, String table, String identity, String... columns) throws SQLException {
        this.table = table;
        this.columns = List.of(columns);
        var names = String.join(", ", columns);
        var marks = String.join(", ", Collections.nCopies(columns.length + 2, "?"));
        var sets = Arrays.stream(columns).map(column -> column + " = ?").collect(Collectors.joining(", "));
        var key = table + "_key";
        find = connection.prepareStatement("SELECT " + key + ", " + Arrays.stream(columns).map(this::asGiven).collect(Collectors.joining(", ")) + " FROM " + table + " WHERE " + identity + " = ?");
        insert = connection.prepareStatement("INSERT INTO " + table + " (" + key + ", " + identity + ", " + names + ") VALUES (" + marks + ")");
        update = connection.prepareStatement("UPDATE " + table + " SET " + sets + (table.equals(CUSTOMER) ? ", from_orders = 0" : "") + " WHERE " + key + " = ?");
        newest = Rows.newestKey(connection, table, key);
    }

    /**
     * The key of a member.
     *
     * @param values in the order of the columns; null where unknown
     */
    long put(String identity, @Nullable Object... values) throws SQLException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table + " has " + columns.size() + " columns, not " + values.length);
        }
        var member = members.get(identity);
        if (member == null) {
            member = known(identity);
            if (member == null) {
                member = new Member(++newest, values.clone());
                Rows.bind(insert, 3, values);
                insert.setLong(1, member.key);
                insert.setString(2, identity);
                insert.executeUpdate();
            }
            members.put(identity, member);
        }
        for (int i = 0; i < values.length; i++) {
            if (member.values[i] == null && values[i] != null) {
                member.values[i] = values[i];
                member.changed = true;
            }
        }
        return member.key;
    }

    /** Writes what was filled in. */
    void flush() throws SQLException {
        for (var member : members.values()) {
            if (member.changed) {
                Rows.bind(update, 1, member.values);
                update.setLong(columns.size() + 1, member.key);
                update.executeUpdate();
                member.changed = false;
                changed.add(member.key);
            }
        }
    }

    /** A query of the keys of members that were there before and were told more. */
    String changed() {
        return "SELECT value AS " + table + "_key FROM json_each('" + changed + "')";
    }

    /** What a customer has from its orders was never given: it gives way to what is, and is found out anew at the end. */
    private String asGiven(String column) {
        int place = table.equals(CUSTOMER) ? StarDerived.OF_ORDER_OR_CUSTOMER.indexOf(column) : -1;
        return place < 0 ? column : "CASE WHEN from_orders & " + (1 << place) + " = 0 THEN " + column + " END";
    }

    private @Nullable Member known(String identity) throws SQLException {
        find.setString(1, identity);
        try (var row = find.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            var values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 2);
            }
            return new Member(row.getLong(1), values);
        }
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
        update.close();
    }
}
