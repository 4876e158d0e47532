package org.salesconsultant.assistant;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.Warehouses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Turns a question into an answer: the LLM brain where one is configured, the embedded one else and whenever the LLM fails
 * or answers without a finding. Safe for many threads; the turns of one conversation run one after the other.
 */
public final class Assistant {
    /** Longer messages are refused: no question about sales needs more. */
    public static final int LONGEST_MESSAGE = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final int TURNS_REMEMBERED = 8;
    private static final int SUGGESTIONS = 4;
    private static final Duration EMBEDDED_LIMIT = Duration.ofSeconds(60);

    private final Warehouses warehouses;
    private final Toolbox toolbox;
    private final Agent agent;
    private final Conversations conversations;
    private final EmbeddedBrain embedded;
    private final @Nullable Llm llm;
    private final AssistantPrompt prompt;
    private final Wording wording;
    private final LoadingCache<String, ReentrantLock> turns = Caffeine.newBuilder().weakValues().build(id -> new ReentrantLock(true));

    /** @param llm null where none is configured */
    public Assistant(Warehouses warehouses, Toolbox toolbox, Conversations conversations, EmbeddedBrain embedded, @Nullable Llm llm,
                     AssistantPrompt prompt) {
        this.warehouses = warehouses;
        this.toolbox = toolbox;
        this.agent = new Agent(toolbox, prompt.conclude());
        this.conversations = conversations;
        this.embedded = embedded;
        this.llm = llm;
        this.prompt = prompt;
        this.wording = prompt.words();
    }

    /** What has become of the language model's work since the start; empty where none is configured. */
    public Optional<LlmTally> llmTally() {
        return Optional.ofNullable(llm).map(Llm::tally);
    }

