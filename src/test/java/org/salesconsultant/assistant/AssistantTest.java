package org.salesconsultant.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

class AssistantTest {
    private static final Viewer ANNA = new Viewer("key:anna", "anna", Role.MANAGER, null);
    private static final Viewer DESK = new Viewer("key:desk", "desk", Role.SERVICE, null);

    @TempDir
    Path folder;
    private Warehouses warehouses;
    private Database state;
    private Conversations conversations;
    private final ScriptedModel llm = new ScriptedModel();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ScriptedModel planner = new ScriptedModel();

    @BeforeEach
    void open() throws IOException {
        RevenueTool.writePrompt(folder);
        warehouses = Warehouses.open(folder.resolve("data"), RevenueTool::fill);
        state = Database.open(folder.resolve("data/assistant.db"), "db/assistant");
        conversations = new Conversations(state);
    }

    @AfterEach
    void close() {
        state.close();
        warehouses.close();
    }

    private Assistant assistant(boolean withLlm) {
        return assistant(withLlm ? new Llm(llm, "", PATIENCE, 100_000, 4, Duration.ofMinutes(1)) : null);
    }

    private Assistant assistant(@Nullable Llm brain) {
        var home = new Home(folder);
        return new Assistant(warehouses, new Toolbox(home, List.of(new RevenueTool())), conversations, new ScriptedBrain(() -> planner),
                brain, AssistantPrompt.of(new Home(Path.of(""))));
    }

    private static Question question(String text) {
        return new Question(text, ANNA, null, null);
    }

    @Test
    void aRehearsalAsksTheBrainAndKeepsNothing() {
        for (var ignored : AssistantPrompt.of(new Home(Path.of(""))).rehearsal()) {
            planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        }
        assistant(false).rehearse(ANNA);
        assertThat(planner.requests).hasSizeGreaterThan(2);
        assertThat(conversations.of(ANNA)).isEmpty();
    }

