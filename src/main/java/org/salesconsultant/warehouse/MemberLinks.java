package org.salesconsultant.warehouse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Dimension.Link;

/**
 * Makes one of members that files call differently: who is known by a name only is the member that has this name and a code, or
 * whose name has the same letters and digits. Whatever named it names the other from then on, and its words are kept as aliases.
 * Members with codes of their own, or that a list names, never go up in others.
 */
final class MemberLinks {
    private static final Map<String, List<Pointer>> WITHOUT_REFERENCE = Map.of(
            "customer", List.of(new Pointer("line", "customer_key"), new Pointer("replaced_line", "customer_key"),
                    new Pointer("replaced_orders", "customer_key")),
            "rep", List.of(new Pointer("line", "rep_key"), new Pointer("replaced_line", "rep_key"), new Pointer("replaced_orders", "rep_key")),
            "product", List.of(new Pointer("replaced_line", "product_key")),
            "campaign", List.of(new Pointer("replaced_orders", "campaign_key")));

    private final Handle handle;
    private final MemberChanges changes;
    private final StarChanges star;
    private final StarDerived derived;

    /** A column that names a member. */
    private record Pointer(String table, String column) {}

    private record Named(long key, String code, String name, long given) {}

    MemberLinks(Handle handle, MemberChanges changes, StarChanges star, StarDerived derived) {
        this.derived = derived;
        this.handle = handle;
        this.changes = changes;
        this.star = star;
    }

    /** Joins what is one among the members of a table. */
    void join(String table, Dimension dimension) throws SQLException {
        if (!dimension.changed()) {
            return;
        }
        var targets = new LinkedHashMap<Long, Long>();
        dimension.links().forEach(link -> targets.put(link.from(), link.to()));
        for (var link : alike(table)) {
            targets.putIfAbsent(link.from(), link.to());
        }
        if (targets.isEmpty()) {
            return;
        }
        var links = new ArrayList<Link>();
        targets.forEach((from, to) -> links.add(new Link(from, last(targets, to))));
        join(table, links, dimension.newestBefore());
    }

    /** Makes one of two members that were there before, because a person says so. */
    void join(String table, long from, long to) throws SQLException {
        join(table, List.of(new Link(from, to)), Long.MAX_VALUE);
    }

