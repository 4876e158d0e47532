package org.salesconsultant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The calendar table as one transaction fills it: first the days that facts name, at the end all between them. */
final class CalendarDays implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final Set<LocalDate> written = new HashSet<>();

    CalendarDays(Connection connection) throws SQLException {
        this.connection = connection;
        insert = connection.prepareStatement("INSERT OR IGNORE INTO calendar (day, date, week, month, quarter, year, weekday, month_day)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** @return days since 1970-01-01 */
    long put(LocalDate day) throws SQLException {
        if (written.add(day)) {
            Rows.bind(insert, 1, day.toEpochDay(), day.toString(),
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString(), day.toString().substring(0, 7),
                    day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR), String.valueOf(day.getYear()),
                    day.getDayOfWeek().getValue(), day.getDayOfMonth());
            insert.executeUpdate();
        }
        return day.toEpochDay();
    }

    /** Leaves no gap between the first day and the last. */
    void fill() throws SQLException {
        long first;
        long last;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT min(day), max(day) FROM calendar")) {
            first = row.getLong(1);
            last = row.getLong(2);
        }
        for (long day = first + 1; day < last; day++) {
            put(LocalDate.ofEpochDay(day));
        }
    }

    /** Puts days that a query gives, and leaves no gap. */
    static void put(Handle handle, String query) throws SQLException {
        try (var calendar = new CalendarDays(handle.getConnection())) {
            for (long day : handle.createQuery(query).mapTo(long.class).list()) {
                calendar.put(LocalDate.ofEpochDay(day));
            }
            calendar.fill();
        }
    }

    /** Takes off at both ends what no row names any more. */
    static void trim(Handle handle) {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS named_day (day INTEGER)");
        handle.execute("DELETE FROM named_day");
        handle.createQuery("""
                SELECT parent.name, part.name FROM sqlite_schema AS parent, pragma_table_info(parent.name) AS part
                WHERE parent.type = 'table' AND parent.name NOT IN ('calendar', 'replaced_orders', 'replaced_line', 'line')
                  AND (part.name = 'day' OR part.name GLOB '*_day') AND part.type = 'INTEGER' AND part.name <> 'month_day'""")
                .map((row, context) -> "INSERT INTO named_day SELECT min(" + row.getString(2) + ") FROM " + row.getString(1)
                        + " UNION ALL SELECT max(" + row.getString(2) + ") FROM " + row.getString(1)).list().forEach(handle::execute);
        handle.execute("DELETE FROM calendar WHERE day < (SELECT coalesce(min(day), 0) FROM named_day) OR day > (SELECT coalesce(max(day), -1) FROM named_day)");
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
