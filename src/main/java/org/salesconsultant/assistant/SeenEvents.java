package org.salesconsultant.assistant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.salesconsultant.warehouse.Database;

/** The store of what other platforms have delivered, so that what they send twice is answered once, across restarts too. */
public final class SeenEvents {
    /** Longer than any platform tries again. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;

    public SeenEvents(Database database) {
        this.database = database;
    }

    /** Keeps the names. @param names all that one delivery is known by @return whether none of them was seen before */
    public boolean areNew(List<String> names) {
        var now = Instant.now();
        return database.write(handle -> {
            handle.createUpdate("DELETE FROM seen_event WHERE seen_at < :before").bind("before", now.minus(KEPT).toString()).execute();
            int added = 0;
            for (var name : names) {
                added += handle.createUpdate("INSERT INTO seen_event (event, seen_at) VALUES (:event, :now) ON CONFLICT (event) DO NOTHING")
                        .bind("event", name).bind("now", now.toString()).execute();
            }
            return added == names.size();
        });
    }
}
