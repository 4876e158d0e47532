package org.salesconsultant.tools;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.salesconsultant.sales.RowScope;

/**
 * Values computed from a warehouse, kept as long as its data stands and somebody asks. What one row scope computed is never
 * given to another. Safe for many threads; two who ask for the same wait for one computation.
 *
 * @param <V> what is kept
 */
final class Kept<V> {
    private static final Duration UNUSED = Duration.ofHours(1);

    private final Cache<Key, V> values;

    private record Key(Path warehouse, long version, RowScope scope, Object question) {}

    /** @param most values kept at a time */
    Kept(int most) {
        values = Caffeine.newBuilder().maximumSize(most).expireAfterAccess(UNUSED).build();
    }

    /** @param question what tells one value of this kind from another, comparable by {@code equals} */
    V get(ToolContext context, Object question, Supplier<V> compute) {
        return get(Sight.of(context), question, compute);
    }

    V get(Sight sight, Object question, Supplier<V> compute) {
        var key = new Key(sight.warehouse().database().file(), sight.state().version(), sight.scope(), question);
        return values.get(key, any -> compute.get());
    }
}
