package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Names like one that nobody has, from what the viewer may know of. */
record NearNames(SemanticModel model, Members members, Warehouse warehouse, RowScope scope) {
    private static final List<String> LIKELIEST_FIRST = List.of("country", "region", "rep", "category", "channel", "customer_type", "product", "customer");
    private static final int NAMES = 3;

    /** At most three; none for Chinese words, whose likeness the letters do not tell; of the dimension said beside the name where one was. */
    List<String> of(Clause.Unknown unknown) {
        if (Language.of(unknown.words()) == Language.CHINESE) {
            return List.of();
        }
        var label = unknown.label();
        var dimensions = label == null ? LIKELIEST_FIRST.stream() : Stream.of(label);
        var near = dimensions.map(model::dimension).filter(dimension -> !dimension.isTime()).map(dimension -> near(dimension, unknown.words()))
                .filter(names -> !names.isEmpty()).toList();
        return near.stream().filter(names -> Names.fold(names.getFirst()).contains(Names.fold(unknown.words()))).findFirst()
                .orElseGet(() -> near.isEmpty() ? List.of() : near.getFirst());
    }

    private List<String> near(Dimension dimension, String words) {
        var names = Members.near(members.of(warehouse, dimension, scope), words);
        return names.subList(0, Math.min(NAMES, names.size()));
    }
}
