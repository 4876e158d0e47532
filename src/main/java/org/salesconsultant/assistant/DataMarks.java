package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Status;

/**
 * The texts from data in one conversation as a language model sees them: {@code [[1]]}, {@code [[2]]}, in the order they came. What
 * can say nothing to a model (a word, a number, a period, a country) and what a question named itself stay as they are. The same
 * messages always give the same marks, and messages that are added leave those before as they were.
 */
final class DataMarks {
    private static final Pattern MARK = Pattern.compile("\\[\\[(\\d+)]]");
    private static final Pattern BEGUN = Pattern.compile("\\[(?:\\[\\d*]?)?$");
    private static final Pattern WORD_OR_PERIOD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’&+/-]{0,23}|[\\p{L}\\p{N}]{2,9} \\d{4}");
    /** A sentence of Chinese has no blanks. */
    private static final int LONGEST_CHINESE_WORD = 6;
    private static final List<String> COUNTRIES = Stream.of(Locale.ENGLISH, Locale.CHINESE)
            .flatMap(language -> Stream.of(Locale.getISOCountries()).map(code -> Locale.of("", code).getDisplayCountry(language))).toList();
    /** What stands for an answer whose findings are no longer there to tell its names by. */
    private static final String LEFT_OUT = "…";

    private final List<ChatMessage> messages;
    private final String questions;
    private final List<String> texts = new ArrayList<>();
    private final Pattern anyText;

    DataMarks(List<ChatMessage> messages) {
        this.messages = messages;
        this.questions = String.join("\n", messages.stream().filter(UserMessage.class::isInstance)
                .map(message -> ((UserMessage) message).singleText()).toList()).toLowerCase(Locale.ROOT);
        messages.stream().filter(ToolExecutionResultMessage.class::isInstance).map(message -> result((ToolExecutionResultMessage) message))
                .forEach(this::gather);
        anyText = Pattern.compile(texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|", "", texts.isEmpty() ? "(?!)" : "")));
    }

    /** How much of a text ends before a mark that may have begun. */
    static int lastComplete(CharSequence text) {
        var begun = BEGUN.matcher(text);
        return begun.find() ? begun.start() : text.length();
    }

    /** The messages as the model reads them. */
    List<ChatMessage> hidden() {
        List<ChatMessage> hidden = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            boolean first = i > 0 && messages.get(i - 1) instanceof UserMessage;
            hidden.add(switch (messages.get(i)) {
                case ToolExecutionResultMessage result -> ToolExecutionResultMessage.from(result.id(), result.toolName(), hidden(result));
                case AiMessage reply -> first && !reply.hasToolExecutionRequests() ? AiMessage.from(LEFT_OUT) : hidden(reply);
                case ChatMessage other -> other;
            });
        }
        return hidden;
    }

    /** A model's text with its marks put back; one that stands for nothing stays. */
    String shown(String text) {
        return MARK.matcher(text).replaceAll(mark -> {
            int number = mark.group(1).length() > 6 ? 0 : Integer.parseInt(mark.group(1));
            return Matcher.quoteReplacement(number >= 1 && number <= texts.size() ? texts.get(number - 1) : mark.group());
        });
    }

    /** The same for a model's arguments, which may not be JSON at all. */
    String shownInJson(String arguments) {
        return MARK.matcher(arguments).find() ? inStrings(arguments, this::shown) : arguments;
    }

    private AiMessage hidden(AiMessage reply) {
        var text = reply.text();
        return reply.toBuilder().text(text == null ? null : hidden(text)).toolExecutionRequests(reply.toolExecutionRequests().stream()
                .map(call -> call.toBuilder().arguments(inStrings(call.arguments(), this::hidden)).build()).toList()).build();
    }

    private String hidden(ToolExecutionResultMessage message) {
        var result = result(message);
        if (result == null) {
            return hidden(String.valueOf(message.text()));
        }
        result.remove(ToolResult.NAMES);
        return changed(result, this::hidden).toString();
    }

    private String hidden(String text) {
        return anyText.matcher(text).replaceAll(name -> "[[" + (texts.indexOf(name.group()) + 1) + "]]");
    }

    /** Of a finding its names; all of what was said instead of one, where names stand among the words. */
    private void gather(@Nullable ObjectNode result) {
        if (result == null) {
            return;
        }
        var status = result.path("status").asText();
        if (status.equals(Status.EMPTY.word()) || status.equals(Status.CLARIFY.word())) {
            gather(result.path("summary").asText());
        }
        result.path("rows").forEach(row -> row.forEach(cell -> gather(cell.isTextual() ? cell.asText() : "")));
        result.path(ToolResult.NAMES).forEach(name -> gather(name.asText()));
    }

    private void gather(String text) {
        if (!text.isBlank() && !texts.contains(text) && !saysNothing(text)) {
            texts.add(text);
        }
    }

    private boolean saysNothing(String text) {
        return WORD_OR_PERIOD.matcher(text).matches()
                && text.codePoints().filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN).count() <= LONGEST_CHINESE_WORD
                || COUNTRIES.contains(text) || questions.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Null for what is no {@link ToolResult}: a mistake in a call, in words. */
    private static @Nullable ObjectNode result(ToolExecutionResultMessage message) {
        try {
            return Json.MAPPER.readTree(String.valueOf(message.text())) instanceof ObjectNode result ? result : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String inStrings(String json, UnaryOperator<String> change) {
        try {
            return changed(Json.MAPPER.readTree(json), change).toString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(change.apply(text.textValue()));
            case ArrayNode list -> list.arrayNode().addAll(StreamSupport.stream(list.spliterator(), false).map(one -> changed(one, change)).toList());
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), changed(field.getValue(), change)));
                yield copy;
            }
            default -> node;
        };
    }
}
