package org.salesconsultant.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * @param names texts from data that stand in title, summary or caveats and in none of these rows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ToolResult(Status status, @Nullable String title, String summary, List<String> columns,
                  List<List<@Nullable Object>> rows, @Nullable Integer rowsLeftOut, List<String> caveats,
                  List<String> names) {
    static final String NAMES = "names";
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
        var shown = more > 0 ? finding.rows().subList(0, rows) : finding.rows();
        return new ToolResult(Status.ANSWERED, finding.title(), finding.summary(), finding.columns().stream().map(Finding.Column::name).toList(),
                shown, more > 0 ? more : null, finding.caveats(), names(finding, shown));
    }

    private static List<String> names(Finding finding, List<List<@Nullable Object>> shown) {
        var words = finding.title() + "\n" + finding.summary() + "\n" + String.join("\n", finding.caveats());
        var whole = texts(Stream.concat(finding.rows().stream().flatMap(List::stream), strings(finding.arguments()))).filter(words::contains);
        var part = Stream.concat(finding.provenance().filters().stream(), texts(shown.stream().flatMap(List::stream)))
                .filter(text -> !words.contains(text)).flatMap(text -> Stream.of(beginningWithin(words, text), endWithin(words, text)));
        return Stream.concat(whole, part).filter(name -> !name.isBlank() && shown.stream().noneMatch(row -> row.contains(name))).distinct().toList();
    }

    private static Stream<String> texts(Stream<@Nullable Object> values) {
        return values.filter(String.class::isInstance).map(String.class::cast);
    }

    private static Stream<@Nullable Object> strings(@Nullable Object argument) {
        return switch (argument) {
            case null -> Stream.empty();
            case Map<?, ?> parts -> parts.values().stream().flatMap(ToolResult::strings);
            case List<?> list -> list.stream().flatMap(ToolResult::strings);
            default -> Stream.of(argument);
        };
    }

    /** A cell may hold several members, of which a sentence says the first. */
    private static String beginningWithin(String words, String text) {
        int to = text.length();
        while (to > 0 && !words.contains(text.substring(0, to))) {
            to--;
        }
        return text.substring(0, to).strip();
    }

    /** A filter says its dimension before the members, a sentence has the members in another place. */
    private static String endWithin(String words, String text) {
        int from = 0;
        while (from < text.length() && !words.contains(text.substring(from))) {
            from++;
        }
        return text.substring(from).strip();
    }

    private static ToolResult words(Outcome outcome, String message) {
        return new ToolResult(outcome.status(), null, message, List.of(), List.of(), null, List.of(), List.of());
    }
}
