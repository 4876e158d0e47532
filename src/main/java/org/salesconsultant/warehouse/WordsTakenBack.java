package org.salesconsultant.warehouse;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What runs said of rows that others had brought, as {@code member_change} records it: each cell has a chain of values, one
 * link a run. A link taken out joins its neighbours; the last one taken out gives the cell its value of before.
 */
final class WordsTakenBack {
    /** A member table is listed before those it refers to. */
    private static final List<String> MEMBERS = List.of("customer", "product", "campaign", "rep", "region", "country", "channel");

    private final Handle handle;

    private record Cell(String table, String column) {}

    private record Reference(String table, String column) {}

    WordsTakenBack(Handle handle) {
        this.handle = handle;
    }

    /** A query of the keys of customers that a run added or changed, or gave other orders. */
    String customersOf(long run) {
        var mine = " FROM member_change WHERE run_key = " + run + " AND table_name = ";
        return "SELECT member_key AS customer_key" + mine + "'customer' UNION SELECT before" + mine + "'orders' AND column_name = 'customer_key'"
                + " UNION SELECT after" + mine + "'orders' AND column_name = 'customer_key'";
    }

    void takeBack(long run, StarChanges changes) {
        standAgain(run);
        withoutMargin(run, changes);
        var cells = handle.createQuery("SELECT DISTINCT table_name, column_name FROM member_change WHERE run_key = ? AND column_name NOT IN (?, ?, ?)")
                .bind(0, run).bind(1, MemberChanges.LISTED).bind(2, MemberChanges.DELETED).bind(3, MemberChanges.MARGIN_OF_LINES)
                .map((row, context) -> new Cell(row.getString(1), row.getString(2))).list();
        cells.forEach(cell -> takeBack(run, cell));
        // whoever renewed a row that is going has to take it along
        handle.execute("UPDATE member_change SET before = run_key WHERE column_name = 'run_key' AND before = ? AND run_key > ?", run, run);
        cells.stream().map(Cell::table).distinct().forEach(changes::any);
        handle.execute("DELETE FROM member_change WHERE run_key = ?", run);
    }

    private void takeBack(long run, Cell cell) {
        handle.createUpdate("""
                UPDATE <table> SET <column> = mine.before
                FROM (SELECT member_key, before, min(change_key) FROM member_change
                  WHERE run_key = :run AND table_name = :table AND column_name = :column GROUP BY member_key) AS mine
                WHERE <table>.<key> = mine.member_key AND NOT EXISTS (
                  SELECT 1 FROM member_change AS later
                  WHERE later.table_name = :table AND later.column_name = :column AND later.member_key = mine.member_key AND later.run_key > :run)""")
                .define("table", cell.table()).define("column", cell.column()).define("key", key(cell.table()))
                .bind("run", run).bind("table", cell.table()).bind("column", cell.column()).execute();
        handle.createUpdate("""
                UPDATE member_change AS later SET before = mine.before
                FROM (SELECT member_key, before, min(change_key) FROM member_change
                  WHERE run_key = :run AND table_name = :table AND column_name = :column GROUP BY member_key) AS mine
                WHERE later.change_key = (
                  SELECT min(change_key) FROM member_change AS next
                  WHERE next.table_name = :table AND next.column_name = :column AND next.member_key = mine.member_key AND next.run_key > :run)""")
                .bind("run", run).bind("table", cell.table()).bind("column", cell.column()).execute();
    }

    /** Members that the run joined with others. */
    private void standAgain(long run) {
        for (var table : handle.createQuery("SELECT DISTINCT table_name FROM member_change WHERE run_key = ? AND column_name = ?")
                .bind(0, run).bind(1, MemberChanges.DELETED).mapTo(String.class).list()) {
            var columns = handle.createQuery("SELECT name FROM pragma_table_info(?)").bind(0, table).mapTo(String.class).list();
            handle.execute("INSERT OR IGNORE INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                    + columns.stream().map(column -> "before ->> '" + column + "'").collect(Collectors.joining(", "))
                    + " FROM member_change WHERE run_key = ? AND table_name = ? AND column_name = ?", run, table, MemberChanges.DELETED);
        }
    }

    /** Lines whose margin rests on a cost that the run gave. */
    private void withoutMargin(long run, StarChanges changes) {
        if (handle.createUpdate("""
                UPDATE line SET margin = NULL FROM member_change
                WHERE run_key = :run AND table_name = 'product' AND column_name = :column AND line.product_key = member_key
                  AND margin = amount - <cost>""").define("cost", StarCosts.cost("after")).bind("run", run)
                .bind("column", MemberChanges.MARGIN_OF_LINES).execute() > 0) {
            changes.any("line");
            changes.any("orders");
        }
    }

    private String key(String table) {
        return handle.createQuery("SELECT name FROM pragma_table_info(?) WHERE pk = 1").bind(0, table).mapTo(String.class).one();
    }

    /** Deletes members that no row refers to, or will when a run is taken back, and no run has told of. */
    void forgetUnknown() {
        handle.execute("""
                DELETE FROM product_description WHERE lines = 0
                  AND description_key NOT IN (SELECT description_key FROM replaced_line WHERE description_key IS NOT NULL)""");
        for (var table : MEMBERS) {
            forgetProposals(table);
            var unknown = references(table).stream()
                    .map(reference -> "<table>_key NOT IN (SELECT " + reference.column() + " FROM " + reference.table() + " WHERE " + reference.column() + " IS NOT NULL)")
                    .collect(Collectors.joining(" AND ", "DELETE FROM <table> WHERE ", " AND <table>_key NOT IN (SELECT member_key FROM member_change WHERE table_name = :table)"
                            + " AND <table>_key NOT IN (SELECT before FROM member_change WHERE column_name = :table || '_key' AND before IS NOT NULL)"));
            if (handle.createUpdate(unknown).define("table", table).bind("table", table).execute() > 0) {
                for (var detail : List.of("attribute", "alias")) {
                    handle.createUpdate("DELETE FROM <detail> WHERE of = :table AND member_key NOT IN (SELECT <table>_key FROM <table>)")
                            .define("detail", detail).define("table", table).bind("table", table).execute();
                }
            }
        }
    }

    /** A key may come to mean another member; that of one that went up in another stays its own. */
    private void forgetProposals(String table) {
        for (var member : List.of("member_key", "other_key")) {
            handle.createUpdate("DELETE FROM merge_proposal WHERE of = :table AND <member> NOT IN (SELECT <table>_key FROM <table>)"
                    + " AND <member> NOT IN (SELECT gone.member_key FROM member_change AS gone WHERE table_name = :table AND column_name = :deleted)")
                    .define("table", table).define("member", member).bind("table", table).bind("deleted", MemberChanges.DELETED).execute();
        }
    }

    /** The columns that refer to a table, those of replaced copies too. */
    private List<Reference> references(String table) {
        return handle.createQuery("""
                SELECT child.name, reference."from" FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
                WHERE child.type = 'table' AND reference."table" = :table
                UNION ALL
                SELECT child.name, part.name FROM sqlite_schema AS child, pragma_table_info(child.name) AS part
                WHERE child.name IN ('replaced_orders', 'replaced_line') AND part.name = :table || '_key'""").bind("table", table)
                .map((row, context) -> new Reference(row.getString(1), row.getString(2))).list();
    }
}
