package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/** What files say of members beside what the star has columns for, as dimensions: an income, a colour, a series. */
final class Attributes {
    /** With more values than these an attribute tells members apart, not groups of them. */
    private static final int MOST_VALUES = 200;

    private Attributes() {}

    private record Stored(String of, String name) {}

    /** The attributes of a warehouse that the model does not name itself, under their headers. */
    static List<Dimension> of(Handle handle, SemanticModel model) {
        Set<String> taken = new HashSet<>();
        model.metrics().forEach(metric -> taken.add(metric.name()));
        model.dimensions().forEach(dimension -> taken.add(dimension.name()));
        List<Dimension> found = new ArrayList<>();
        var stored = handle.createQuery("SELECT of, name FROM attribute GROUP BY of, name HAVING COUNT(DISTINCT value_folded) BETWEEN 2 AND :most ORDER BY of, name")
                .bind("most", MOST_VALUES).map((row, context) -> new Stored(row.getString(1), row.getString(2))).list();
        for (var one : stored) {
            var source = Source.attribute(one.of());
            if (model.dimensions().stream().noneMatch(dimension -> dimension.members() == source && one.name().equals(dimension.attribute()))) {
                found.add(dimension(source, one, taken));
            }
        }
        return found;
    }

    private static Dimension dimension(Source source, Stored stored, Set<String> taken) {
        var words = stored.name().replace('_', ' ').strip();
        var plain = words.replace(' ', '_');
        var name = taken.contains(plain) ? stored.of() + "_" + plain : plain;
        taken.add(name);
        var label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        var called = Stream.of(words, stored.of() + " " + words).toList();
        return new Dimension(name, new Text(label, label), new Words(called, List.of()), source, stored.name());
    }

    static List<Member> members(Handle handle, Dimension dimension) {
        return handle.createQuery("SELECT value_folded, MIN(value) FROM attribute WHERE of = :of AND name = :name GROUP BY value_folded ORDER BY 1")
                .bind("of", dimension.members().holder().word()).bind("name", dimension.attribute())
                .map((row, context) -> new Member(row.getString(1), row.getString(2), row.getString(2), List.of(Names.fold(row.getString(2))))).list();
    }
}
