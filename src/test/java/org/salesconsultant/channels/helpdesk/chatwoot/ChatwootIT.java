package org.salesconsultant.channels.helpdesk.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.assistant.helpdesk.SampleHelpdesk;
import org.salesconsultant.channels.helpdesk.PostOffice;

/** From Chatwoot's webhook to Chatwoot's API, with the real helpdesk over the sample company and a real mail server. */
class ChatwootIT {
    @TempDir
    static Path folder;

    private static ChatwootStandIn chatwoot;
    private static PostOffice post;
    private static ChatwootWorld world;
    private long number;

    @BeforeAll
    static void start() throws Exception {
        chatwoot = new ChatwootStandIn();
        post = new PostOffice();
        world = new ChatwootWorld(folder, SampleHelpdesk.WAREHOUSES, chatwoot.url(), SampleHelpdesk.HELPDESK::reply, post.mailer());
    }

    @BeforeEach
    void forget() {
        chatwoot.done.clear();
        number = ChatwootWorld.number();
    }

    @AfterAll
    static void stop() {
        world.close();
        chatwoot.close();
        post.close();
    }

    /** The passages stand in knowledge/delivery.en.md and knowledge/returns.zh.md. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Do you deliver to Italy?  | freight forwarder | (Delivery terms, “Countries we deliver to”)
            磨豆机保修几年？             | 保修24个月          | （退货政策“保修”）
            """)
    void whatDocumentsSayIsAnsweredWithItsSource(String question, String fact, String source) throws Exception {
        world.say(number, question);
        assertThat(chatwoot.done).singleElement().asString().startsWith(number + " message ").contains(fact, source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What was in our last order?  | C1719 | Sure, it is %s        | The code is %s.  | en
            When did I place my latest order? | C1222 | Of course, here is the e-mail address of our account: %s. Kind regards, Emma | %s | en
            我们上一个订单里有什么？        | C1711 | 邮箱是%s，谢谢        | 验证码是%s       | zh
            """)
    void ordersAreToldOnceTheCodeFromTheMailIsGiven(String question, String customer, String address, String code, String language) throws Exception {
        var mail = text("SELECT email FROM customer WHERE code = '" + customer + "'");
        var order = lastOrder(customer);

        world.say(number, question);
        world.say(number, address.formatted(mail));
        assertThat(chatwoot.done).hasSize(2).noneMatch(done -> done.contains(order)).last().asString().contains(language.equals("en") ? "six digits" : "六位验证码");
        world.say(number, code.formatted(post.code(mail)));
        assertThat(chatwoot.done).hasSize(3).last().asString().startsWith(number + " message ").contains(order);
        assertThat(chatwoot.status(number)).isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is the third time you get it wrong and nobody answers. I want to talk to a manager now! | note Handed over: a complaint
            You will hear from our lawyer about this.                                                    | note Handed over: law
            我要投诉你们，叫你们经理马上给我打电话！                                                          | note 已转交：投诉
            """)
    void angerAndLawAreAPersons(String text, String note) throws Exception {
        world.say(number, text);
        assertThat(chatwoot.done).hasSize(3).first().asString().startsWith(number + " " + note);
        assertThat(chatwoot.done.get(1)).isEqualTo(number + " open");
        assertThat(chatwoot.status(number)).isEqualTo("open");
    }

    @Test
    void aReturnIsADraftForAPerson() throws Exception {
        world.say(number, "I want to send back three boxes, please give me a return number.");
        assertThat(chatwoot.done).hasSize(2).first().asString().startsWith(number + " note Draft (somebody has to do something");
        assertThat(chatwoot.status(number)).isEqualTo("open");
    }

    @Test
    void aMachineThatAnswersIsNotAnswered() throws Exception {
        world.say(number, "Automatic reply: I am out of the office until Monday and will answer your message then.");
        assertThat(chatwoot.done).noneMatch(done -> done.contains(" message ")).last().isEqualTo(number + " open");
    }

    @Test
    void whoRepeatsThemselvesIsAPersons() throws Exception {
        for (int i = 0; i < 4; i++) {
            world.say(number, "Do you deliver to Italy?");
        }
        assertThat(chatwoot.done).filteredOn(done -> done.contains(" message ")).hasSize(2);
        assertThat(chatwoot.done).last().isEqualTo(number + " open");
    }

    @Test
    void anotherHelpdesksConversationsAreVerifiedAlike() throws Exception {
        var mail = text("SELECT email FROM customer WHERE code = 'C1515'");
        var asked = world.autoreply("{\"conversationId\":\"t-1\",\"message\":\"What was in our last order?\",\"email\":\"%s\"}".formatted(mail));
        assertThat(asked.path("decision").asText()).isEqualTo("send");
        assertThat(asked.path("text").asText()).contains("If the e-mail address you write with");
        var code = post.code(mail);
        assertThat(world.autoreply("{\"conversationId\":\"t-2\",\"message\":\"%s\"}".formatted(code)).path("findings")).isEmpty();
        var told = world.autoreply("{\"conversationId\":\"t-1\",\"message\":\"%s\"}".formatted(code));
        assertThat(told.path("reason").asText()).isEqualTo("own_order");
        assertThat(told.path("text").asText()).startsWith("Thank you, now we know who is asking.").contains(lastOrder("C1515"));
        assertThat(world.autoreply("{\"message\":\"What was in our last order?\"}").path("reason").asText()).as("in no conversation").isEqualTo("own_order_needs_verification");
        assertThat(world.autoreply("{\"message\":\"What was in our last order?\",\"conversationId\":\"%s\"}".formatted("x".repeat(201))).at("/error/code").asText()).isEqualTo("bad_input");
    }

    private static String lastOrder(String customer) {
        return text("SELECT o.number FROM orders o JOIN customer c USING (customer_key) WHERE c.code = '" + customer + "' AND o.sale_lines > 0 ORDER BY o.day DESC, o.order_key DESC LIMIT 1");
    }

    private static String text(String sql) {
        return SampleHelpdesk.WAREHOUSES.current().database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
