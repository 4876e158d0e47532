package org.salesconsultant.assistant.planner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Json;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * Writes slots as a tool's arguments and reads them back, by the names of the tool's parameters: a tool made later is filled
 * without a change here, as long as it names its parameters in the words of DESIGN.md §4.
 */
final class Arguments {
    /** Dimensions that tools take by a parameter of their own. */
    private static final List<String> SUBJECTS = List.of("customer", "product", "rep", "region", "campaign");

    private final SemanticModel model;
    private final ToolSpecification tool;
    private final Set<String> parameters;

    Arguments(SemanticModel model, ToolSpecification tool) {
        this.model = model;
        this.tool = tool;
        this.parameters = tool.parameters() == null ? Set.of() : tool.parameters().properties().keySet();
    }

    /** The same for what one warehouse can be asked. */
    Arguments with(SemanticModel other) {
        return new Arguments(other, tool);
    }

    /** The parameters that the tool cannot do without and the slots do not fill. */
    List<String> missing(Slots slots) {
        if (tool.parameters() == null) {
            return List.of();
        }
        var written = object(slots);
        return tool.parameters().required().stream().filter(name -> !written.hasNonNull(name)).toList();
    }

    /** The names of arguments that the tool does not have, or that slots cannot hold; what is empty or false says nothing. */
    List<String> lost(String arguments) {
        var kept = object(read(arguments));
        List<String> lost = new ArrayList<>();
        try {
            Json.MAPPER.readTree(arguments).properties().forEach(argument -> {
                var value = argument.getValue();
                boolean says = !value.isNull() && !(value.isContainerNode() && value.isEmpty()) && !(value.isBoolean() && !value.asBoolean());
                if (says && !kept.hasNonNull(argument.getKey())) {
                    lost.add(argument.getKey());
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return lost;
    }

    /** Whether the tool can be told everything in the slots that narrows its answer. */
    boolean takes(Slots slots) {
        boolean filters = parameters.contains("filters") || slots.filters().stream().allMatch(filter -> isSubject(filter.dimension()) && !Slots.isExclusion(filter));
        boolean dimensions = parameters.contains("dimensions") || slots.dimensions().stream().allMatch(this::takesDimension);
        return filters && dimensions && (slots.period() == null || parameters.contains("period"))
                && (slots.compareTo() == null || parameters.contains("compareTo"))
                && (slots.horizon() == null || parameters.contains("horizon"))
                && (slots.limit() == null || parameters.contains("limit") || parameters.contains("k"))
                && (slots.extras().equals(Slots.Extras.NONE) || parameters.contains("share"))
                && (slots.metrics().size() < 2 || parameters.contains("metrics"));
    }

    private boolean takesDimension(String name) {
        return model.dimension(name).isTime() ? parameters.contains("grain") : parameters.contains("dimension") || SUBJECTS.contains(name) && !parameters.contains("metric");
    }

    private boolean isSubject(String dimension) {
        return SUBJECTS.contains(dimension) && (parameters.contains(dimension) || parameters.contains(dimension + "s"));
    }

    String json(Slots slots) {
        try {
            return Json.MAPPER.writeValueAsString(object(slots));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode object(Slots slots) {
        var json = Json.MAPPER.createObjectNode();
        for (var name : parameters) {
            var value = value(name, slots);
            if (value != null && !(value instanceof ArrayNode array && array.isEmpty())) {
                json.set(name, value);
            }
        }
        return json;
    }

    private @Nullable JsonNode value(String parameter, Slots slots) {
        var nodes = Json.MAPPER.getNodeFactory();
        return switch (parameter) {
            case "metrics" -> Json.MAPPER.valueToTree(slots.metrics());
            case "metric" -> slots.metrics().isEmpty() ? null : nodes.textNode(slots.metrics().getFirst());
            case "dimensions" -> Json.MAPPER.valueToTree(slots.dimensions());
            case "dimension" -> slots.dimensions().stream().filter(name -> !model.dimension(name).isTime()).findFirst().map(nodes::textNode).orElse(null);
            case "filters" -> Json.MAPPER.valueToTree(slots.filters().stream().filter(filter -> !isSubject(filter.dimension())).toList());
            case "period" -> slots.period() == null ? null : nodes.textNode(slots.period());
            case "compareTo" -> slots.compareTo() == null ? null : nodes.textNode(slots.compareTo());
            case "orderBy" -> slots.order() == null ? null : order(slots.order());
            case "limit", "k" -> slots.limit() == null ? null : nodes.numberNode(slots.limit());
            case "grain" -> grain(slots) == null ? null : nodes.textNode(grain(slots));
            case "horizon" -> slots.horizon() == null ? null : nodes.numberNode(slots.horizon().steps());
            case "share" -> slots.extras().share() ? nodes.booleanNode(true) : null;
            case "others" -> slots.extras().others() ? nodes.booleanNode(true) : null;
            case "running" -> slots.extras().running() == null ? null : nodes.textNode(slots.extras().running());
            case "window" -> slots.extras().window() == null || slots.extras().running() == null ? null : nodes.numberNode(slots.extras().window());
            case "driver" -> slots.scenario() == null ? null : nodes.textNode(slots.scenario().driver());
            case "change" -> slots.scenario() == null || slots.scenario().change() == null ? null : nodes.numberNode(slots.scenario().change());
            case "by" -> slots.by() == null ? null : nodes.textNode(slots.by());
            case "query", "purpose" -> slots.text() == null ? null : nodes.textNode(slots.text());
            case "products" -> Json.MAPPER.valueToTree(slots.members("product"));
            case "entity" -> SUBJECTS.stream().flatMap(name -> slots.members(name).stream()).findFirst().map(nodes::textNode).orElse(null);
            case String subject when SUBJECTS.contains(subject) -> slots.members(subject).isEmpty() ? null : nodes.textNode(slots.members(subject).getFirst());
            case String unused -> null;
        };
    }

    private static JsonNode node(Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    private JsonNode order(Slots.Order order) {
        boolean inWords = tool.parameters() != null && tool.parameters().properties().get("orderBy") instanceof JsonStringSchema;
        return node(inWords ? order.by() + (order.descending() ? " desc" : " asc") : order);
    }

    private @Nullable String grain(Slots slots) {
        return slots.horizon() != null ? slots.horizon().grain().word()
                : slots.dimensions().stream().filter(name -> model.dimension(name).isTime() && isGrain(name)).findFirst().orElse(null);
    }

    private static boolean isGrain(String name) {
        return java.util.Arrays.stream(Grain.values()).anyMatch(grain -> grain.word().equals(name));
    }

    /** The slots that arguments were written from; what is not JSON gives empty ones. */
    static Slots read(String arguments) {
        try {
            var json = Json.MAPPER.readTree(arguments);
            List<Filter> filters = new ArrayList<>();
            for (var filter : json.path("filters")) {
                filters.add(Json.MAPPER.treeToValue(filter, Filter.class));
            }
            for (var subject : SUBJECTS) {
                if (json.hasNonNull(subject)) {
                    filters.add(new Filter(subject, Filter.Operator.IS, List.of(json.path(subject).asText())));
                }
            }
            var products = texts(json.path("products"));
            if (!products.isEmpty()) {
                filters.add(new Filter("product", products.size() == 1 ? Filter.Operator.IS : Filter.Operator.IN, products));
            }
            var metrics = json.hasNonNull("metric") ? List.of(json.path("metric").asText()) : texts(json.path("metrics"));
            var dimensions = new ArrayList<>(texts(json.path("dimensions")));
            if (json.hasNonNull("dimension")) {
                dimensions.add(json.path("dimension").asText());
            }
            return new Slots(metrics, List.copyOf(dimensions), List.copyOf(filters), text(json, "period"), text(json, "compareTo"), order(json.path("orderBy")),
                    json.hasNonNull("limit") ? Integer.valueOf(json.path("limit").asInt()) : null, horizon(json), text(json, "by"), text(json, "query"),
                    new Slots.Extras(json.path("share").asBoolean(), json.path("others").asBoolean(), text(json, "running"),
                            json.hasNonNull("window") ? Integer.valueOf(json.path("window").asInt()) : null), scenario(json));
        } catch (JsonProcessingException e) {
            return Slots.EMPTY;
        }
    }

    private static Slots.@Nullable Scenario scenario(JsonNode json) {
        var driver = text(json, "driver");
        return driver == null ? null : new Slots.Scenario(driver, json.hasNonNull("change") ? Double.valueOf(json.path("change").asDouble()) : null);
    }

    private static Slots.@Nullable Horizon horizon(JsonNode json) {
        return json.hasNonNull("horizon") && json.hasNonNull("grain")
                ? new Slots.Horizon(Grain.of(json.path("grain").asText()), json.path("horizon").asInt()) : null;
    }

    private static Slots.@Nullable Order order(JsonNode json) {
        if (json.isObject()) {
            return new Slots.Order(json.path("by").asText(), json.path("descending").asBoolean(true));
        }
        var words = json.asText().split(" ");
        return words[0].isBlank() ? null : new Slots.Order(words[0], !words[words.length - 1].startsWith("asc"));
    }

    /** A period in words, or its two dates as an LLM may write them. */
    private static @Nullable String text(JsonNode json, String name) {
        var value = json.path(name);
        if (value.isObject()) {
            return value.path("from").asText() + " to " + value.path("lastDay").asText();
        }
        return value.isTextual() ? value.asText() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }
}
