package org.salesconsultant.channels.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.access.IdentityCodes;
import org.salesconsultant.assistant.helpdesk.Decision;
import org.salesconsultant.assistant.helpdesk.Reason;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/** C1 is at anna@rose.example, C2 at bert@mill.example; C3 and C4 share one address. */
class FrontDeskTest {
    private static final String QUESTION = "What was in my last order?";
    private static final String ANNA = "anna@rose.example";

    private static PostOffice post;
    private static Warehouses warehouses;

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private Database state;
    private FrontDesk desk;

    @BeforeAll
    static void open(@TempDir Path data) {
        post = new PostOffice();
        warehouses = Warehouses.open(data, null);
        warehouses.own().database().write(handle -> handle.execute("""
                INSERT INTO customer (code, code_folded, name, email) VALUES ('C1', 'c1', 'Rose', 'Anna@Rose.example'), ('C2', 'c2', 'Mill', 'bert@mill.example'),
                  ('C3', 'c3', 'One', 'both@two.example'), ('C4', 'c4', 'Two', 'both@two.example'), ('C5', 'c5', 'Gone', 'gone@five.example')"""));
    }

    @AfterAll
    static void close() {
        warehouses.close();
        post.close();
    }

    @BeforeEach
    void begin() throws Exception {
        post.forget();
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        desk = desk(post.mailer());
    }

    @AfterEach
    void end() {
        state.close();
    }

    private FrontDesk desk(Optional<Mailer> mailer) {
        return new FrontDesk(ScriptedHelpdesk::reply, warehouses, state, new VerificationSettings(new IdentityCodes.Rules(Duration.ofMinutes(10), 5, 3), Duration.ofHours(2)), mailer,
                () -> now, new Home(Path.of("")));
    }

    private Reply says(String text) {
        return says("chat 1", text, null);
    }

