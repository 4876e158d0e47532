package org.salesconsultant.channels.helpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.assistant.helpdesk.Reason;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.channels.Logged;
import org.salesconsultant.channels.helpdesk.PostOffice;
import org.salesconsultant.channels.helpdesk.ScriptedHelpdesk;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.slf4j.LoggerFactory;

/** C1 is at anna@rose.example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatwootTest {
    private static final String ANNA = "anna@rose.example";

    private final PostOffice post = new PostOffice();
    private final Semaphore thoughts = new Semaphore(0);
    private ChatwootStandIn chatwoot;
    private Warehouses warehouses;
    private ChatwootWorld world;
    private Path folder;
    private long number;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        folder = data;
        chatwoot = new ChatwootStandIn();
        warehouses = Warehouses.open(folder, null);
        warehouses.own().database().write(handle -> handle.execute("INSERT INTO customer (code, code_folded, name, email) VALUES ('C1', 'c1', 'Rose', 'anna@rose.example')"));
        open();
    }

    @BeforeEach
    void forget() throws Exception {
        chatwoot.done.clear();
        post.forget();
        number = ChatwootWorld.number();
    }

    @AfterAll
    void stop() {
        world.close();
        warehouses.close();
        chatwoot.close();
        post.close();
    }

    private void open() throws Exception {
        world = new ChatwootWorld(folder, warehouses, chatwoot.url(), this::thinking, post.mailer());
    }

    private Reply thinking(CustomerMessage message) {
        if (message.text().startsWith("slow")) {
            thoughts.acquireUninterruptibly();
        }
        return ScriptedHelpdesk.reply(message);
    }

    private void restart() throws Exception {
        world.close();
        open();
    }

    // ---- what a message gets ----------------------------------------------------------------------------------------

    @Test
    void whatIsKnownIsAnswered() throws Exception {
        world.say(number, "How long can I return?");
        assertThat(chatwoot.done).containsExactly(number + " message 14 days (Returns)");
    }

    @Test
    void aDraftIsANoteForAPersonAndTheCustomerIsToldNothing() throws Exception {
        world.say(number, "Please cancel it");
        assertThat(chatwoot.done).containsExactly(number + " note Draft (somebody has to do something; right with 87 %). Complete it and send it yourself:\n\nOur rules: …", number + " open");
    }

    @Test
    void aPersonTakesOverBeforeItIsSaid() throws Exception {
        world.say(number, "You will hear from my lawyer");
        assertThat(chatwoot.done).containsExactly(number + " note Handed over: law, data protection or harm (93 %).", number + " open", number + " message " + ScriptedHelpdesk.TAKES_OVER);
        assertThat(chatwoot.status(number)).isEqualTo("open");
    }

    @Test
    void whatCannotBeAnsweredIsAPersons() throws Exception {
        world.say(number, "broken");
        assertThat(chatwoot.done).satisfiesExactly(note -> assertThat(note).contains("could not be answered").doesNotContain("a bug"), open -> assertThat(open).endsWith("open"),
                said -> assertThat(said).contains("message A colleague of ours takes over"));
        forget();
        world.say(number, "");
        assertThat(chatwoot.done.getFirst()).contains("has no text");
    }

    @Test
    void aMachineGetsNoReply() throws Exception {
        world.say(number, "Out of office");
        assertThat(chatwoot.done).hasSize(2).last().isEqualTo(number + " open");
    }

    @Test
    void twoMachinesDoNotAnswerEachOtherForEver() throws Exception {
        for (int i = 0; i <= ChatwootWorld.MOST_REPLIES; i++) {
            world.say(number, "thanks no. " + i);
        }
        world.say(number, "thanks again");
        assertThat(chatwoot.done).hasSize(ChatwootWorld.MOST_REPLIES + 2).last().isEqualTo(number + " open");
        assertThat(chatwoot.done.get(ChatwootWorld.MOST_REPLIES)).contains("note Handed over: too many messages");
    }

    @Test
    void whatWasWrittenBeforeIsKnown() throws Exception {
        world.say(number, "How long can I return?");
        world.say(number, "thanks");
        assertThat(chatwoot.done.getLast()).endsWith("You are welcome after [How long can I return?].");
    }

    @Test
    void afterAHandoverThePersonIsNotInterrupted() throws Exception {
        chatwoot.isDown.set(true);
        assertThat(world.post(ChatwootWorld.message(number, 7, "My lawyer!", null)).statusCode()).isEqualTo(200);
        assertThat(world.post(ChatwootWorld.message(number, 7, "How long can I return?", null)).statusCode()).isEqualTo(200);
        chatwoot.isDown.set(false);
        world.rest();
        assertThat(chatwoot.done).extracting(done -> done.split(" ")[1]).containsExactly("note", "open", "message");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void colleaguesAreToldEveryReasonInWords(Reason reason) {
        var words = ChatwootPrompt.words(new Home(Path.of("")));
        assertThat(Stream.of(Language.values()).map(language -> words.say(language, "reason_" + reason.word()))).doesNotContain("").doesNotHaveDuplicates();
    }

    // ---- whom it hears ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"/message_type, outgoing", "/message_type, template", "/message_type, activity", "/private, true", "/conversation/status, open", "/conversation/status, resolved",
            "/conversation/status, snoozed", "/event, message_updated", "/event, conversation_opened", "/event, webwidget_triggered"})
    void onlyWhatContactsWriteInItsConversationsIsAnswered(String field, String value) throws Exception {
        var message = ChatwootWorld.changed(ChatwootWorld.message(number, 7, "How long can I return?", null), event -> {
            int last = field.lastIndexOf('/');
            ((ObjectNode) event.at(field.substring(0, last))).putPOJO(field.substring(last + 1), value.equals("true") ? true : value);
            return event;
        });
        world.say(message);
        assertThat(chatwoot.done).isEmpty();
    }

    @Test
    void whatChatwootHasNotSignedNowIsRefused() throws Exception {
        var body = ChatwootWorld.message(number, 7, "How long can I return?", null);
        long now = Instant.now().getEpochSecond();
        var signature = "sha256=" + ChatwootWorld.hmac(now + "." + body, ChatwootWorld.SECRET);
        assertThat(world.post(body, now, "another secret").statusCode()).isEqualTo(401);
        assertThat(world.post(body, now - 301, ChatwootWorld.SECRET).statusCode()).as("stale").isEqualTo(401);
        assertThat(world.post(body, now + 330, ChatwootWorld.SECRET).statusCode()).as("of the future").isEqualTo(401);
        assertThat(world.post(body.replace("return", "refund"), Long.toString(now), signature).statusCode()).as("another body").isEqualTo(401);
        assertThat(world.post(body, Long.toString(now + 1), signature).statusCode()).as("another time").isEqualTo(401);
        assertThat(world.post(body, Long.toString(now), "sha256=" + ChatwootWorld.hmac(body, ChatwootWorld.SECRET)).statusCode()).as("without the time").isEqualTo(401);
        assertThat(world.post(body, "", "").statusCode()).isEqualTo(401);
        assertThat(world.post("not JSON", now, ChatwootWorld.SECRET).statusCode()).isEqualTo(400);
        assertThat(world.post("{\"event\":\"message_created\",\"message_type\":\"incoming\",\"conversation\":{\"status\":\"pending\"}}", now, ChatwootWorld.SECRET).statusCode()).isEqualTo(400);
        world.rest();
        assertThat(chatwoot.done).isEmpty();
        assertThat(world.post(body, now - 290, ChatwootWorld.SECRET).statusCode()).isEqualTo(200);
        world.rest();
        assertThat(chatwoot.done).hasSize(1);
    }

    /** {@code printf '1795424400.{"event":"x"}' | openssl dgst -sha256 -hmac whsec-of-the-bot} */
    @Test
    void signsAsOpensslDoes() throws Exception {
        assertThat(ChatwootWorld.hmac("1795424400.{\"event\":\"x\"}", ChatwootWorld.SECRET)).isEqualTo("97a87c52e444bc5e1aa3af1d0dc850f69f452cc703a6ea2f5f0f3a4f37d7d71c");
    }

    @Test
    void whatIsDeliveredTwiceIsAnsweredOnce() throws Exception {
        var message = ChatwootWorld.message(number, 7, "How long can I return?", null);
        world.say(message);
        world.say(message);
        restart();
        world.say(message);
        assertThat(chatwoot.done).hasSize(1);
    }

    @Test
    void chatwootDoesNotWaitForTheAnswer() throws Exception {
        assertThat(world.post(ChatwootWorld.message(number, 7, "slow: how long can I return?", null)).statusCode()).isEqualTo(200);
        assertThat(chatwoot.done).isEmpty();
        thoughts.release();
        world.rest();
        assertThat(chatwoot.done).containsExactly(number + " message 14 days (Returns)");
    }

    // ---- when Chatwoot cannot be reached ----------------------------------------------------------------------------

    @Test
    void nothingIsLostOrSaidTwiceWhileChatwootIsDown() throws Exception {
        chatwoot.isDown.set(true);
        assertThat(world.post(ChatwootWorld.message(number, 7, "How long can I return?", null)).statusCode()).isEqualTo(200);
        assertThat(world.post(ChatwootWorld.message(number, 7, "thanks", null)).statusCode()).isEqualTo(200);
        restart();
        chatwoot.isDown.set(false);
        world.rest();
        assertThat(chatwoot.done).satisfiesExactly(first -> assertThat(first).contains("14 days"), second -> assertThat(second).contains("You are welcome"));
    }

    @Test
    void aHandoverThatDidNotHappenIsNotSaidToHave() throws Exception {
        chatwoot.keepsStatus.set(true);
        assertThat(world.post(ChatwootWorld.message(number, 7, "My lawyer will call", null)).statusCode()).isEqualTo(200);
        for (int tries = 0; tries < 3_000 && chatwoot.done.size() < 2; tries++) {
            Thread.sleep(20);
        }
        assertThat(chatwoot.done).satisfiesExactly(reason -> assertThat(reason).contains("note Handed over"), failed -> assertThat(failed).contains("note I could not hand this conversation over"));
        chatwoot.keepsStatus.set(false);
        world.rest();
        assertThat(chatwoot.done.subList(2, chatwoot.done.size())).containsExactly(number + " open", number + " message " + ScriptedHelpdesk.TAKES_OVER);
    }

    // ---- proof ------------------------------------------------------------------------------------------------------

    @Test
    @ResourceLock(Logged.LOCK)
    void whoProvesByMailWhoTheyAreIsToldWhatTheyAskedAndTheCodeIsKeptNowhere() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        world.say(number, "What was in my last order?");
        world.say(number, "It is " + ANNA);
        var code = post.code(ANNA);
        world.say(number, code);
        world.say(number, "And my first order?");
        root.detachAppender(log);

        assertThat(chatwoot.done).satisfiesExactly(asks -> assertThat(asks).endsWith(ScriptedHelpdesk.ASK), sent -> assertThat(sent).contains("on its way"),
                answers -> assertThat(answers).endsWith("Orders of C1: What was in my last order?"), goesOn -> assertThat(goesOn).endsWith("Orders of C1: And my first order?"));
        assertThat(chatwoot.done).noneMatch(done -> done.contains(code));
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(code));
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("assistant.db")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(code);
            }
        }
    }

    @Test
    void theProofIsTheContactsAlone() throws Exception {
        world.say(ChatwootWorld.message(number, 7, "What was in my last order?", ANNA));
        assertThat(chatwoot.done.getLast()).contains("If the e-mail address you write with");
        world.say(ChatwootWorld.message(number, 8, post.code(ANNA), null));
        assertThat(chatwoot.done).noneMatch(done -> done.contains("C1"));
    }

    @Test
    void aCodeThatWasLostIsAskedForAgain() throws Exception {
        world.say(ChatwootWorld.message(number, 7, "What was in my last order?", ANNA));
        world.close();
        var state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        new DeskThreads(state).keep("chatwoot 3 message " + ChatwootWorld.number(), new Conversation(3, number, 7).thread(), null, null);
        state.close();
        open();
        world.rest();
        assertThat(chatwoot.done.getLast()).contains("Please write it once more");
    }

    // ---- settings ---------------------------------------------------------------------------------------------------

    @Test
    void whatIsMissingIsNamedAndNoSecretIsTold() {
        var some = Map.of("url", "https://chat.example.com", "webhook-secret", "hush");
        assertThat(ChatwootSettings.of(ConfigFactory.empty())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> ChatwootSettings.of(ConfigFactory.parseMap(some))).isInstanceOf(UserError.class).hasMessageContaining("what is missing: CHATWOOT_BOT_TOKEN.")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> ChatwootSettings.of(ConfigFactory.parseMap(Map.of("url", "chat", "webhook-secret", "hush", "bot-token", "t")))).hasMessageContaining("CHATWOOT_URL is no address");
        assertThat(new ChatwootSettings(chatwoot.url(), "hush", "hush", 1, 1, Duration.ZERO, Duration.ZERO, 1).toString().toLowerCase(Locale.ROOT)).doesNotContain("hush");
    }

    @Test
    void theShippedSettingsHoldForChatwootAtAPath() {
        var shipped = ConfigFactory.parseFile(Path.of("config/application.conf").toFile()).getConfig("chatwoot").withoutPath("url").withoutPath("bot-token").withoutPath("webhook-secret");
        var found = ChatwootSettings.of(ConfigFactory.parseMap(Map.of("url", "https://example.com/chat", "bot-token", "t", "webhook-secret", "s")).withFallback(shipped)).orElseThrow();
        assertThat(found.url()).hasToString("https://example.com/chat/");
        assertThat(List.of(found.retryEvery(), found.giveUpAfter())).isEqualTo(List.of(Duration.ofSeconds(30), Duration.ofDays(1)));
    }
}
