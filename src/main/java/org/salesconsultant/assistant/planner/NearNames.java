package org.salesconsultant.assistant.planner;

import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** What there is for a viewer: whether a plan names it, and names like one that nobody has. */
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

    /** Whether all that the slots name is modelled, and each member somebody the viewer may know of. */
    boolean has(Slots slots) {
        return slots.metrics().stream().allMatch(model::hasMetric) && slots.dimensions().stream().allMatch(model::hasDimension)
                && slots.filters().stream().allMatch(filter -> model.hasMetric(filter.dimension()) || model.hasDimension(filter.dimension()) && has(filter));
    }

    private boolean has(Filter filter) {
        var dimension = model.dimension(filter.dimension());
        if (dimension.isTime() || filter.op() == Filter.Operator.CONTAINS || filter.op().isOrdering()) {
            return true;
        }
        var known = members.of(warehouse, dimension, scope);
        return filter.values().stream().map(Names::fold).allMatch(value -> known.stream().anyMatch(member -> member.words().contains(value)));
    }

    private List<String> near(Dimension dimension, String words) {
        var names = Members.near(members.of(warehouse, dimension, scope), words);
        return names.subList(0, Math.min(NAMES, names.size()));
    }
}
