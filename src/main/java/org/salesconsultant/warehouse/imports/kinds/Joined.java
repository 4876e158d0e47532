package org.salesconsultant.warehouse.imports.kinds;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a report tells of members: those a list brought, words that were read as another's, and names that may be one. */
final class Joined {
    private static final int EXAMPLES = 10;
    private static final List<String> OF = List.of("customer", "product", "rep", "campaign");

    private Joined() {}

    /** Members that a run lists. @param of their table @param label as a person says it, in the plural */
    static List<Figure> listed(Handle handle, long run, String of, String label) {
        var figures = handle.createQuery("""
                SELECT count(*) AS listed, coalesce(sum(is_new), 0) AS new, coalesce(sum(is_new = 0 AND told > 0), 0) AS told FROM (
                  SELECT member_key, max(column_name = '' AND coalesce(after, 0) = 1) AS is_new,
                    sum(column_name NOT IN ('', '-', 'given', 'squashed')) AS told
                  FROM member_change WHERE run_key = :run AND table_name = :of GROUP BY member_key HAVING max(column_name = '') = 1)""")
                .bind("run", run).bind("of", of).map((row, context) -> {
                    long listed = row.getLong("listed");
                    return List.of(new Figure("In the file", label, listed), new Figure("In the file", "of these new", row.getLong("new")),
                            new Figure("In the file", "known, and something changed", row.getLong("told")),
                            new Figure("In the file", "known, and nothing changed", listed - row.getLong("new") - row.getLong("told")));
                }).one();
        var all = new ArrayList<>(figures);
        all.addAll(figures(handle, run));
        return all;
    }

    static List<Figure> figures(Handle handle, long run) {
        var figures = new ArrayList<Figure>();
        for (var of : OF) {
            handle.createQuery("SELECT folded, coalesce(name, code) FROM alias JOIN " + of + " ON " + of + "_key = member_key"
                    + " WHERE of = ? AND run_key = ? AND instr(folded, '@') = 0 ORDER BY folded LIMIT ?").bind(0, of).bind(1, run).bind(2, EXAMPLES)
                    .map((row, context) -> new Figure("Read as", of + " \"" + row.getString(1) + "\"", row.getString(2))).forEach(figures::add);
            handle.createQuery("SELECT one.name, other.name, round(score, 2) FROM merge_proposal JOIN " + of + " AS one ON one." + of + "_key = member_key JOIN "
                    + of + " AS other ON other." + of + "_key = other_key WHERE of = ? AND run_key = ? ORDER BY score DESC, one.name LIMIT ?")
                    .bind(0, of).bind(1, run).bind(2, EXAMPLES)
                    .map((row, context) -> new Figure("May be one, and was left apart", of + " \"" + row.getString(1) + "\"",
                            "\"" + row.getString(2) + "\" (" + row.getDouble(3) + ")")).forEach(figures::add);
        }
        return figures;
    }

    /** How many rows of a run name a member that no list has; nothing as long as there is no such list. */
    static List<Figure> unlisted(Handle handle, long run, String table, String of, String label) {
        return handle.createQuery("SELECT count(*) FROM " + table + " WHERE run_key = :run AND " + of + "_key IS NOT NULL AND " + of + "_key NOT IN ("
                + "SELECT member_key FROM member_change WHERE table_name = :of AND column_name = '') AND EXISTS ("
                + "SELECT 1 FROM member_change WHERE table_name = :of AND column_name = '')").bind("run", run).bind("of", of).mapTo(Long.class)
                .filter(count -> count > 0).map(count -> new Figure(LineFigures.WORTH_A_LOOK, label, count)).list();
    }
}