    private Reply says(String conversation, String text, @Nullable String mail) {
        return desk.reply(new Inquiry(conversation, text, List.of(), mail));
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    // ---- proof ------------------------------------------------------------------------------------------------------

    @Test
    void whoAsksForTheirOrdersIsToldThemOnceTheCodeFromTheMailIsGiven() throws Exception {
        assertThat(says(QUESTION).text()).isEqualTo(ScriptedHelpdesk.ASK);
        assertThat(says("Sure, it is " + ANNA).text()).contains("a code of six digits is on its way");
        var mail = post.mails().getLast();
        assertThat(mail.getAllRecipients()).hasSize(1).extracting(Object::toString).containsExactly("Anna@Rose.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("desk@shop.example");
        assertThat(mail.getContent().toString()).contains("within 10 minutes").doesNotContain("C1", "Rose", "last order");
        assertThat(mail.getSubject()).doesNotContain(post.code(ANNA));

        var reply = says("the code is " + post.code(ANNA).substring(0, 3) + " " + post.code(ANNA).substring(3));
        assertThat(reply.text()).isEqualTo("Thank you, now we know who is asking.\n\nOrders of C1: " + QUESTION);
        assertThat(reply.reason()).isEqualTo(Reason.OWN_ORDER);
        assertThat(says("And my orders of June?").text()).isEqualTo("Orders of C1: And my orders of June?");
        assertThat(says("chat 2", QUESTION, null).text()).as("another conversation").isEqualTo(ScriptedHelpdesk.ASK);
    }

    @Test
    void inChineseToo() throws Exception {
        says("我上一个订单里有什么？");
        assertThat(says("邮箱是" + ANNA + "。").text()).contains("六位验证码已发往该邮箱");
        assertThat(post.mails().getLast().getSubject()).isEqualTo("您的验证码");
        var wide = post.code(ANNA).chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '０'))).reduce("", String::concat);
        assertThat(says("验证码：" + wide).text()).startsWith("谢谢，您的身份已确认。").endsWith("Orders of C1: 我上一个订单里有什么？");
    }

    @Test
    void theAddressMayStandInTheQuestionOrBeTheContacts() throws Exception {
        assertThat(says("chat 1", "I am " + ANNA + ", what was in my last order?", "bert@mill.example").text()).contains("If this is the e-mail address of one customer account");
        assertThat(post.mails().getLast().getAllRecipients()[0]).hasToString("Anna@Rose.example");
        assertThat(says("chat 2", QUESTION, "bert@mill.example").text()).contains("If the e-mail address you write with is that of one customer account");
        assertThat(says("chat 2", post.code("bert@mill.example"), null).text()).endsWith("Orders of C2: " + QUESTION);
    }

    @Test
    void theProofEndsAfterItsTime() throws Exception {
        says(QUESTION);
        says(ANNA);
        says(post.code(ANNA));
        now = now.plus(Duration.ofMinutes(119));
        assertThat(says(QUESTION).reason()).isEqualTo(Reason.OWN_ORDER);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(says(QUESTION).text()).isEqualTo(ScriptedHelpdesk.ASK);
    }

    @Test
    void codeAndProofOutliveARestart() throws Exception {
        says(QUESTION);
        says(ANNA);
        reopen();
        assertThat(says(post.code(ANNA)).text()).contains("Orders of C1");
        reopen();
        assertThat(says(QUESTION).text()).contains("Orders of C1");
    }

    private void reopen() {
        state.close();
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        desk = desk(post.mailer());
    }

    @Test
    void aCustomerWhoHasGoneFromTheDataIsNobody() throws Exception {
        says(QUESTION);
        says("gone@five.example");
        assertThat(says(post.code("gone@five.example")).text()).contains("Orders of C5");
        warehouses.own().database().write(handle -> handle.execute("DELETE FROM customer WHERE code = 'C5'"));
        assertThat(says(QUESTION).text()).isEqualTo(ScriptedHelpdesk.ASK);
    }

    // ---- what is no proof -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"nobody@else.example", "both@two.example"})
    void whetherAnAddressIsACustomersIsNeverSaid(String address) throws Exception {
        for (var conversation : List.of("known", "unknown")) {
            says(conversation, QUESTION, null);
        }
        assertThat(says("unknown", address, null)).isEqualTo(says("known", ANNA, null));
        assertThat(post.mails()).hasSize(1);
        var wrong = other(post.code(ANNA));
        for (int i = 0; i < 6; i++) {
            assertThat(says("unknown", wrong, null)).isEqualTo(says("known", wrong, null));
        }
        now = now.plus(Duration.ofMinutes(11));
        assertThat(says("unknown", wrong, null)).isEqualTo(says("known", wrong, null));
    }

    @Test
    void fiveTriesAreAllThereAre() throws Exception {
        says(QUESTION);
        says(ANNA);
        var code = post.code(ANNA);
        for (int left = 4; left > 0; left--) {
            var reply = says(other(code));
            assertThat(reply.decision()).isEqualTo(Decision.SEND);
            assertThat(reply.text()).startsWith("That is not the code.").contains(left == 1 ? "once more" : left + " more times");
        }
        assertThat(says(other(code)).decision()).isEqualTo(Decision.HANDOVER);
        assertThat(says(code).text()).as("the right one, too late").contains("too many tries").doesNotContain("C1");
    }

    @Test
    void aCodeLivesTenMinutes() throws Exception {
        says(QUESTION);
        says(ANNA);
        now = now.plus(Duration.ofSeconds(601));
        assertThat(says(post.code(ANNA)).text()).contains("no longer valid");
        says(ANNA);
        assertThat(post.mails()).hasSize(2);
        assertThat(says(post.code(ANNA)).text()).contains("Orders of C1");
    }

    @Test
    void aCodeIsOfItsConversationAndTheNewestOnly() throws Exception {
        says(QUESTION);
        says(ANNA);
        var first = post.code(ANNA);
        says("chat 2", QUESTION, null);
        says("chat 2", "bert@mill.example", null);
        assertThat(says("chat 2", first, null).text()).startsWith("That is not the code");
        says(ANNA);
        assertThat(says(first).text()).startsWith("That is not the code");
        assertThat(says(post.code(ANNA)).text()).contains("Orders of C1");
    }

    @Test
    void threeCodesAnHourAreAllThereAre() {
        says(QUESTION);
        for (int i = 0; i < 3; i++) {
            assertThat(says(ANNA).decision()).isEqualTo(Decision.SEND);
        }
        assertThat(says(ANNA).decision()).as("in the conversation").isEqualTo(Decision.HANDOVER);
        assertThat(says("chat 2", QUESTION, "ANNA@rose.example").decision()).as("for the address").isEqualTo(Decision.HANDOVER);
        assertThat(post.mails()).hasSize(3);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(says("chat 2", QUESTION, ANNA).decision()).isEqualTo(Decision.SEND);
        assertThat(post.mails()).hasSize(4);
    }

    @Test
    void noOtherMailIsSentWhileACodeIsAwaited() {
        says("chat 1", QUESTION, ANNA);
        assertThat(says("chat 1", "Where are my orders?", ANNA).text()).contains("Please reply with the code");
        assertThat(post.mails()).hasSize(1);
    }

    // ---- what is not promised ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {ANNA, "nobody@else.example"})
    void aMailThatCannotBeSentIsSaidAndAPersonTakesOver(String address) {
        try (var other = new PostOffice()) {
            desk = desk(other.mailer());
        }
        says(QUESTION);
        var reply = says(address);
        assertThat(reply.decision()).isEqualTo(Decision.HANDOVER);
        assertThat(reply.text()).contains("cannot send you a code").doesNotContain("on its way");
    }

    @Test
    void withoutMailAPersonTakesOver() {
        desk = desk(Optional.empty());
        assertThat(says(QUESTION).decision()).isEqualTo(Decision.HANDOVER);
        assertThat(says("How long can I return?").text()).isEqualTo("14 days (Returns)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I will call my lawyer, and I am anna@rose.example | legal
            Never mind. How long can I return?                | knowledge
            """)
    void aQuestionOfItsOwnIsAnsweredAsOne(String text, String reason) {
        says(QUESTION);
        assertThat(says(text).reason().word()).isEqualTo(reason);
        assertThat(post.mails()).isEmpty();
    }

    @Test
    void whatIsKnownBesideIsSaidBeforeAnyCode() {
        assertThat(says("chat 1", "Is there a minimum, and what did we pay?", ANNA).text()).isEqualTo("No minimum (FAQ). " + ScriptedHelpdesk.ASK);
        assertThat(post.mails()).isEmpty();
        assertThat(says(ANNA).text()).contains("on its way");
    }

    @Test
    void noCodeIsKept() throws Exception {
        says(QUESTION);
        says(ANNA);
        says(other(post.code(ANNA)));
        says(post.code(ANNA));
        var code = post.code(ANNA);
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("assistant.db")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(code);
            }
        }
    }
}
