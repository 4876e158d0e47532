package org.salesconsultant.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether a warehouse's file is sound and its facts agree with each other. Reads all of it. */
public final class WarehouseCheck {
    private static final int MOST_NAMED = 5;

    private WarehouseCheck() {}

    /** What is wrong, in sentences; none where all is well. */
    public static List<String> problems(Warehouse warehouse) {
        return warehouse.database().read(handle -> {
            List<String> problems = new ArrayList<>();
            handle.createQuery("PRAGMA quick_check(" + MOST_NAMED + ")").mapTo(String.class).list().stream()
                    .filter(line -> !"ok".equals(line)).forEach(line -> problems.add("The file is damaged: " + line + "."));
            long orphans = handle.createQuery("PRAGMA foreign_key_check").map((row, context) -> row.getString(1)).stream().count();
            if (orphans > 0) {
                problems.add(orphans + " rows refer to rows that are not there.");
            }
            disagreement(handle, problems, "line sums", "SELECT coalesce(sum(revenue), 0) FROM orders", "SELECT coalesce(sum(amount), 0) FROM line");
            disagreement(handle, problems, "line counts", "SELECT coalesce(sum(lines), 0) FROM orders", "SELECT count(*) FROM line");
            disagreement(handle, problems, "order numbers", "SELECT count(DISTINCT number_key) FROM orders",
                    "SELECT count(*) FROM (SELECT 1 FROM orders GROUP BY source, number)");
            return problems;
        });
    }

    private static void disagreement(Handle handle, List<String> problems, String what, String one, String other) {
        long first = handle.createQuery(one).mapTo(long.class).one();
        long second = handle.createQuery(other).mapTo(long.class).one();
        if (first != second) {
            problems.add("Orders and lines disagree in " + what + ": " + first + " and " + second + ".");
        }
    }
}
