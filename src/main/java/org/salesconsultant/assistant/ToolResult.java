package org.salesconsultant.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Status;

/**
 * What a model is told of a tool's outcome: only what it needs to phrase an answer.
 *
 * @param rows the first rows; the viewer sees all of them beside the text
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ToolResult(Status status, @Nullable String title, String summary, List<String> columns,
                  List<List<@Nullable Object>> rows, @Nullable Integer rowsLeftOut, List<String> caveats) {
    private static final int ROWS = 30;

    static String json(Outcome outcome) {
        try {
            return Json.MAPPER.writeValueAsString(of(outcome));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a result that a model was given brought a finding. */
    static boolean isAnswer(@Nullable String json) {
        try {
            return json != null && Status.ANSWERED.word().equals(Json.MAPPER.readTree(json).path("status").asText());
        } catch (JsonProcessingException notOurs) {
            return false;
        }
    }

    private static ToolResult of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var finding) -> of(finding);
            case Outcome.Empty(var message, var near) -> words(outcome, message);
            case Outcome.Clarify(var message, var options) -> words(outcome, message);
            case Outcome.Denied(var message) -> words(outcome, message);
            case Outcome.OutOfScope(var message, var instead) -> words(outcome, message);
            case Outcome.Failed(var message) -> words(outcome, message);
        };
    }

    private static ToolResult of(Finding finding) {
        int more = finding.rows().size() - ROWS;
        return new ToolResult(Status.ANSWERED, finding.title(), finding.summary(),
                finding.columns().stream().map(Finding.Column::name).toList(),
                more > 0 ? finding.rows().subList(0, ROWS) : finding.rows(), more > 0 ? more : null, finding.caveats());
    }

    private static ToolResult words(Outcome outcome, String message) {
        return new ToolResult(outcome.status(), null, message, List.of(), List.of(), null, List.of());
    }
}
