package org.salesconsultant.warehouse.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;

/**
 * Which columns with keys no row of a fact leaves empty, remembered as long as the data stands: SQLite reads all rows to tell.
 * Safe for many threads.
 */
final class FilledColumns {
    private static final int KEPT = 200;

    private final Cache<Key, Boolean> known = Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(Path warehouse, long version, Fact fact, String column) {}

    boolean contains(Facts facts, Warehouse warehouse, Fact fact, String column) {
        if (fact.alwaysHas(column)) {
            return true;
        }
        var key = new Key(warehouse.database().file(), warehouse.state(facts.stored()).version(), fact, column);
        var filled = known.getIfPresent(key);
        if (filled == null) {
            filled = facts.rows().createQuery(fact.lacking(column)).mapTo(int.class).findFirst().isEmpty();
            known.put(key, filled);
        }
        return filled;
    }
}
