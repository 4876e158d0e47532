package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.salesconsultant.sales.Names;

/** The members of a dimension that have a name and nothing else: countries, regions, channels. */
final class Labels implements AutoCloseable {
    private static final int REMEMBERED = 10_000;

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final Recent<String, Long> keys = new Recent<>(REMEMBERED);

    Labels(Connection connection, String table) throws SQLException {
        var key = table + "_key";
        find = connection.prepareStatement("SELECT " + key + " FROM " + table + " WHERE name_folded = ?1 UNION ALL"
                + " SELECT member_key FROM alias WHERE of = '" + table + "' AND folded = ?1");
        insert = connection.prepareStatement("INSERT INTO " + table + " (name, name_folded) VALUES (?, ?) RETURNING " + key);
    }

    long put(String name) throws SQLException {
        var known = keys.get(name);
        if (known != null) {
            return known;
        }
        long key = stored(name);
        keys.put(name, key);
        return key;
    }

    private long stored(String name) throws SQLException {
        var folded = Names.fold(name);
        find.setString(1, folded);
        try (var row = find.executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        Rows.bind(insert, 1, name.strip(), folded);
        try (var row = insert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
    }
}
