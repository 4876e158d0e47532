package org.salesconsultant.warehouse.semantic;

import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Names;

/** A company whose customer list has segments means these by the word: a header of the data's own wins over ours. */
final class OwnSegments {
    /** The headers that runs took the type of a customer from. */
    private static final String HEADERS_OF_TYPES = """
            SELECT DISTINCT json_extract(mapping, '$.header[' || json_extract(mapping, '$.columns.positions.customer_type[0]') || ']') FROM import_run
            WHERE json_valid(mapping) AND json_extract(mapping, '$.columns.positions.customer_type[0]') IS NOT NULL""";

    private OwnSegments() {}

    /** The model with the data's own segments under our name, where there are any. */
    static SemanticModel in(Handle handle, SemanticModel model) {
        var ours = model.segments().orElseThrow();
        var attribute = handle.createQuery("SELECT DISTINCT name FROM attribute WHERE of = 'customer'").mapTo(String.class).filter(name -> isCalled(model, ours, name)).findFirst();
        if (attribute.isPresent()) {
            return model.with(ours, new Dimension(ours.name(), ours.label(), ours.synonyms(), Source.CUSTOMER_ATTRIBUTE, attribute.get()));
        }
        boolean asType = handle.createQuery(HEADERS_OF_TYPES).mapTo(String.class).filter(header -> isCalled(model, ours, header)).findFirst().isPresent();
        return asType ? model.with(ours, new Dimension(ours.name(), ours.label(), ours.synonyms(), Source.CUSTOMER_TYPE, null)) : model;
    }

    private static boolean isCalled(SemanticModel model, Dimension ours, String header) {
        var words = Names.fold(header.replace('_', ' '));
        return model.isCalled(ours, words) || model.isCalled(ours, "by " + words);
    }
}