    /**
     * Answers, and keeps the turn.
     *
     * @throws UserError for an empty or too long message, or a conversation that is not the viewer's
     */
    public Answer ask(Question question, TurnListener listener) {
        if (question.text().isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message is empty.", "Ask something, e.g. \"revenue by month\".");
        }
        if (question.text().length() > LONGEST_MESSAGE) {
            throw new UserError(UserError.Category.TOO_LARGE, "The message has " + question.text().length() + " characters.",
                    "Send at most " + LONGEST_MESSAGE + ".");
        }
        var conversationId = conversations.open(question);
        var turn = turns.get(conversationId);
        turn.lock();
        try {
            return answer(question, conversationId, listener);
        } finally {
            turn.unlock();
        }
    }

    /** Answers the rehearsal's questions for nobody and keeps nothing: whoever asks first need not wait for what is read and compiled first. */
    public void rehearse(Viewer viewer) {
        var warehouse = warehouses.current();
        if (!warehouse.state().isEmpty()) {
            prompt.rehearsal().forEach(text -> embedded(new Question(text, viewer, null, null), Language.of(text), warehouse, List.of(), TurnListener.NONE, ""));
        }
    }

    /** An answer being made. @param memory the turn's messages, to be remembered */
    private record Draft(Brain brain, String text, Turn turn, Memory memory) {}

    private Answer answer(Question question, String conversationId, TurnListener listener) {
        long began = System.nanoTime();
        var messageId = Ids.next("m");
        listener.started(conversationId, messageId);
        var language = question.language() == null ? Language.of(question.text()) : question.language();
        var warehouse = warehouses.current();
        if (warehouse.state().isEmpty()) {
            return keep(question, conversationId, messageId, began, wording.say(language, "nothing_imported"),
                    new Outcome.OutOfScope("", List.of()), Brain.EMBEDDED, List.of(), new Memory(List.of(), 0), listener);
        }
        var remembered = conversations.memories(conversationId, TURNS_REMEMBERED);
        var draft = draft(question, language, warehouse, remembered, listener);
        var decisive = draft.turn().decisive().orElseGet(() -> new Outcome.Failed(wording.say(language, "failed")));
        var text = draft.text().isBlank() ? words(decisive) : draft.text();
        return keep(question, conversationId, messageId, began, text, decisive, draft.brain(), draft.turn().findings(), draft.memory(),
                draft.text().isBlank() ? listener : TurnListener.NONE);
    }

    private Draft draft(Question question, Language language, Warehouse warehouse, List<String> remembered, TurnListener listener) {
        if (llm == null) {
            return embedded(question, language, warehouse, remembered, listener, "");
        }
        try {
            return llm.ask(() -> withLlm(llm, question, language, warehouse, remembered, listener));
        } catch (Agent.BrainFailed e) {
            LOG.atLevel(e.why().isFailure() ? Level.WARN : Level.INFO).log("the embedded brain takes over ({}): {}", e.why().word(), e.getMessage());
            return embedded(question, language, warehouse, remembered, listener,
                    e.why().isFailure() ? wording.say(language, "fallback") + " " : "");
        }
    }

    private Draft withLlm(Llm brain, Question question, Language language, Warehouse warehouse, List<String> remembered,
                          TurnListener listener) throws Agent.BrainFailed {
        var turn = new Turn(question.viewer(), language, warehouse, listener, brain.budget());
        var memory = new Memory(remembered, turn.budget().ofEarlierTurns());
        var system = system(language, warehouse) + (memory.isShortened() ? prompt.shortened() : "");
        var gate = new SentenceGate(question.text(), turn, listener::text, brain.tally(), LeakCheck.of(system, toolbox, brain.key()), embedded.names(warehouse));
        boolean whole = agent.run(new MarkedModel(turn.budget().bound(brain.model())), system, memory, question.text(), turn, gate, brain.limit());
        if (turn.decisive().isEmpty()) {
            throw new Agent.BrainFailed(Takeover.NO_FINDING, "it looked nothing up", null);
        }
        return new Draft(Brain.LLM, gate.finish(whole), turn, memory);
    }

    private Draft embedded(Question question, Language language, Warehouse warehouse, List<String> remembered, TurnListener listener,
                           String before) {
        var turn = new Turn(question.viewer(), language, warehouse, listener, TokenBudget.unlimited());
        var memory = new Memory(remembered, turn.budget().ofEarlierTurns());
        var text = new StringBuilder(before);
        if (!before.isEmpty()) {
            listener.text(before);
        }
        try {
            agent.run(embedded.model(question.viewer(), language, warehouse), system(language, warehouse), memory, question.text(), turn,
                    piece -> {
                        text.append(piece);
                        listener.text(piece);
                    }, EMBEDDED_LIMIT);
        } catch (Agent.BrainFailed e) {
            LOG.error("the embedded brain failed", e);
            return new Draft(Brain.EMBEDDED, "", turn, memory);
        }
        var said = text.length() > before.length();
        return new Draft(Brain.EMBEDDED, said ? text.toString() : turn.decisive().map(outcome -> before + words(outcome)).orElse(""),
                turn, memory);
    }

    private Answer keep(Question question, String conversationId, String messageId, long began, String text, Outcome decisive, Brain brain,
                        List<Finding> findings, Memory memory, TurnListener unheard) {
        unheard.text(text);
        var answer = new Answer(conversationId, messageId, text.strip(), brain, decisive.status(), List.copyOf(findings),
                suggestions(decisive, findings), (System.nanoTime() - began) / 1_000_000);
        conversations.keep(question, answer, memory.json(answer.text()));
        return answer;
    }

    private static List<String> suggestions(Outcome decisive, List<Finding> findings) {
        var all = switch (decisive) {
            case Outcome.Found found -> findings.stream().flatMap(finding -> finding.followUps().stream());
            case Outcome.Clarify(var message, var options) -> options.stream();
            case Outcome.Empty(var message, var near) -> near.stream();
            case Outcome.OutOfScope(var message, var instead) -> instead.stream();
            case Outcome.Denied denied -> Stream.<String>empty();
            case Outcome.Failed failed -> Stream.<String>empty();
        };
        return all.distinct().limit(SUGGESTIONS).toList();
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var finding) -> finding.summary();
            case Outcome.Empty(var message, var near) -> message;
            case Outcome.Clarify(var message, var options) -> message;
            case Outcome.Denied(var message) -> message;
            case Outcome.OutOfScope(var message, var instead) -> message;
            case Outcome.Failed(var message) -> message;
        };
    }

    private String system(Language language, Warehouse warehouse) {
        var state = warehouse.state();
        return prompt.system().replace("{company}", state.company()).replace("{now}", state.periods().now().toString())
                .replace("{language}", language.locale().getDisplayLanguage(Locale.ENGLISH));
    }
}
