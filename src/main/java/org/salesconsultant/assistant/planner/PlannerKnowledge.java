package org.salesconsultant.assistant.planner;

import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salesconsultant.assistant.planner.reading.Lexicon;
import org.salesconsultant.assistant.planner.reading.MemberIndex;
import org.salesconsultant.assistant.planner.reading.Reader;
import org.salesconsultant.assistant.planner.reading.Spelling;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.tools.ToolPrompt;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** What the planner knows whoever asks: words, tools, example questions. Immutable, safe for many threads. */
final class PlannerKnowledge {
    private final SemanticModel model;
    private final Lexicon lexicon;
    private final Predicate<String> isWord;
    private final PlannerPrompt prompt;
    private final Wording wording;
    private final Map<String, Arguments> tools = new HashMap<>();
    private final Clauses clauses;
    private final LearnedQuestions learned;
    private final Function<LearnedQuestions, ToolChoice> choices;
    private final ToolChoice choice;

    /**
     * @param isWord whether a word in small letters is one of English, and no slip of another
     * @param tools every tool there is, with its prompt file
     * @throws org.salesconsultant.sales.UserError when {@code prompts/planner.yaml} is missing or broken
     */
    PlannerKnowledge(Home home, SemanticModel model, IntentLearner learner, Predicate<String> isWord, Map<ToolSpecification, ToolPrompt> tools) {
        this.model = model;
        this.isWord = isWord;
        this.prompt = PlannerPrompt.read(home);
        this.wording = prompt.sentences();
        this.lexicon = new Lexicon(model, prompt.words());
        this.clauses = new Clauses(new Asides(prompt.asides()));
        tools.keySet().forEach(tool -> this.tools.put(tool.name(), new Arguments(model, tool)));
        var anyTime = new Periods(java.time.LocalDate.of(2000, 1, 1), java.time.LocalDate.of(2020, 12, 15));
        var nobody = new MemberIndex();
        var reader = new Reader(lexicon, nobody, anyTime, Spelling.of(lexicon, nobody, Map.of(), isWord));
        this.learned = LearnedQuestions.NONE;
        this.choices = questions -> ToolChoice.of(this.tools.keySet(), learner, examples(tools, questions), prompt.beyond(), reader, new Masking(model));
        this.choice = choices.apply(learned);
    }

    private PlannerKnowledge(PlannerKnowledge known, SemanticModel model, LearnedQuestions learned) {
        this.model = model;
        this.isWord = known.isWord;
        this.prompt = known.prompt;
        this.wording = known.wording;
        this.clauses = known.clauses;
        this.lexicon = known.lexicon.with(model.dimensions().stream().filter(dimension -> !known.model.hasDimension(dimension.name())).toList());
        known.tools.forEach((name, arguments) -> tools.put(name, arguments.with(model)));
        this.learned = learned;
        this.choices = known.choices;
        this.choice = learned == known.learned ? known.choice : choices.apply(learned);
    }

    /** The same for what one warehouse can be asked: attributes that its files give to members are dimensions too. */
    PlannerKnowledge of(SemanticModel ofWarehouse) {
        return ofWarehouse == model ? this : new PlannerKnowledge(this, ofWarehouse, learned);
    }

    /** The same with other learned questions; the tools of those like them are learned when the next question needs it. */
    PlannerKnowledge with(LearnedQuestions questions) {
        return questions == learned ? this : new PlannerKnowledge(this, model, questions);
    }

    LearnedQuestions learned() {
        return learned;
    }

    private Map<Language, Map<String, List<String>>> examples(Map<ToolSpecification, ToolPrompt> tools, LearnedQuestions learned) {
        Map<Language, Map<String, List<String>>> examples = new HashMap<>();
        for (var language : Language.values()) {
            Map<String, List<String>> byTool = new LinkedHashMap<>();
            tools.forEach((tool, file) -> byTool.put(tool.name(), file.examples().getOrDefault(language.code(), List.of())));
            prompt.capabilities().forEach((tool, capability) -> byTool.merge(tool, capability.examples().getOrDefault(language.code(), List.of()),
                    PlannerKnowledge::joined));
            learned.examples(language).forEach((tool, questions) -> byTool.merge(tool, questions, PlannerKnowledge::joined));
            examples.put(language, byTool);
        }
        return examples;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    SemanticModel model() {
        return model;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Wording wording() {
        return wording;
    }

    /** How a message is cut into sentences. */
    Clauses clauses() {
        return clauses;
    }

    ToolChoice choice() {
        return choice;
    }

    /** Mends what is written in a question about these members. */
    Spelling spelling(MemberIndex members) {
        return Spelling.of(lexicon, members, prompt.abbreviations(), isWord);
    }

    Map<String, String> abbreviations() {
        return prompt.abbreviations();
    }

    Map<String, List<String>> rankings() {
        return prompt.rankings();
    }

    PlannerPrompt prompt() {
        return prompt;
    }

    List<String> prospects() {
        return prompt.prospects();
    }

    boolean has(String tool) {
        return tools.containsKey(tool);
    }

    /** @param tool one that is there */
    Arguments arguments(String tool) {
        return java.util.Objects.requireNonNull(tools.get(tool));
    }

    /** What a tool that is not there would do. */
    String label(String tool, Language language) {
        var capability = prompt.capabilities().get(tool);
        return capability == null ? tool.replace('_', ' ') : capability.label(language);
    }
}
