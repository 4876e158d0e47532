package org.salesconsultant.channels.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesconsultant.channels.LargeAnswers.LONG_TEXT;
import static org.salesconsultant.channels.LargeAnswers.column;
import static org.salesconsultant.channels.LargeAnswers.with;
import static org.salesconsultant.channels.slack.SlackWorld.MANAGERS;
import static org.salesconsultant.channels.slack.SlackWorld.direct;
import static org.salesconsultant.channels.slack.SlackWorld.mention;

import com.google.gson.Gson;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.channels.LargeAnswers;
import org.salesconsultant.channels.Logged;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackTest {
    private static final String REVENUE = "Revenue by month this year";
    private static final Gson SNAKE = GsonFactory.createSnakeCase();

    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final CountDownLatch thought = new CountDownLatch(1);
    private volatile Runnable meanwhile = () -> {};
    private SlackWorld world;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        world = SlackWorld.over(folder, this::withOthers);
    }

    @BeforeEach
    void forget() throws Exception {
        world.forget();
        questions.clear();
        answers.clear();
        meanwhile = () -> {};
        world.slack.members.put(MANAGERS, List.of("UANNA", "UMO", SlackWorld.BOT));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    // ---- a question and its answer ----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {REVENUE, "Which products sold most?", "What is our returns policy?", "今年每个月的收入", "Forecast revenue for the next 3 months",
            "long table", "long text", "long everything", "wide row", "hostile", "nothing"})
    void aMentionIsAnsweredInItsThreadWithinSlacksLimits(String question) throws Exception {
        var mention = mention("UANNA", MANAGERS, question);
        assertThat(world.event(mention).statusCode()).isEqualTo(200);

        var first = world.message();
        assertThat(first.get("channel")).isEqualTo(MANAGERS);
        SlackWorld.await(() -> !world.slack.messages().getLast().buttons().toList().isEmpty());
        var messages = world.slack.messages();
        assertThat(messages).allSatisfy(message -> assertThat(message.get("thread_ts")).isEqualTo(mention.getEvent().getTs()));
        assertThat(messages.getLast().buttons().map(button -> button.getActionId())).contains("rate_right", "rate_wrong");
        assertThat(world.slack.faults).isEmpty();
    }

    @Test
    void aLongTableShowsItsFirstRowsAndComesWholeAsAFile() throws Exception {
        world.event(mention("UANNA", MANAGERS, "long table"));
        var completed = world.call("files.completeUploadExternal");

        var table = world.message().blocks().stream().filter(RichTextBlock.class::isInstance).map(SNAKE::toJson).collect(Collectors.joining());
        assertThat(table).contains("Customer 19").doesNotContain("Customer 20");
        var csv = world.slack.uploads.entrySet().stream().filter(file -> file.getKey().endsWith(".csv")).findFirst().orElseThrow();
        assertThat(new String(csv.getValue(), StandardCharsets.UTF_8).lines()).hasSize(501).contains("Customer 499,4990.50");
        assertThat(completed.get("channel_id")).isEqualTo(MANAGERS);
        assertThat(completed.get("thread_ts")).isNotEmpty();
        assertThat(completed.get("files")).contains(csv.getKey());
    }

    @Test
    void aLongTextIsShownWhole() throws Exception {
        world.event(mention("UANNA", MANAGERS, "long text"));
        var shown = world.message().blocks().stream().filter(SectionBlock.class::isInstance).map(block -> ((SectionBlock) block).getText())
                .map(text -> text.getText()).collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(LONG_TEXT.strip());
    }

    @Test
    void aChartComesAsAPicture() throws Exception {
        world.event(mention("UANNA", MANAGERS, REVENUE));
        assertThat(world.call("files.completeUploadExternal").get("files")).contains(".png");
        var png = world.slack.uploads.entrySet().stream().filter(file -> file.getKey().endsWith(".png")).findFirst().orElseThrow().getValue();
        assertThat(Arrays.copyOf(png, 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }

    @Test
    void whatStandsInDataIsNoMentionAndNoLink() throws Exception {
        world.slack.refuse("chat.startStream", "channel_type_not_supported");
        world.event(mention("UANNA", MANAGERS, "hostile"));
        var message = world.message();
        assertThat(message.shown() + message.get("text")).doesNotContain("<!channel>").doesNotContain("<https:").contains("&lt;!channel&gt;");
        assertThat(message.get("unfurl_links")).isEqualTo("0");
    }

    // ---- steps ------------------------------------------------------------------------------------------------------

    @Test
    void stepsAreStreamedInTheThreadAndEndAsTheAnswer() throws Exception {
        var mention = mention("UANNA", MANAGERS, "Forecast revenue for the next 3 months");
        world.event(mention);
        var answered = world.message();

        var begun = world.call("chat.startStream");
        assertThat(begun.arguments()).containsOnly(Map.entry("channel", MANAGERS), Map.entry("thread_ts", mention.getEvent().getTs()),
                Map.entry("recipient_user_id", "UANNA"), Map.entry("recipient_team_id", "T1"), Map.entry("markdown_text", "- Reading 36 months …\n"));
        assertThat(answered.method()).isEqualTo("chat.stopStream");
        assertThat(begun.answer()).contains(answered.get("ts"));
        assertThat(answered.get("markdown_text")).isEqualTo("- Reading 36 months …\n- Fitting 2 models …\n- Testing them on 4 past periods …\n");
        assertThat(answered.shown()).contains(answers.getFirst().text()).contains("rate_right");
        world.call("files.completeUploadExternal");
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(world.slack.faults).isEmpty();
    }

    @Test
    void whatDoesNotFitBelowTheStepsIsPostedAfterThem() throws Exception {
        world.event(mention("UANNA", MANAGERS, "long everything"));
        SlackWorld.await(() -> world.slack.messages().stream().anyMatch(message -> message.buttons().findAny().isPresent()));
        assertThat(world.slack.messages().stream().map(SlackStandIn.Call::method)).startsWith("chat.stopStream", "chat.postMessage").containsOnlyOnce("chat.stopStream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.startStream", "chat.stopStream"})
    void whereSlackDoesNotStreamTheAnswerIsPosted(String refused) throws Exception {
        world.slack.refuse(refused, "message_not_in_streaming_state");
        var mention = mention("UANNA", MANAGERS, REVENUE);
        world.event(mention);

        var answered = world.message();
        assertThat(answered.method()).isEqualTo("chat.postMessage");
        assertThat(answered.get("thread_ts")).isEqualTo(mention.getEvent().getTs());
        assertThat(answered.shown()).contains("rate_right");
        assertThat(world.slack.faults).isEmpty();
    }

    @Test
    void aQuickAnswerIsOneMessage(@TempDir Path other) throws Exception {
        try (var world = SlackWorld.patient(other, Duration.ofHours(1))) {
            world.event(mention("UANNA", MANAGERS, REVENUE));
            assertThat(world.message().method()).isEqualTo("chat.postMessage");
            assertThat(world.slack.calls("chat.startStream")).isEmpty();
        }
    }

    @Test
    void noAnswerWaitsForAStreamThatSlacksLimitsRefuse() throws Exception {
        world.slack.refuseOnce("chat.startStream");
        world.event(mention("UANNA", MANAGERS, "Forecast revenue for the next 3 months"));
        assertThat(world.message().method()).isEqualTo("chat.postMessage");
        assertThat(world.slack.calls("chat.startStream")).isEmpty();
    }

    @Test
    void aStreamThatMayNotGrowNowEndsAsTheAnswer() throws Exception {
        world.slack.refuseOnce("chat.appendStream");
        world.event(mention("UANNA", MANAGERS, "Forecast revenue for the next 3 months"));
        assertThat(world.message().get("markdown_text")).isEqualTo("- Reading 36 months …\n- Testing them on 4 past periods …\n");
    }

    @Test
    void nothingIsStreamedForThoseWhoMayNotSeeTheAnswer() throws Exception {
        world.slack.members.put("CMIXED", List.of("UANNA", "UTOM"));
        world.event(mention("UANNA", "CMIXED", REVENUE));
        world.messages(2);
        world.slack.refuse("conversations.members", "missing_scope");
        world.event(mention("UANNA", MANAGERS, REVENUE));
        assertThat(world.messages(4).get(2).get("channel")).as("who is there is not known").isEqualTo("DUANNA");
        assertThat(world.slack.calls("chat.startStream")).isEmpty();
    }

    @Test
    void whoeverJoinsMeanwhileIsNotShownTheAnswer() throws Exception {
        meanwhile = () -> {
            try {
                world.call("chat.startStream");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            world.slack.members.put(MANAGERS, List.of("UANNA", "UMO", "UTOM"));
        };
        world.event(mention("UANNA", MANAGERS, REVENUE));

        var messages = world.messages(2);
        assertThat(messages.getFirst().get("channel")).isEqualTo("DUANNA");
        assertThat(messages.getFirst().shown()).contains("£");
        assertThat(messages.getLast().method()).isEqualTo("chat.stopStream");
        assertThat(messages.getLast().shown()).contains("<@UANNA>").contains("direct message").doesNotContain("£");
        assertThat(world.call("files.completeUploadExternal").get("channel_id")).isEqualTo("DUANNA");
        assertThat(world.slack.faults).isEmpty();
    }

    @Test
    void stepsThatNoAnswerFollowsSaySo() throws Exception {
        meanwhile = () -> {
            throw new IllegalStateException("broken on purpose");
        };
        world.event(mention("UANNA", MANAGERS, REVENUE));
        assertThat(world.call("chat.postEphemeral").get("text")).contains("went wrong");
        assertThat(world.message().shown()).contains("broken off");
        assertThat(world.slack.streaming()).isZero();
    }

    // ---- threads are conversations ----------------------------------------------------------------------------------

    @Test
    void aThreadIsOneConversationAndAnotherThreadIsAnother() throws Exception {
        var first = mention("UANNA", MANAGERS, REVENUE);
        world.event(first);
        world.messages(1);
        var reply = mention("UANNA", MANAGERS, "Which products sold most?");
        reply.getEvent().setThreadTs(first.getEvent().getTs());
        world.event(reply);
        world.messages(2);
        var colleague = mention("UMO", MANAGERS, REVENUE);
        colleague.getEvent().setThreadTs(first.getEvent().getTs());
        world.event(colleague);
        world.messages(3);
        world.event(mention("UANNA", MANAGERS, REVENUE));
        world.messages(4);

        assertThat(questions.stream().map(question -> question.viewer().id())).containsExactly("key:anna", "key:anna", "key:mo", "key:anna");
        assertThat(questions.get(0).text()).as("without the mention").isEqualTo(REVENUE);
        assertThat(questions.get(1).conversationId()).isEqualTo(answers.get(0).conversationId());
        assertThat(questions.get(2).conversationId()).as("what Anna said stays with Anna").isNull();
        assertThat(questions.get(3).conversationId()).isNull();
    }

    @Test
    void directMessagesGoOnAndSoDoThreadsUnderAnswers() throws Exception {
        world.event(direct("UTOM", REVENUE));
        var answered = world.messages(1).getFirst();
        assertThat(answered.get("channel")).isEqualTo("DUTOM");
        assertThat(answered.get("thread_ts")).isEmpty();
        world.event(direct("UTOM", "Which products sold most?"));
        world.messages(2);
        var below = direct("UTOM", REVENUE);
        below.getEvent().setThreadTs(Json.MAPPER.readTree(answered.answer()).path("ts").asText());
        world.event(below);
        assertThat(world.messages(3).getLast().get("thread_ts")).isEqualTo(below.getEvent().getThreadTs());

        assertThat(world.slack.calls("chat.startStream").stream().map(begun -> begun.get("thread_ts"))).as("Slack streams in threads alone")
                .containsExactly(below.getEvent().getThreadTs());
        assertThat(questions.getFirst().viewer().rep()).isEqualTo("Tom Berg");
        assertThat(questions.stream().skip(1).map(Question::conversationId)).containsOnly(answers.getFirst().conversationId());
    }

    // ---- who may see what -------------------------------------------------------------------------------------------

    @Test
    void whatNotAllMembersMaySeeComesByDirectMessage() throws Exception {
        world.slack.members.put("CMIXED", List.of("UANNA", "UBOT1", "UTOM"));
        world.event(mention("UANNA", "CMIXED", REVENUE));

        var calls = world.messages(2);
        assertThat(calls.get(0).get("channel")).as("Tom sees his own accounts only").isEqualTo("DUANNA");
        assertThat(calls.get(0).shown()).contains("<#CMIXED>").contains(REVENUE);
        assertThat(calls.get(1).get("channel")).isEqualTo("CMIXED");
        assertThat(calls.get(1).get("text")).contains("<@UANNA>").doesNotContain("£");
        assertThat(world.call("files.completeUploadExternal").get("channel_id")).isEqualTo("DUANNA");
        assertThat(world.slack.faults).isEmpty();
    }

    @Test
    void whoMaySeeMoreDoesNotKeepAnAnswerFromAChannel() throws Exception {
        world.slack.members.put("CTOM", List.of("UANNA", "UTOM", "UBOT1"));
        world.event(mention("UTOM", "CTOM", REVENUE));
        assertThat(world.message().get("channel")).isEqualTo("CTOM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UINES", "UNOBODY", "UDESK", "UGONE"})
    void anotherRepAnUnknownPersonAServiceDeskAndAHolderOfARevokedKeySeeLess(String member) throws Exception {
        world.slack.members.put("C1", List.of("UTOM", member));
        world.event(mention("UTOM", "C1", REVENUE));
        assertThat(world.message().get("channel")).isEqualTo("DUTOM");
    }

    @Test
    void anUnknownPersonIsToldWhomToAsk() throws Exception {
        world.event(mention("UNOBODY", MANAGERS, REVENUE));
        var told = world.call("chat.postEphemeral");
        assertThat(told.get("user")).isEqualTo("UNOBODY");
        assertThat(told.get("text")).contains("config/people.yaml");
        assertThat(world.slack.messages()).isEmpty();
    }

    @Test
    void theDefaultRoleIsWhatUnknownPeopleAreButNotThoseOfAnotherCompany(@TempDir Path other) throws Exception {
        try (var world = SlackWorld.withDefaultRole(other, Role.MANAGER)) {
            world.event(direct("UNOBODY", REVENUE));
            assertThat(world.message().get("text")).contains("£5.33 million");
            world.event(direct("UGONE", REVENUE));
            assertThat(world.messages(2).getLast().get("text")).as("the key was revoked").contains("config/people.yaml");

            world.slack.shared.add(MANAGERS);
            world.event(mention("UANNA", MANAGERS, REVENUE));
            assertThat(world.messages(3).getLast().get("channel")).isEqualTo("DUANNA");
            var stranger = mention("USTRANGER", MANAGERS, REVENUE);
            stranger.setExtSharedChannel(true);
            world.event(stranger);
            assertThat(world.call("chat.postEphemeral").get("text")).contains("USTRANGER");
        }
    }

    // ---- once, at once, and from Slack alone ------------------------------------------------------------------------

    @Test
    void whatIsDeliveredAgainIsAnsweredOnceAcrossARestartToo(@TempDir Path folder) throws Exception {
        var world = SlackWorld.over(folder);
        var mention = mention("UANNA", MANAGERS, REVENUE);
        world.event(mention);
        world.calls("files.completeUploadExternal", 1);
        assertThat(world.event(mention).statusCode()).isEqualTo(200);
        mention.setEventId("EvAnother");
        assertThat(world.event(mention).statusCode()).as("the same message as another event").isEqualTo(200);

        try (var again = world.restarted(folder)) {
            assertThat(again.event(mention).statusCode()).isEqualTo(200);
            again.event(mention("UANNA", MANAGERS, "Which products sold most?"));
            assertThat(again.messages(2)).hasSize(2);
        }
    }

    @Test
    void slackIsAnsweredWithinThreeSecondsHoweverLongTheAnswerTakes() throws Exception {
        var began = System.nanoTime();
        world.event(mention("UANNA", MANAGERS, "slow"));
        world.command("UANNA", "slow");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(world.slack.messages()).isEmpty();
        thought.countDown();
        world.messages(2);
    }

    @Test
    void moreThanCanWaitIsLeftWithSlackWhichSendsItAgain(@TempDir Path folder) throws Exception {
        var answered = new CountDownLatch(1);
        try (var world = SlackWorld.busy(folder, 3, scripted -> (question, listener) -> {
            await(answered);
            return scripted.ask(question, listener);
        })) {
            int taken = 0;
            var last = direct("UANNA", "hello");
            while (world.event(last).statusCode() == 200) {
                taken++;
                last = direct("UANNA", "hello");
            }
            assertThat(taken).isEqualTo(4);
            answered.countDown();
            world.messages(taken);
            assertThat(world.event(last).statusCode()).isEqualTo(200);
            world.messages(taken + 1);
        }
    }

    @Test
    void forgedStaleAndUnsignedRequestsAreRefused() throws Exception {
        var body = SNAKE.toJson(mention("UANNA", MANAGERS, REVENUE));
        var now = Long.toString(Instant.now().getEpochSecond());
        var old = Long.toString(Instant.now().minus(Duration.ofMinutes(6)).getEpochSecond());
        var right = new SlackSignature.Generator(SlackWorld.SECRET);
        var forger = new SlackSignature.Generator("another secret");
        for (var path : List.of("/slack/events", "/slack/commands", "/slack/interactivity")) {
            assertThat(world.post(path, "application/json", body, now, forger.generate(now, body)).statusCode()).isEqualTo(401);
            assertThat(world.post(path, "application/json", body, old, right.generate(old, body)).statusCode()).isEqualTo(401);
            assertThat(world.post(path, "application/json", body + " ", now, right.generate(now, body)).statusCode()).isEqualTo(401);
            assertThat(world.post(path, "application/json", body, "soon", "v0=").statusCode()).isEqualTo(401);
        }
        assertThat(world.slack.calls).isEmpty();
        var challenge = world.post("/slack/events", "application/json", "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw\"}");
        assertThat(Json.MAPPER.readTree(challenge.body()).path("challenge").asText()).isEqualTo("3eZbrw");
    }

    @Test
    void whatNobodyAskedIsNotAnswered() throws Exception {
        var bot = mention("UANNA", MANAGERS, REVENUE);
        bot.getEvent().setBotId("B1");
        world.event(bot);
        var edit = direct("UANNA", REVENUE);
        var edited = SNAKE.toJsonTree(edit).getAsJsonObject();
        edited.getAsJsonObject("event").addProperty("subtype", "message_changed");
        world.event(edited);
        var inChannel = direct("UANNA", REVENUE);
        inChannel.getEvent().setChannelType("channel");
        world.event(inChannel);
        for (var odd : List.of("{}", "[]", "null", "{", "{\"event\":{\"type\":\"app_mention\"}}", "{\"event\":{\"type\":\"reaction_added\",\"user\":\"U\",\"text\":\"\"}}")) {
            assertThat(world.post("/slack/events", "application/json", odd).statusCode()).as(odd).isIn(200, 400);
        }
        world.event(direct("UANNA", "Which products sold most?"));
        assertThat(world.messages(1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_share", "thread_broadcast"})
    void aQuestionWithAFileOrShownInTheChannelTooIsAnswered(String subtype) throws Exception {
        var question = SNAKE.toJsonTree(direct("UANNA", REVENUE)).getAsJsonObject();
        question.getAsJsonObject("event").addProperty("subtype", subtype);
        world.event(question);
        assertThat(world.message().get("channel")).isEqualTo("DUANNA");
    }

    @Test
    void whatSlackRefusesBecauseOfItsLimitsIsSentAgain() throws Exception {
        world.slack.refuseOnce("chat.postMessage");
        world.event(direct("UANNA", REVENUE));
        assertThat(world.messages(1)).hasSize(1);
        assertThat(world.calls("files.completeUploadExternal", 1)).hasSize(1);
    }

    @Test
    @ResourceLock(Logged.LOCK)
    void neitherTokenNorSecretIsLogged() throws Exception {
        var logged = new Logged();
        try (logged) {
            world.event(direct("UANNA", REVENUE));
            world.calls("files.completeUploadExternal", 1);
            world.post("/slack/events", "application/json", "{}", "1", "v0=forged");
        }
        assertThat(logged.lines()).isNotEmpty().noneMatch(line -> line.contains(SlackWorld.TOKEN) || line.contains(SlackWorld.SECRET));
    }

    // ---- command and buttons ----------------------------------------------------------------------------------------

    @Test
    void theCommandIsAnsweredToTheAskerAlone() throws Exception {
        var response = Json.MAPPER.readTree(world.command("UANNA", REVENUE).body());
        assertThat(response.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(response.path("text").asText()).contains("direct message");
        var answered = world.message();
        assertThat(answered.get("channel")).isEqualTo("DUANNA");
        assertThat(answered.shown()).contains("<@UANNA> asks:").contains(REVENUE);
        assertThat(Json.MAPPER.readTree(world.command("UANNA", " help ").body()).path("text").asText()).contains("/sales revenue by month");
    }

    @Test
    void aSuggestionIsAskedByWhoeverClicksIt() throws Exception {
        var mention = mention("UANNA", MANAGERS, "sales");
        world.event(mention);
        var answered = world.message();
        var option = answered.buttons().filter(button -> button.getActionId().equals("ask_0")).findFirst().orElseThrow();
        var click = click("UMO", MANAGERS, answered, mention.getEvent().getTs(), option.getActionId(), option.getValue());
        assertThat(world.interaction(click).statusCode()).isEqualTo(200);
        assertThat(world.interaction(click).statusCode()).as("sent twice").isEqualTo(200);

        var next = world.messages(2).getLast();
        assertThat(next.get("thread_ts")).isEqualTo(mention.getEvent().getTs());
        assertThat(next.shown()).contains("<@UMO> asks:");
        assertThat(questions).hasSize(2);
        assertThat(questions.getLast().text()).isEqualTo(option.getValue());
        assertThat(questions.getLast().viewer().id()).isEqualTo("key:mo");
    }

    @Test
    void anAnswerIsRatedByWhoAskedWithAReason() throws Exception {
        var mention = mention("UANNA", MANAGERS, REVENUE);
        world.event(mention);
        var answered = world.message();
        var value = answered.buttons().filter(button -> button.getActionId().equals("rate_wrong")).findFirst().orElseThrow().getValue();
        var thread = mention.getEvent().getTs();

        world.interaction(click("UMO", MANAGERS, answered, thread, "rate_right", value));
        assertThat(world.call("chat.postEphemeral").get("text")).contains("whoever asked");
        assertThat(world.ratings.list()).isEmpty();

        world.interaction(click("UANNA", MANAGERS, answered, thread, "rate_right", value));
        world.calls("chat.postEphemeral", 2);
        assertThat(world.ratings.list().getFirst().rating()).isEqualTo(Ratings.Rating.RIGHT);

        world.interaction(click("UANNA", MANAGERS, answered, thread, "rate_wrong", value));
        var view = world.call("views.open");
        assertThat(view.get("trigger_id")).isNotEmpty();
        world.interaction(submission("UANNA", value, "July is missing"));
        SlackWorld.await(() -> !world.ratings.list().getFirst().reason().isEmpty());
        assertThat(world.ratings.list()).hasSize(1);
        assertThat(world.ratings.list().getFirst().rating()).isEqualTo(Ratings.Rating.WRONG);
        assertThat(world.ratings.list().getFirst().reason()).isEqualTo("July is missing");
    }

    private static BlockActionPayload click(String user, String channel, SlackStandIn.Call message, String thread, String action, String value) throws Exception {
        var by = new BlockActionPayload.User();
        by.setId(user);
        by.setTeamId("T1");
        var in = new BlockActionPayload.Channel();
        in.setId(channel);
        var container = new BlockActionPayload.Container();
        container.setType("message");
        container.setChannelId(channel);
        container.setThreadTs(thread);
        container.setMessageTs(Json.MAPPER.readTree(message.answer()).path("ts").asText());
        var clicked = new BlockActionPayload.Action();
        clicked.setType("button");
        clicked.setActionId(action);
        clicked.setValue(value);
        return BlockActionPayload.builder().user(by).channel(in).triggerId(SlackWorld.name("trigger")).container(container).actions(List.of(clicked)).build();
    }

    private static ViewSubmissionPayload submission(String user, String value, String reason) {
        var by = new ViewSubmissionPayload.User();
        by.setId(user);
        var field = new ViewState.Value();
        field.setType("plain_text_input");
        field.setValue(reason);
        var state = ViewState.builder().values(Map.of("rating_reason", Map.of("rating_reason", field))).build();
        return ViewSubmissionPayload.builder().user(by).view(View.builder().id(SlackWorld.name("V")).callbackId("rating_reason").privateMetadata(value).state(state).build()).build();
    }

    // ---- answers ----------------------------------------------------------------------------------------------------

    private static final LargeAnswers LARGE = new LargeAnswers("&");

    /** The scripted answers, and some that reach Slack's limits. */
    private Answering withOthers(Answering scripted) {
        return (question, listener) -> {
            questions.add(question);
            if (question.text().equals("slow")) {
                await(thought);
            }
            var answer = shown(question, scripted.ask(question, listener), listener);
            meanwhile.run();
            answers.add(answer);
            return answer;
        };
    }

    private static Answer shown(Question question, Answer kept, TurnListener listener) {
        if (kept.status() == Status.OUT_OF_SCOPE) {
            listener.step("query_metrics", "Reading the numbers");
        }
        return switch (question.text()) {
            case "long table" -> with(kept, "The first of 500.", LARGE.table(500));
            case "long text" -> with(kept, LONG_TEXT);
            case "long everything" -> with(kept, "长".repeat(5_000), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.wide(), LARGE.wide());
            case "wide row" -> with(kept, "One customer.", LARGE.wide());
            case "hostile" -> with(kept, "Most came from <!channel> <https://evil.example|our page> & **<@UANNA>**.",
                    LARGE.finding(List.of(column("<!channel>"), column("*_`")), List.of(List.of("<https://evil.example|x>", "```"))));
            case "sales" -> with(kept, "Top by what?");
            case "nothing" -> with(kept, "x".repeat(7_000), LARGE.finding(List.of(column("A")), List.of()));
            default -> kept;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