    @Test
    void theEmbeddedBrainAnswersWithTheFindingItsToolMade() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var heard = new ArrayList<String>();
        var answer = assistant(false).ask(question("revenue in 2011"), new TurnListener() {
            @Override
            public void step(String tool, String words) {
                heard.add(words);
            }

            @Override
            public void finding(Finding finding) {
                heard.add(finding.title());
            }

            @Override
            public void text(String piece) {
                heard.add(piece);
            }
        });
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.text()).isEqualTo("Revenue in 2011 was £1,200.");
        assertThat(answer.findings()).hasSize(1);
        assertThat(answer.suggestions()).containsExactly("And by month?");
        assertThat(heard.subList(0, 2)).containsExactly("reading orders", "Revenue 2011");
        assertThat(String.join("", heard.subList(2, heard.size()))).isEqualTo(answer.text());
    }

    @Test
    void aTurnIsRememberedByTheNextOneAndFoundInTheHistory() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.")
                .calls("query_metrics", "{\"period\":\"2010\"}").says("Less.");
        var assistant = assistant(false);
        var first = assistant.ask(question("revenue in 2011"), TurnListener.NONE);
        assistant.ask(new Question("and 2010?", ANNA, first.conversationId(), null), TurnListener.NONE);
        // system, question, call, result, answer, question
        assertThat(planner.requests.get(2).messages()).hasSize(6);
        var kept = conversations.get(ANNA, first.conversationId());
        assertThat(kept.title()).isEqualTo("revenue in 2011");
        assertThat(kept.messages()).extracting(Conversations.Message::question).containsExactly("revenue in 2011", "and 2010?");
        assertThat(kept.messages().getFirst().answer()).usingRecursiveComparison().ignoringFields("findings").isEqualTo(first);
        assertThat(conversations.finding(ANNA, first.findings().getFirst().id())).isPresent();
    }

    @Test
    void anothersConversationDoesNotExist() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var assistant = assistant(false);
        var first = assistant.ask(question("revenue in 2011"), TurnListener.NONE);
        assertThatThrownBy(() -> assistant.ask(new Question("and 2010?", DESK, first.conversationId(), null), TurnListener.NONE))
                .isInstanceOf(UserError.class).hasMessage("There is no such conversation.");
        assertThat(conversations.of(DESK)).isEmpty();
        assertThat(conversations.finding(DESK, first.findings().getFirst().id())).isEmpty();
    }

    @Test
    void aToolThatIsNotForTheViewerIsDeniedThoughTheBrainCallsIt() {
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("");
        var answer = assistant(false).ask(new Question("revenue in 2011", DESK, null, null), TurnListener.NONE);
        assertThat(answer.status()).isEqualTo(Status.DENIED);
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.text()).contains("may not use query_metrics");
    }

    @Test
    void concludingAsksBackWithOptions() {
        planner.calls("conclude", "{\"status\":\"clarify\",\"message\":\"Which sales?\",\"options\":[\"total revenue\",\"units sold\"]}");
        var answer = assistant(false).ask(question("sales"), TurnListener.NONE);
        assertThat(answer.status()).isEqualTo(Status.CLARIFY);
        assertThat(answer.text()).isEqualTo("Which sales?");
        assertThat(answer.suggestions()).containsExactly("total revenue", "units sold");
    }

    @Test
    void aModelCorrectsAnUnknownToolMalformedArgumentsAndAnUnknownPeriodAndTheConversationGoesOn() {
        llm.calls("query_sales", "{}").calls("query_metrics", "{\"period\":").calls("query_metrics", "{\"time\":\"2011\"}")
                .calls("query_metrics", "{\"period\":\"never\"}").calls("query_metrics", "{\"period\":\"2011\"}")
                .says("Revenue in 2011 was £1,200.").calls("query_metrics", "{\"period\":\"2010\"}").says("Revenue in 2010 was £800.");
        var assistant = assistant(true);
        var first = assistant.ask(question("revenue in 2011"), TurnListener.NONE);
        assertThat(first.brain()).isEqualTo(Brain.LLM);
        assertThat(first.text()).isEqualTo("Revenue in 2011 was £1,200.");
        var told = llm.requests.get(5).messages().stream().filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).text()).toList();
        assertThat(told.get(0)).contains("There is no tool \"query_sales\"");
        assertThat(told.get(1)).contains("not JSON");
        assertThat(told.get(2)).contains("\"time\"");
        assertThat(told.get(3)).contains("names no period");
        var second = assistant.ask(new Question("and 2010?", ANNA, first.conversationId(), null), TurnListener.NONE);
        assertThat(second.text()).isEqualTo("Revenue in 2010 was £800.");
    }

    @Test
    void aSentenceWithAnInventedNumberIsReplacedByTheFindingsSummaryBeforeAnyoneSeesIt() {
        llm.calls("query_metrics", "{\"period\":\"2011\"}")
                .says("Revenue was £1,200, 50% up on 2010. It should reach £9,999 soon. A share of 60% fell in 2011. Expect 77,777 more.");
        var shown = new StringBuilder();
        var answer = assistant(true).ask(question("revenue in 2011"), new TurnListener() {
            @Override
            public void text(String piece) {
                shown.append(piece);
            }
        });
        // 50 % = (1200 − 800) / 800; 60 % = 1200 / 2000
        assertThat(answer.text()).isEqualTo("Revenue was £1,200, 50% up on 2010. Revenue in 2011 was £1,200. A share of 60% fell in 2011.");
        assertThat(shown.toString().strip()).isEqualTo(answer.text());
    }

    @Test
    void textWithoutAFindingIsReplacedByTheEmbeddedBrainsTurn() {
        llm.says("Revenue in 2011 was about £5 million.");
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var answer = assistant(true).ask(question("revenue in 2011"), TurnListener.NONE);
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.text()).isEqualTo("Revenue in 2011 was £1,200.");
    }

    @Test
    void aDateThatNoFindingHasIsReplacedAsANumberIs() {
        llm.calls("query_metrics", "{\"period\":\"2011\"}").says("In 2011 revenue was £1,200. In March 2009 revenue was £1,200.");
        assertThat(assistant(true).ask(question("revenue in 2011"), TurnListener.NONE).text())
                .isEqualTo("In 2011 revenue was £1,200. Revenue in 2011 was £1,200.");
    }

    @Test
    void aNameThatNothingGaveIsReplacedToo() {
        llm.calls("query_metrics", "{\"period\":\"2011\"}").says("Germany leads. In 2011 revenue was £1,200. Germany leads again.")
                .calls("query_metrics", "{\"period\":\"2011\"}").says("Nothing is known of Germany. Germany had £1,200.");
        var brain = new Llm(llm, "", PATIENCE, 100_000, 4, Duration.ofMinutes(1));
        var shown = new StringBuilder();
        var listener = new TurnListener() {
            @Override
            public void text(String piece) {
                shown.append(piece);
            }
        };
        assertThat(assistant(brain).ask(question("revenue in 2011"), listener).text()).isEqualTo("Revenue in 2011 was £1,200. In 2011 revenue was £1,200.");
        assertThat(shown.toString()).doesNotContain("Germany");
        assertThat(brain.tally().of(LlmTally.Sentence.REPLACED)).isEqualTo(1);
        assertThat(brain.tally().of(LlmTally.Sentence.LEFT_OUT)).isEqualTo(1);
        // the question's own name may be used, but no number said of it that was not found of it
        assertThat(assistant(brain).ask(question("and in Germany?"), TurnListener.NONE).text())
                .isEqualTo("Nothing is known of Germany. Revenue in 2011 was £1,200.");
    }

    @Test
    void askingBackANameThatNothingGaveIsCorrected() {
        llm.calls("conclude", "{\"status\":\"clarify\",\"message\":\"Do you mean Germany?\"}").calls("conclude", "{\"status\":\"clarify\",\"message\":\"Which one?\"}");
        assertThat(assistant(true).ask(question("and there?"), TurnListener.NONE).text()).isEqualTo("Which one?");
    }

    @Test
    void whatAModelThinksAloudIsNotShown() {
        llm.calls("query_metrics", "{\"period\":\"2011\"}").says("<think>It may be 7,777. Or not.</think>Revenue in 2011 was £1,200.");
        assertThat(assistant(true).ask(question("revenue in 2011"), TurnListener.NONE).text()).isEqualTo("Revenue in 2011 was £1,200.");
    }

    @Test
    void callsWithoutIdsAreToldApart() {
        llm.callsWithoutIds("query_metrics", "{\"period\":\"2010\"}", "{\"period\":\"2011\"}").says("Revenue rose from £800 to £1,200.");
        var answer = assistant(true).ask(question("both years"), TurnListener.NONE);
        assertThat(answer.findings()).extracting(finding -> finding.arguments().get("period")).containsExactly("2010", "2011");
        assertThat(llm.requests.getLast().messages().stream().filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).id()).distinct()).hasSize(2);
    }

    @Test
    void aTurnEndsWithItsTokensAndTheEmbeddedBrainFinishesIt() {
        for (int round = 0; round < 3; round++) {
            llm.calls("query_metrics", "{\"period\":\"2010\"}");
        }
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        // the system prompt and the tools are about 1,000 tokens of 3 bytes, and go along with each request
        var brain = new Llm(llm, "", PATIENCE, 2_500, 4, Duration.ofMinutes(1));
        var answer = assistant(brain).ask(question("revenue in 2011"), TurnListener.NONE);
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(brain.tally().of(Takeover.TOO_MANY_TOKENS)).isEqualTo(1);
        assertThat(llm.requests).hasSizeLessThan(3);
    }

    @Test
    void aLongConversationIsCutAndTheModelIsTold() {
        for (int turn = 0; turn < 4; turn++) {
            llm.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        }
        var assistant = assistant(new Llm(llm, "", PATIENCE, 8_000, 4, Duration.ofMinutes(1)));
        var first = assistant.ask(question("revenue in 2011" + " please".repeat(300)), TurnListener.NONE);
        assertThat(llm.requests.getFirst().messages().getFirst().toString()).doesNotContain("left out");
        assistant.ask(new Question("again" + ", and again".repeat(200), ANNA, first.conversationId(), null), TurnListener.NONE);
        assistant.ask(new Question("and again", ANNA, first.conversationId(), null), TurnListener.NONE);
        var told = llm.requests.get(4).messages();
        assertThat(told.getFirst().toString()).contains("Earlier turns of this conversation").contains("left out");
        assertThat(told.toString()).doesNotContain("please please").contains("and again");
    }

    @Test
    void aFailingModelIsReplacedByTheEmbeddedBrainAndTheAnswerSaysSo() {
        llm.fails(new IllegalStateException("connection refused"));
        planner.calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
        var answer = assistant(true).ask(question("revenue in 2011"), TurnListener.NONE);
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.text()).isEqualTo("The language model did not answer, so this was answered without it. Revenue in 2011 was £1,200.");
    }

    @Test
    void whenBothBrainsFailTheAnswerSaysSo() {
        planner.fails(new IllegalStateException("broken"));
        var answer = assistant(false).ask(question("revenue"), TurnListener.NONE);
        assertThat(answer.status()).isEqualTo(Status.FAILED);
        assertThat(answer.text()).contains("Something went wrong");
    }

    @Test
    void emptyAndOverlongMessagesAreRefused() {
        assertThatThrownBy(() -> assistant(false).ask(question("  "), TurnListener.NONE)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> assistant(false).ask(question("x".repeat(100_000)), TurnListener.NONE))
                .isInstanceOfSatisfying(UserError.class, e -> assertThat(e.category()).isEqualTo(UserError.Category.TOO_LARGE));
    }

    @Test
    void turnsOfOneConversationRunOneAfterTheOther() throws Exception {
        planner.says("");
        var first = assistant(false).ask(question("revenue"), TurnListener.NONE);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var slow = new Assistant(warehouses, new Toolbox(new Home(folder), List.of(new RevenueTool())), conversations,
                (viewer, language, warehouse) -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    inside.decrementAndGet();
                    return new ScriptedModel().says("");
                }, null, AssistantPrompt.of(new Home(Path.of(""))));
        var all = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    slow.ask(new Question("again", ANNA, first.conversationId(), null), TurnListener.NONE);
                    all.countDown();
                });
            }
            all.await();
        }
        assertThat(most).hasValue(1);
        assertThat(conversations.get(ANNA, first.conversationId()).messages()).hasSize(9);
    }
}
