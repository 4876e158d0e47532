package org.salesconsultant.warehouse.columns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of one table with keys from the first to the last; of a table without a key always all. */
record Span(StarTable table, long first, long last) {
    /** The table with most of all rows: to copy it whole is to copy everything. */
    static final String LARGEST = "line";
    /** Spans nearer than that are copied as one: rows copied in vain cost less than many statements. */
    private static final long NEAR = 10_000;

    private record Keys(String table, long first, long last) {}

    static Span whole(StarTable table) {
        return new Span(table, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** A condition on the table's rows, or nothing. */
    String where() {
        return table.key() == null || isWhole() ? "" : " WHERE " + table.key() + " BETWEEN " + first + " AND " + last;
    }

    private boolean isWhole() {
        return first == Long.MIN_VALUE && last == Long.MAX_VALUE;
    }

    /** The largest table in as many spans of about equal length, or fewer. */
    static List<Span> split(Handle warehouse, StarTable table, int parts) {
        long newest = newest(warehouse, table);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            spans.add(new Span(table, i == 0 ? Long.MIN_VALUE + 1 : newest / parts * i, i == parts - 1 ? Long.MAX_VALUE : newest / parts * (i + 1) - 1));
        }
        return spans;
    }

    /**
     * What changed since a version.
     *
     * @param stamp of the version, see {@link org.salesconsultant.warehouse.Warehouse#stamp}
     * @return empty where that is not known, or so much that a new copy is made faster
     */
    static Optional<List<Span>> since(Handle warehouse, List<StarTable> tables, String stamp) {
        var version = warehouse.createQuery("SELECT version FROM star_version WHERE version || '-' || stamp = ?").bind(0, stamp)
                .mapTo(long.class).findOne();
        if (version.isEmpty() || !warehouse.createQuery("""
                SELECT (SELECT count(DISTINCT version) FROM star_change WHERE version > :held)
                  = (SELECT count(*) FROM star_version WHERE version > :held)""").bind("held", version.get()).mapTo(boolean.class).one()) {
            return Optional.empty();
        }
        var keys = warehouse.createQuery("SELECT table_name, coalesce(first_key, :least), coalesce(last_key, :most) FROM star_change WHERE version > :held")
                .bind("held", version.get()).bind("least", Long.MIN_VALUE).bind("most", Long.MAX_VALUE)
                .map((row, context) -> new Keys(row.getString(1), row.getLong(2), row.getLong(3))).list();
        List<Span> spans = new ArrayList<>();
        for (var table : tables) {
            var changed = keys.stream().filter(key -> key.table().equals(table.name())).toList();
            var some = changed.isEmpty() ? List.<Span>of() : spans(table, changed);
            if (table.name().equals(LARGEST) && 2 * length(some) > newest(warehouse, table)) {
                return Optional.empty();
            }
            spans.addAll(some);
        }
        return Optional.of(spans);
    }

    private static List<Span> spans(StarTable table, List<Keys> changed) {
        if (table.key() == null) {
            return List.of(whole(table));
        }
        List<Span> spans = new ArrayList<>();
        changed.stream().map(keys -> new Span(table, keys.first(), keys.last())).sorted(Comparator.comparingLong(Span::first)).forEach(span -> {
            var before = spans.isEmpty() ? null : spans.getLast();
            if (before != null && span.first() - before.last() <= NEAR) {
                spans.set(spans.size() - 1, new Span(table, before.first(), Math.max(before.last(), span.last())));
            } else {
                spans.add(span);
            }
        });
        return spans;
    }

    private static double length(List<Span> spans) {
        return spans.stream().mapToDouble(span -> 1.0 + span.last() - span.first()).sum();
    }

    private static long newest(Handle warehouse, StarTable table) {
        return warehouse.createQuery("SELECT coalesce(max(" + table.key() + "), 0) FROM " + table.name()).mapTo(long.class).one();
    }
}
