package org.salesconsultant.assistant.helpdesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.salesconsultant.assistant.helpdesk.Reply.Citation;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouse;

/** What the documents for customers say, looked up as somebody who may read no others. */
final class Documents {
    private static final String TOOL = "search_knowledge";
    private static final Viewer CUSTOMER = new Viewer("helpdesk", "helpdesk", Role.SERVICE, null);

    private final Toolbox toolbox;

    /** @param score 0 to 1, higher is nearer */
    record Passage(Citation citation, double score) {}

    Documents(Toolbox toolbox) {
        this.toolbox = toolbox;
    }

    /** The passages near a text, the nearest first. */
    List<Passage> near(String text, Language language, Warehouse warehouse) {
        try {
            var outcome = toolbox.call(TOOL, Json.MAPPER.writeValueAsString(Map.of("query", text)), CUSTOMER, language, warehouse, step -> {});
            return outcome instanceof Outcome.Found(var finding) ? finding.rows().stream().map(row -> new Passage(new Citation(String.valueOf(row.get(0)),
                    String.valueOf(row.get(1)), String.valueOf(row.get(2))), ((Number) Objects.requireNonNull(row.get(3))).doubleValue())).toList() : List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
