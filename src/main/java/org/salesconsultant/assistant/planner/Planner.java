package org.salesconsultant.assistant.planner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.salesconsultant.assistant.EmbeddedBrain;
import org.salesconsultant.assistant.MemberNames;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.planner.reading.MemberIndex;
import org.salesconsultant.assistant.planner.reading.NamesInText;
import org.salesconsultant.assistant.planner.reading.Reader;
import org.salesconsultant.assistant.planner.reading.Spelling;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.ToolPrompt;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * The embedded brain: makes a {@link PlannerModel} for each turn. What it knows of words and tools is read once; the names of a
 * warehouse are kept for each scope as long as the data stands. Safe for many threads.
 */
public final class Planner implements EmbeddedBrain {
    private static final int INDEXES_KEPT = 50;
    /** Sees every tool there is; whether the viewer may call one is decided where it is called. */
    private static final Viewer ALL_TOOLS = new Viewer("planner", "planner", Role.ADMIN, null);

    private final LearnedFile learned;
    private final Members members;
    private volatile PlannerKnowledge knowledge;
    private final Cache<Key, Names> indexes = Caffeine.newBuilder().maximumSize(INDEXES_KEPT).build();

    /** What members are called, and how words near those and all others are spelt. */
    private record Names(MemberIndex index, Spelling spelling) {}

    private record Key(Path warehouse, long version, RowScope scope) {}

    /** @throws org.salesconsultant.sales.UserError when {@code prompts/planner.yaml} is missing or broken, or what was learned has a mistake */
    public Planner(Home home, SemanticModel model, Members members, IntentLearner learner, Predicate<String> isWord, Toolbox toolbox) {
        this(home, model, members, learner, isWord, tools(toolbox));
    }

    Planner(Home home, SemanticModel model, Members members, IntentLearner learner, Predicate<String> isWord, Map<ToolSpecification, ToolPrompt> tools) {
        var taught = new PlannerKnowledge(home, model, learner, isWord, tools);
        this.learned = new LearnedFile(home, taught);
        this.knowledge = taught.with(learned.current());
        this.members = members;
    }

    /** With what has been learned by now. */
    private PlannerKnowledge knowledge() {
        var current = learned.current();
        if (knowledge.learned() != current) {
            synchronized (this) {
                knowledge = knowledge.with(current);
            }
        }
        return knowledge;
    }

    /**
     * Learns the question of an answer that was rated right: it stands in {@code prompts/learned/questions.yaml} then.
     *
     * @throws org.salesconsultant.sales.UserError when it cannot be learned, with the reason
     */
    public LearnedQuestion learn(Ratings.Rated rated, Warehouse warehouse) {
        var planning = planning(ALL_TOOLS, Language.of(rated.question()), warehouse);
        var question = new Acceptance(knowledge().of(members.model(warehouse)), planning, warehouse.state().periods()).of(rated);
        learned.add(question);
        return question;
    }

    private static Map<ToolSpecification, ToolPrompt> tools(Toolbox toolbox) {
        Map<ToolSpecification, ToolPrompt> tools = new LinkedHashMap<>();
        toolbox.specifications(ALL_TOOLS).forEach(tool -> tools.put(tool, toolbox.prompt(tool.name())));
        return tools;
    }

    /** Begins in the background what the first question would wait for. */
    public void warmUp() {
        knowledge().choice().examples().warmUp();
    }

    @Override
    public PlannerModel model(Viewer viewer, Language language, Warehouse warehouse) {
        var planning = planning(viewer, language, warehouse);
        var knowledge = knowledge();
        return new PlannerModel(planning, knowledge, error -> knowledge.wording().say(language, "could_not", "error", error));
    }

    @Override
    public MemberNames names(Warehouse warehouse) {
        var known = knowledge().of(members.model(warehouse));
        return new NamesInText(known.lexicon(), names(known, warehouse, ALL_TOOLS.scope()).index(), warehouse.state().periods());
    }

    Planning planning(Viewer viewer, Language language, Warehouse warehouse) {
        var periods = warehouse.state().periods();
        var known = knowledge().of(members.model(warehouse));
        var names = names(known, warehouse, viewer.scope());
        var reader = new Reader(known.lexicon(), names.index(), periods, names.spelling());
        return new Planning(known, reader, language, periods, new NearNames(known.model(), members, warehouse, viewer.scope()));
    }

    private Names names(PlannerKnowledge known, Warehouse warehouse, RowScope scope) {
        return indexes.get(new Key(warehouse.database().file(), warehouse.state().version(), scope), key -> {
            var index = MemberIndex.of(knowledge.model(), members, warehouse, scope);
            return new Names(index, known.spelling(index));
        });
    }
}
