package org.salesconsultant.channels.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouses;

/** What the page shows before the first question: who is here, what data there is, what can be asked. */
public final class FirstSight {
    private static final int EXAMPLES = 6;
    /** In the order people meet them; a group that no tool belongs to is not shown. */
    private static final List<String> GROUPS = List.of("numbers", "forecast", "customers", "products", "voice", "actions");

    private final Warehouses warehouses;
    private final Toolbox toolbox;
    private final ToLongFunction<Viewer> largestImport;

    /** @param largestImport how large a file a viewer may send in, in bytes; 0: none */
    public FirstSight(Warehouses warehouses, Toolbox toolbox, ToLongFunction<Viewer> largestImport) {
        this.warehouses = warehouses;
        this.toolbox = toolbox;
        this.largestImport = largestImport;
    }

    /**
     * @param largestImport of a file that the viewer may send in, in bytes; 0: none
     * @param examples by language code; none while there is no data to ask about
     */
    public record Start(Who viewer, Data data, long largestImport, Map<String, List<Example>> examples) {}

    /** @param rep whose accounts alone are seen, or null for all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Who(String name, Role role, @Nullable String rep) {
        public static Who of(Viewer viewer) {
            return new Who(viewer.name(), viewer.role(), viewer.rep());
        }
    }

    /** @param sample whether the sample company answers, because nothing has been imported yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(String company, boolean sample, boolean empty, long lines, @Nullable LocalDate firstDay,
                       @Nullable LocalDate newestDay, @Nullable String currency) {
        static Data of(DataState state) {
            return new Data(state.company(), state.sample(), state.isEmpty(), state.lines(), state.firstDay(), state.newestDay(),
                    state.currency());
        }
    }

    /** @param group the job it belongs to, as {@link org.salesconsultant.tools.ToolPrompt} has it */
    public record Example(String group, String question) {}

    public Start of(Viewer viewer) {
        var state = warehouses.current().state();
        var data = Data.of(state);
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        for (var language : Language.values()) {
            examples.put(language.code(), data.empty() ? List.of() : examples(viewer, state, language.code()));
        }
        return new Start(Who.of(viewer), data, largestImport.applyAsLong(viewer), examples);
    }

    /** Each group's tools in turn, so that six questions show as many jobs as there are. */
    private List<Example> examples(Viewer viewer, DataState state, String language) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        for (var tool : toolbox.names()) {
            var prompt = toolbox.prompt(tool);
            var own = prompt.examples().getOrDefault(language, List.of());
            if (toolbox.offers(viewer, tool, state) && !own.isEmpty()) {
                questions.computeIfAbsent(prompt.group(), any -> new ArrayList<>()).add(own.getFirst());
            }
        }
        List<Example> chosen = new ArrayList<>();
        for (int turn = 0; chosen.size() < EXAMPLES && turn < toolbox.names().size(); turn++) {
            for (var group : GROUPS) {
                var own = questions.getOrDefault(group, List.of());
                if (turn < own.size() && chosen.size() < EXAMPLES) {
                    chosen.add(new Example(group, own.get(turn)));
                }
            }
        }
        chosen.sort(Comparator.comparingInt(example -> GROUPS.indexOf(example.group())));
        return List.copyOf(chosen);
    }
}
