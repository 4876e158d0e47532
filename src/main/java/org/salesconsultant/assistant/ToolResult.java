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
 * What a model is told of a tool's outcome: only what it needs to phrase an answer, and no more of it than the turn's tokens allow.
 *
 * @param rows the first rows; the viewer sees all of them beside the text
 * @param rowsLeftOut how many the model is not shown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ToolResult(Status status, @Nullable String title, String summary, List<String> columns,
                  List<List<@Nullable Object>> rows, @Nullable Integer rowsLeftOut, List<String> caveats) {
    private static final int ROWS = 30;

    /** @param tokens at most so many, unless title, summary and caveats alone need more */
    static String json(Outcome outcome, int tokens) {
        int rows = ROWS;
        var json = json(of(outcome, rows));
        while (rows > 0 && TokenBudget.tokens(json) > tokens) {
            rows /= 2;
            json = json(of(outcome, rows));
        }
        return json;
    }

    private static String json(ToolResult result) {
        try {
            return Json.MAPPER.writeValueAsString(result);
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

    private static ToolResult of(Outcome outcome, int rows) {
        return switch (outcome) {
            case Outcome.Found(var finding) -> of(finding, rows);
            case Outcome.Empty(var message, var near) -> words(outcome, message);
            case Outcome.Clarify(var message, var options) -> words(outcome, message);
            case Outcome.Denied(var message) -> words(outcome, message);
            case Outcome.OutOfScope(var message, var instead) -> words(outcome, message);
            case Outcome.Failed(var message) -> words(outcome, message);
        };
    }

    private static ToolResult of(Finding finding, int rows) {
        int more = finding.rows().size() - rows;
        return new ToolResult(Status.ANSWERED, finding.title(), finding.summary(),
                finding.columns().stream().map(Finding.Column::name).toList(),
                more > 0 ? finding.rows().subList(0, rows) : finding.rows(), more > 0 ? more : null, finding.caveats());
    }

    private static ToolResult words(Outcome outcome, String message) {
        return new ToolResult(outcome.status(), null, message, List.of(), List.of(), null, List.of());
    }
}