    /** Whether the first of two members is the one that is known best. */
    static boolean isBetter(Handle handle, String table, long one, long other) {
        var both = handle.createQuery("SELECT <table>_key, code, coalesce(name, code), given FROM <table> WHERE <table>_key IN (:one, :other)").define("table", table)
                .bind("one", one).bind("other", other).map((row, context) -> new Named(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4))).list();
        return both.stream().min(MemberLinks::compare).orElseThrow().key() == one;
    }

    /** Of members whose names are alike the best known one stands; a second name only, never a second code, goes up in it. */
    private List<Link> alike(String table) {
        var key = table + "_key";
        var groups = new HashMap<String, List<Named>>();
        handle.createQuery("""
                SELECT 'n' || name_folded AS alike, <key>, code, name, given FROM <table>
                WHERE name_folded IN (SELECT name_folded FROM <table> WHERE given & 3 = 0)
                UNION ALL
                SELECT 's' || squashed, <key>, code, name, given FROM <table>
                WHERE squashed IN (SELECT squashed FROM <table> WHERE given & 3 = 0 AND squashed IS NOT NULL)
                UNION ALL
                SELECT 'a' || alias.folded, <key>, code, name, given FROM alias
                JOIN <table> ON <key> IN (member_key, (SELECT only.<key> FROM <table> AS only WHERE only.name_folded = alias.folded AND only.given & 3 = 0))
                WHERE of = :table AND alias.folded IN (SELECT name_folded FROM <table> WHERE given & 3 = 0)""")
                .define("key", key).define("table", table).bind("table", table)
                .map((row, context) -> Map.entry(row.getString(1), new Named(row.getLong(2), row.getString(3), row.getString(4), row.getLong(5))))
                .forEach(each -> groups.computeIfAbsent(each.getKey(), any -> new ArrayList<>()).add(each.getValue()));
        var links = new ArrayList<Link>();
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> {
            var best = group.stream().min(MemberLinks::compare).orElseThrow();
            group.stream().filter(each -> each.key() != best.key() && (each.given() & 3) == 0).forEach(each -> links.add(new Link(each.key(), best.key())));
        });
        return links;
    }

    /** Listed by a master file before the rest, with a code before without, then the longer name: blanks and signs are rarely put in by mistake. */
    private static int compare(Named one, Named other) {
        int listed = Boolean.compare(other.given() > 1, one.given() > 1);
        int coded = Long.compare(other.given() & 1, one.given() & 1);
        int longer = Integer.compare(other.name().length(), one.name().length());
        return listed != 0 ? listed : coded != 0 ? coded : longer != 0 ? longer : one.code().compareTo(other.code());
    }

    private static long last(Map<Long, Long> targets, long to) {
        var seen = new ArrayList<Long>();
        long at = to;
        for (Long next = targets.get(at); next != null && !seen.contains(next); next = targets.get(at)) {
            seen.add(at);
            at = next;
        }
        return at;
    }

    /** @param newestBefore members up to it were there before the run: only what names these is recorded */
    private void join(String table, List<Link> links, long newestBefore) throws SQLException {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS joined (from_key INTEGER PRIMARY KEY, to_key INTEGER NOT NULL)");
        handle.execute("DELETE FROM joined");
        var batch = handle.prepareBatch("INSERT INTO joined (from_key, to_key) VALUES (?, ?)");
        links.stream().filter(link -> link.from() != link.to()).forEach(link -> batch.add(link.from(), link.to()));
        if (batch.size() == 0) {
            return;
        }
        batch.execute();
        takeOver(table);
        if (table.equals("customer")) {
            places();
        }
        aliases(table);
        for (var pointer : pointers(table)) {
            repoint(pointer, newestBefore);
        }
        if (table.equals("product")) {
            descriptions();
        }
        if (table.equals("customer")) {
            derived.touchCustomers("SELECT to_key AS customer_key FROM joined");
        }
        handle.execute("UPDATE OR IGNORE attribute SET member_key = (SELECT to_key FROM joined WHERE from_key = member_key)"
                + " WHERE of = ? AND member_key IN (SELECT from_key FROM joined)", table);
        handle.execute("DELETE FROM attribute WHERE of = ? AND member_key IN (SELECT from_key FROM joined)", table);
        delete(table, newestBefore);
        star.any(table);
    }

    /** What is known of the one and not of the other. */
    private void takeOver(String table) throws SQLException {
        var key = table + "_key";
        var columns = handle.createQuery("SELECT name FROM pragma_table_info(?) WHERE name NOT IN (?, 'code', 'code_folded', 'name', 'name_folded',"
                + " 'squashed', 'given', 'first_sale_day', 'last_sale_day', 'country_key', 'region_key', 'rep_key') AND \"notnull\" = 0").bind(0, table).bind(1, key).mapTo(String.class).list();
        for (var column : columns) {
            var from = "(SELECT source." + column + " FROM joined JOIN " + table + " AS source ON source." + key + " = from_key WHERE to_key = "
                    + table + "." + key + " AND source." + column + " IS NOT NULL LIMIT 1)";
            var which = column + " IS NULL AND " + key + " IN (SELECT to_key FROM joined) AND " + from + " IS NOT NULL";
            changes.changing(table, key, column, from, which);
            handle.execute("UPDATE " + table + " SET " + column + " = " + from + " WHERE " + which);
        }
    }

    /** A customer's own country, region and rep; what orders filled in gives way. */
    private void places() throws SQLException {
        for (int i = 0; i < StarDerived.OF_ORDER_OR_CUSTOMER.size(); i++) {
            var column = StarDerived.OF_ORDER_OR_CUSTOMER.get(i);
            int bit = 1 << i;
            var from = "(SELECT source." + column + " FROM joined JOIN customer AS source ON source.customer_key = from_key WHERE to_key = customer.customer_key AND source."
                    + column + " IS NOT NULL AND source.from_orders & " + bit + " = 0 LIMIT 1)";
            var which = "customer_key IN (SELECT to_key FROM joined) AND " + from + " IS NOT NULL AND (" + column + " IS NULL OR from_orders & " + bit + " <> 0)";
            handle.execute("UPDATE customer SET " + column + " = NULL, from_orders = from_orders & ~" + bit + " WHERE " + which);
            changes.changing("customer", "customer_key", column, from, which);
            handle.execute("UPDATE customer SET " + column + " = " + from + " WHERE " + which);
        }
    }

    private void aliases(String table) {
        handle.execute("UPDATE alias SET member_key = (SELECT to_key FROM joined WHERE from_key = member_key)"
                + " WHERE of = ? AND member_key IN (SELECT from_key FROM joined)", table);
        handle.execute("INSERT OR IGNORE INTO alias (of, folded, member_key, run_key) SELECT '" + table + "', code_folded, to_key, "
                + changes.run() + " FROM joined JOIN " + table + " ON " + table + "_key = from_key");
    }

    private List<Pointer> pointers(String table) {
        var pointers = new ArrayList<>(WITHOUT_REFERENCE.getOrDefault(table, List.of()));
        handle.createQuery("""
                SELECT owner.name, reference."from" FROM sqlite_schema AS owner, pragma_foreign_key_list(owner.name) AS reference
                WHERE owner.type = 'table' AND reference."table" = ? AND owner.name <> 'product_description'""").bind(0, table)
                .map((row, context) -> new Pointer(row.getString(1), row.getString(2))).forEach(pointers::add);
        return pointers;
    }

    private void repoint(Pointer pointer, long newestBefore) throws SQLException {
        var which = pointer.column() + " IN (SELECT from_key FROM joined)";
        var to = "(SELECT to_key FROM joined WHERE from_key = " + pointer.column() + ")";
        var key = keyOf(pointer.table());
        if (key != null) {
            changes.changing(pointer.table(), key, pointer.column(), to, pointer.column() + " IN (SELECT from_key FROM joined WHERE from_key <= ?)",
                    newestBefore);
        }
        boolean ofOrders = List.of("orders", "line").contains(pointer.table());
        if (ofOrders) {
            star.orders("SELECT order_key FROM " + pointer.table() + " WHERE " + which);
        }
        if (handle.execute("UPDATE " + pointer.table() + " SET " + pointer.column() + " = " + to + " WHERE " + which) > 0 && !ofOrders) {
            star.any(pointer.table());
        }
    }

    /** Null for a table without one, whose rows are taken back otherwise. */
    private @Nullable String keyOf(String table) {
        return handle.createQuery("SELECT name FROM pragma_table_info(?) WHERE pk = 1 AND type = 'INTEGER'").bind(0, table)
                .mapTo(String.class).findOne().orElse(null);
    }

    private void descriptions() {
        handle.execute("CREATE TEMP TABLE IF NOT EXISTS same_description (from_key INTEGER PRIMARY KEY, to_key INTEGER NOT NULL)");
        handle.execute("DELETE FROM same_description");
        handle.execute("UPDATE OR IGNORE product_description SET product_key = (SELECT to_key FROM joined WHERE from_key = product_key)"
                + " WHERE product_key IN (SELECT from_key FROM joined)");
        handle.execute("""
                INSERT INTO same_description SELECT one.description_key, other.description_key FROM product_description AS one
                JOIN joined ON from_key = one.product_key
                JOIN product_description AS other ON other.product_key = to_key AND other.description = one.description""");
        handle.execute("""
                UPDATE product_description SET sale_lines = product_description.sale_lines + more.sale_lines, lines = product_description.lines + more.lines
                FROM (SELECT to_key, sum(sale_lines) AS sale_lines, sum(lines) AS lines FROM same_description
                  JOIN product_description ON description_key = from_key GROUP BY to_key) AS more
                WHERE description_key = more.to_key""");
        for (var table : List.of("line", "replaced_line")) {
            handle.execute("UPDATE " + table + " SET description_key = (SELECT to_key FROM same_description WHERE from_key = description_key)"
                    + " WHERE description_key IN (SELECT from_key FROM same_description)");
        }
        handle.execute("DELETE FROM product_description WHERE description_key IN (SELECT from_key FROM same_description)");
    }

    private void delete(String table, long newestBefore) throws SQLException {
        var key = table + "_key";
        var gone = handle.createQuery("SELECT * FROM " + table + " WHERE " + key + " IN (SELECT from_key FROM joined WHERE from_key <= ?)")
                .bind(0, newestBefore).mapToMap().list();
        for (var row : gone) {
            changes.deleted(table, ((Number) Objects.requireNonNull(row.get(key))).longValue(), row);
        }
        changes.flush();
        handle.execute("DELETE FROM " + table + " WHERE " + key + " IN (SELECT from_key FROM joined)");
    }
}
