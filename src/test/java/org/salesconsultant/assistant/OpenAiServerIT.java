package org.salesconsultant.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.FreePort;
import org.salesconsultant.assistant.llm.LlmSettings;
import org.salesconsultant.assistant.llm.OpenAiBrain;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/** The LLM brain against an OpenAI-compatible server that nobody here wrote: npm's aimock. Skipped where npm is missing. */
class OpenAiServerIT {
    private static final String PACKAGE = "@copilotkit/aimock@1.43.0";
    private static final String RIGHT = "Revenue in 2011 was £1,200, 50% up on the year before.";
    private static final Viewer ANNA = new Viewer("key:anna", "anna", Role.MANAGER, null);

    private static Path aimock = Path.of("");
    private static int port;
    private static Process server;

    @TempDir
    Path folder;
    private Warehouses warehouses;
    private Database state;
    private Llm llm;
    private Assistant assistant;
    private final AtomicInteger embeddedTurns = new AtomicInteger();

    @BeforeAll
    static void install() throws Exception {
        aimock = Path.of("target/aimock").toAbsolutePath();
        Files.createDirectories(aimock);
        assumeTrue(run("npm", "install", "--no-save", "--prefix", aimock.toString(), PACKAGE), "npm cannot install " + PACKAGE + " here");
        port = FreePort.find();
        server = start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(aimock.resolve("npm.log").toFile()).start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start() throws Exception {
        var process = new ProcessBuilder("node", aimock.resolve("node_modules/@copilotkit/aimock/dist/cli.js").toString(),
                "-p", String.valueOf(port), "-f", Path.of("src/test/resources/aimock/fixtures.json").toAbsolutePath().toString(),
                "--strict", "--log-level", "warn")
                .redirectErrorStream(true).redirectOutput(aimock.resolve("server.log").toFile()).start();
        for (int tries = 0; tries < 600; tries++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                assertThat(socket.isConnected()).isTrue();
                return process;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("aimock did not start: " + Files.readString(aimock.resolve("server.log")));
    }

    @BeforeEach
    void open() throws IOException {
        RevenueTool.writePrompt(folder);
        warehouses = Warehouses.open(folder.resolve("data"), RevenueTool::fill);
        state = Database.open(folder.resolve("data/assistant.db"), "db/assistant");
        var settings = new LlmSettings("test", "http://127.0.0.1:" + port + "/v1", "gpt-4.1-mini",
                new LlmSettings.Turn(Duration.ofMinutes(1), 100_000, 300), new LlmSettings.Server(Duration.ofSeconds(1), 3, Duration.ofSeconds(3)),
                4, Duration.ofMinutes(1));
        llm = new Llm(OpenAiBrain.model(settings), settings.apiKey(), settings.turn().limit(), settings.turn().tokens(), settings.restAfter(), settings.rest());
        assistant = new Assistant(warehouses, new Toolbox(new Home(folder), List.of(new RevenueTool())), new Conversations(state),
                new ScriptedBrain(() -> {
                    embeddedTurns.incrementAndGet();
                    return new ScriptedModel().calls("query_metrics", "{\"period\":\"2011\"}").says("Revenue in 2011 was £1,200.");
                }), llm, AssistantPrompt.of(new Home(Path.of(""))));
    }

    @AfterEach
    void close() {
        state.close();
        warehouses.close();
    }

    private Answer ask(String text) {
        return ask(text, null, TurnListener.NONE);
    }

    private Answer ask(String text, @Nullable String conversation, TurnListener listener) {
        return assistant.ask(new Question(text, ANNA, conversation, null), listener);
    }

    /** The next question of the conversation is answered by the model, and right. */
    private void goesOn(Answer after) {
        var next = ask("and in 2010?", after.conversationId(), TurnListener.NONE);
        assertThat(next.brain()).isEqualTo(Brain.LLM);
        assertThat(next.text()).isEqualTo("Revenue in 2010 was £800.");
        assertThat(next.findings()).hasSize(1);
    }

    @Test
    void aToolCallAndAStreamedAnswer() {
        var pieces = new ArrayList<String>();
        var answer = ask("revenue in 2011", null, new TurnListener() {
            @Override
            public void text(String piece) {
                pieces.add(piece);
            }
        });
        assertThat(answer.text()).isEqualTo(RIGHT);
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.findings()).hasSize(1);
        assertThat(String.join("", pieces)).isEqualTo(answer.text());
        assertThat(embeddedTurns).hasValue(0);
        goesOn(answer);
    }

    @Test
    void parallelToolCallsGiveTheirFindingsInTheirOrder() {
        var answer = ask("both years");
        assertThat(answer.brain()).isEqualTo(Brain.LLM);
        assertThat(answer.findings()).extracting(finding -> finding.arguments().get("period")).containsExactly("2010", "2011");
        assertThat(answer.text()).isEqualTo("Revenue rose from £800 to £1,200.");
        goesOn(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in fragments", "a tool that is not there", "broken arguments", "busy for a moment", "broken for a moment"})
    void whatCanBeMendedOrTriedAgainIsAnsweredByTheModel(String question) {
        var answer = ask(question);
        assertThat(answer.brain()).isEqualTo(Brain.LLM);
        assertThat(answer.text()).isEqualTo(RIGHT);
        goesOn(answer);
    }

    @ParameterizedTest
    @CsvSource({"busy for long, RATE_LIMITED", "broken for long, SERVER_ERROR", "silent from the start, SILENT", "silent in the middle, SILENT",
        "cut off before the first word, BROKE_OFF", "cut off in a call, BROKE_OFF", "cut off in a number, BROKE_OFF"})
    void whatCannotIsAnsweredByTheEmbeddedBrainWhichSaysSo(String question, Takeover why) {
        var answer = ask(question);
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.text()).isEqualTo("The language model did not answer, so this was answered without it. Revenue in 2011 was £1,200.");
        assertThat(answer.findings()).hasSize(1);
        assertThat(llm.tally().of(why)).isEqualTo(1);
        goesOn(answer);
    }

    @Test
    void whatWasShownOfAnAnswerThatBreaksOffHadBeenChecked() {
        var heard = new ArrayList<String>();
        ask("cut off in a number", null, new TurnListener() {
            @Override
            public void finding(Finding finding) {
                heard.add(finding.title());
            }

            @Override
            public void text(String piece) {
                heard.add(piece);
            }
        });
        assertThat(heard).containsExactly("Revenue 2011", "The language model did not answer, so this was answered without it. ",
                "Revenue 2011", "Revenue ", "in ", "2011 ", "was ", "£1,200.");
    }

    @Test
    void aServerThatAsksToWaitLongIsNotWaitedFor() {
        assertThat(ask("busy for long").elapsedMs()).isLessThan(5_000);
    }

    @Test
    void halfASentenceIsNotShown() {
        var answer = ask("cut short by its tokens");
        assertThat(answer.text()).isEqualTo("Revenue in 2011 was £1,200.");
        goesOn(answer);
    }

    @Test
    void anAnswerFromNothingIsNeverShown() {
        var heard = new StringBuilder();
        var answer = ask("make something up", null, new TurnListener() {
            @Override
            public void text(String piece) {
                heard.append(piece);
            }
        });
        assertThat(answer.brain()).isEqualTo(Brain.EMBEDDED);
        assertThat(answer.text()).isEqualTo("Revenue in 2011 was £1,200.");
        assertThat(heard.toString()).isEqualTo(answer.text());
        assertThat(llm.tally().of(Takeover.NO_FINDING)).isEqualTo(1);
        goesOn(answer);
    }

    @Test
    void aNumberFromNowhereIsReplacedBeforeAnyoneSeesIt() {
        var heard = new StringBuilder();
        var streamed = ask("add something made up", null, new TurnListener() {
            @Override
            public void text(String piece) {
                heard.append(piece);
            }
        });
        assertThat(streamed.brain()).isEqualTo(Brain.LLM);
        assertThat(streamed.text()).isEqualTo("Revenue in 2011 was £1,200. Revenue in 2011 was £1,200. That is 50% more than in 2010.");
        assertThat(heard.toString().strip()).isEqualTo(streamed.text());
        assertThat(ask("add something made up").text()).isEqualTo(streamed.text());
        assertThat(llm.tally().of(LlmTally.Sentence.REPLACED)).isEqualTo(2);
        assertThat(llm.tally().of(LlmTally.Sentence.PASSED)).isEqualTo(4);
        goesOn(streamed);
    }

    @Test
    void aNameFromNowhereIsReplacedBeforeAnyoneSeesIt() {
        var heard = new StringBuilder();
        var streamed = ask("name somebody", null, new TurnListener() {
            @Override
            public void text(String piece) {
                heard.append(piece);
            }
        });
        assertThat(streamed.text()).isEqualTo("Revenue in 2011 was £1,200. That is 50% more than in 2010.");
        assertThat(heard.toString()).isEqualTo(streamed.text());
        assertThat(ask("name somebody").text()).isEqualTo(streamed.text());
        assertThat(llm.tally().of(LlmTally.Sentence.REPLACED)).isEqualTo(2);
        goesOn(streamed);
    }

    @Test
    void aQuestionAskedBackWithAnInventedNumberIsCorrected() {
        var answer = ask("ask back with a number");
        assertThat(answer.status()).isEqualTo(Status.CLARIFY);
        assertThat(answer.text()).isEqualTo("Which year?");
        goesOn(answer);
    }

    @Test
    void aServerThatStaysAwayIsLeftAloneForAWhile() {
        for (int turn = 0; turn < 4; turn++) {
            assertThat(ask("busy for long").brain()).isEqualTo(Brain.EMBEDDED);
        }
        assertThat(ask("revenue in 2011").text()).startsWith("The language model did not answer");
        assertThat(llm.tally().of(Takeover.RESTING)).isEqualTo(1);
    }

    @Test
    void switchedOffInTheMiddleTheEmbeddedBrainAnswersAndSaysSoAndTheConversationGoesOn() throws Exception {
        var first = ask("revenue in 2011");
        assertThat(first.brain()).isEqualTo(Brain.LLM);
        server.destroyForcibly().waitFor();
        try {
            var second = assistant.ask(new Question("revenue in 2011", ANNA, first.conversationId(), null), TurnListener.NONE);
            assertThat(second.brain()).isEqualTo(Brain.EMBEDDED);
            assertThat(second.status()).isEqualTo(Status.ANSWERED);
            assertThat(second.text()).isEqualTo("The language model did not answer, so this was answered without it. Revenue in 2011 was £1,200.");
        } finally {
            server = start();
        }
        var third = assistant.ask(new Question("revenue in 2011", ANNA, first.conversationId(), null), TurnListener.NONE);
        assertThat(third.brain()).isEqualTo(Brain.LLM);
    }
}
