package org.salesconsultant.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tools by name: who may call which, how a model sees them, and the one place they are called from. */
public final class Toolbox {
    private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);
    private static final Set<String> FOR_SERVICE = Set.of("search_knowledge");

    private final Map<String, Entry<?>> entries = new LinkedHashMap<>();

    private record Entry<A extends Record>(Tool<A> tool, ToolPrompt prompt, Wording wording, ToolSpecification specification) {}

    /** @throws UserError when a tool's prompt file is missing or broken */
    public Toolbox(Home home, List<Tool<?>> tools) {
        tools.forEach(tool -> entries.put(tool.name(), entry(home, tool)));
    }

    private static <A extends Record> Entry<A> entry(Home home, Tool<A> tool) {
        var prompt = ToolPrompt.of(home, tool.name());
        var specification = ToolSpecification.builder().name(tool.name()).description(prompt.description())
                .parameters(ArgumentSchema.of(tool.arguments(), prompt.arguments())).build();
        return new Entry<>(tool, prompt, prompt.words(tool.name()), specification);
    }

    public Set<String> names() {
        return entries.keySet();
    }

    public ToolPrompt prompt(String tool) {
        return entry(tool).prompt();
    }

    /** How the tools this viewer may call look to a model. */
    public List<ToolSpecification> specifications(Viewer viewer) {
        return entries.values().stream().filter(entry -> allowed(viewer, entry.tool().name())).map(Entry::specification).toList();
    }

    public boolean allowed(Viewer viewer, String tool) {
        return viewer.role() != Role.SERVICE || FOR_SERVICE.contains(tool);
    }

    /** Whether this viewer may call the tool and it has anything to answer from. */
    public boolean offers(Viewer viewer, String tool, DataState state) {
        return allowed(viewer, tool) && entry(tool).tool().hasMaterial(viewer, state);
    }

    /** What the tools learn ahead of the first question. Nothing without dates. */
    List<Lesson> lessons(Viewer viewer, Warehouse warehouse) {
        var state = warehouse.state();
        return state.newestDay() == null ? List.of() : entries.values().stream().flatMap(entry -> entry.tool()
                .lessons(new ToolContext(viewer, Language.ENGLISH, warehouse, state, entry.wording(), step -> {})).stream()).toList();
    }

    /**
     * Calls a tool for a viewer.
     *
     * @param arguments a JSON object
     * @param steps told what is being done
     * @throws UserError when there is no such tool or the arguments do not fit: the caller can correct them and call again
     */
    public Outcome call(String tool, String arguments, Viewer viewer, Language language, Warehouse warehouse, Consumer<String> steps) {
        return call(entry(tool), arguments, viewer, language, warehouse, steps);
    }

    private <A extends Record> Outcome call(Entry<A> entry, String arguments, Viewer viewer, Language language, Warehouse warehouse,
                                            Consumer<String> steps) {
        var name = entry.tool().name();
        if (!allowed(viewer, name)) {
            return new Outcome.Denied(language == Language.CHINESE ? "您的账号无权使用此功能。" : "Your key may not use " + name + ".");
        }
        var context = new ToolContext(viewer, language, warehouse, warehouse.state(), entry.wording(), steps);
        var read = read(entry, arguments);
        try {
            return entry.tool().run(read, context);
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
            return new Outcome.Failed(language == Language.CHINESE ? "计算时出错，请重试；若仍出错，请联系管理员查看日志。"
                    : "That computation failed. Try again; if it fails again, the server's log says why.");
        }
    }

    /** A model leaves out lists and writes null for what it does not use. */
    private static <A extends Record> A read(Entry<A> entry, String arguments) {
        try {
            var tree = Json.MAPPER.readTree(arguments.isBlank() ? "{}" : arguments);
            if (!(tree instanceof ObjectNode object)) {
                throw new UserError(UserError.Category.BAD_INPUT, "The arguments are not a JSON object.", "Send an object.");
            }
            for (RecordComponent component : entry.tool().arguments().getRecordComponents()) {
                if (List.class.isAssignableFrom(component.getType()) && !object.hasNonNull(component.getName())) {
                    object.set(component.getName(), new ArrayNode(Json.MAPPER.getNodeFactory()));
                }
            }
            return Json.MAPPER.treeToValue(object, entry.tool().arguments());
        } catch (JsonMappingException e) {
            var path = e.getPath().stream().map(step -> step.getFieldName()).collect(Collectors.joining("."));
            throw new UserError(UserError.Category.BAD_INPUT, "Argument \"" + path + "\" of " + entry.tool().name() + " does not fit: "
                    + e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\(class [^)]*\\)", "") + ".",
                    "Arguments: " + String.join(", ", entry.prompt().arguments().keySet()) + ".");
        } catch (JsonProcessingException e) {
            throw new UserError(UserError.Category.BAD_INPUT, "The arguments of " + entry.tool().name() + " are not JSON.", "Send a JSON object.");
        }
    }

    private Entry<?> entry(String tool) {
        @Nullable Entry<?> entry = entries.get(tool);
        if (entry == null) {
            throw new UserError(UserError.Category.BAD_INPUT, "There is no tool \"" + tool + "\".", "Tools: " + String.join(", ", names()) + ".");
        }
        return entry;
    }
}
