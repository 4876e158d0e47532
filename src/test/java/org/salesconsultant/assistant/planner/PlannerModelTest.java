package org.salesconsultant.assistant.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;

class PlannerModelTest {
    @TempDir static Path folder;
    private static PlannerFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new PlannerFixture(folder);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static AiMessage reply(Viewer viewer, ChatMessage... messages) {
        var request = ChatRequest.builder().messages(List.of(messages)).build();
        return fixture.planner.model(viewer, Language.ENGLISH, fixture.warehouse).chat(request).aiMessage();
    }

    private static ToolExecutionResultMessage result(AiMessage call, String json) {
        return ToolExecutionResultMessage.from(call.toolExecutionRequests().getFirst(), json);
    }

    @Test
    void saysTheSummaryAndTheCaveatsOfWhatAToolFound() {
        var question = UserMessage.from("orders in May 2011");
        var call = reply(PlannerFixture.MANAGER, question);
        var text = reply(PlannerFixture.MANAGER, SystemMessage.from("system"), question, call,
                result(call, "{\"status\":\"answered\",\"summary\":\"12 orders.\",\"caveats\":[\"One.\",\"Two.\",\"Three.\"],\"rows\":[[12]]}"));
        assertEquals("12 orders. One. Two.", text.text());
        assertFalse(text.hasToolExecutionRequests());
    }

    @Test
    void aCallThatFailedEndsTheTurnHonestly() {
        var question = UserMessage.from("orders in May 2011");
        var call = reply(PlannerFixture.MANAGER, question);
        var end = reply(PlannerFixture.MANAGER, question, call, result(call, "Unknown metric \"x\"."));
        assertEquals("conclude", end.toolExecutionRequests().getFirst().name());
        assertTrue(end.toolExecutionRequests().getFirst().arguments().contains("out_of_scope"));
    }

    @Test
    void twoRequestsInOneMessageAreTwoCalls() {
        var call = reply(PlannerFixture.MANAGER, UserMessage.from("What was revenue in May 2011? And how many orders?"));
        assertEquals(List.of("{\"metrics\":[\"revenue\"],\"period\":\"May 2011\"}", "{\"metrics\":[\"orders\"],\"period\":\"May 2011\"}"),
                call.toolExecutionRequests().stream().map(request -> request.arguments()).toList());
    }

    @Test
    void streamsTheTextInPiecesThatMakeItUp() {
        var question = UserMessage.from("orders in May 2011");
        var call = reply(PlannerFixture.MANAGER, question);
        var pieces = new ArrayList<String>();
        fixture.planner.model(PlannerFixture.MANAGER, Language.ENGLISH, fixture.warehouse).chat(
                ChatRequest.builder().messages(question, call, result(call, "{\"summary\":\"12 orders in May 2011.\"}")).build(),
                new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        pieces.add(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        pieces.add("|");
                    }

                    @Override
                    public void onError(Throwable error) {
                        throw new AssertionError(error);
                    }
                });
        assertEquals(List.of("12 ", "orders ", "in ", "May ", "2011.", "|"), pieces);
    }

    /** Corner Shop Ltd is Ben's customer; Anna must not even learn that it is near to what she wrote. */
    @Test
    void aRepIsToldOfNobodyElsesCustomers() {
        var anna = new Viewer("anna", "Anna", Role.REP, "Anna Keller");
        var arguments = reply(anna, UserMessage.from("revenue of customer Corner Shop Ltd")).toolExecutionRequests().getFirst().arguments();
        assertTrue(arguments.contains("\"empty\""), arguments);
        assertFalse(arguments.replace("Corner Shop Ltd\\\"", "").contains("12681"), arguments);
        assertTrue(reply(PlannerFixture.MANAGER, UserMessage.from("revenue of customer Corner Shop Ltd")).toolExecutionRequests().getFirst()
                .name().equals("query_metrics"));
    }

    @Test
    void offersTheNearToolsWhereNoneIsSureEnough() throws Exception {
        var arguments = Json.MAPPER.readTree(reply(PlannerFixture.MANAGER, UserMessage.from("help me with my customers")).toolExecutionRequests().getFirst().arguments());
        assertEquals("clarify", arguments.get("status").asText());
        assertTrue(arguments.get("options").size() > 1, arguments.toString());
        arguments.get("options").forEach(option -> assertTrue(isAnswered(option.asText()), option.asText()));
    }

    private static boolean isAnswered(String question) {
        return !reply(PlannerFixture.MANAGER, UserMessage.from(question)).toolExecutionRequests().getFirst().arguments().contains("\"status\"");
    }

    private static String asked(String finding, String second) {
        return asked("top 3 countries by revenue in Q3 2011", finding, second);
    }

    private static String asked(String question, String finding, String second) {
        var first = UserMessage.from(question);
        var call = reply(PlannerFixture.MANAGER, first);
        var next = reply(PlannerFixture.MANAGER, first, call, result(call, finding), AiMessage.from("France leads."), UserMessage.from(second)).toolExecutionRequests().getFirst();
        return next.name() + " " + next.arguments();
    }

    /** What the answer listed is known by its place in the list, with the period and what else was asked. */
    @Test
    void wordsForRowsOfTheLastAnswerStandForTheirMembers() {
        var finding = "{\"status\":\"answered\",\"columns\":[\"Country\",\"Revenue\"],\"rows\":[[\"France\",9],[\"Germany\",7],[\"Spain\",5]],\"summary\":\"France leads.\"}";
        assertEquals("query_metrics {\"metrics\":[\"orders\"],\"filters\":[{\"dimension\":\"country\",\"op\":\"is\",\"values\":[\"Germany\"]}],\"period\":\"Q3 2011\"}",
                asked(finding, "how many orders did the second one place"));
        assertEquals("query_metrics {\"metrics\":[\"revenue\"],\"dimensions\":[\"month\"],\"filters\":[{\"dimension\":\"country\",\"op\":\"is\",\"values\":[\"Spain\"]}],\"period\":\"Q3 2011\"}",
                asked(finding, "the last one by month"));
        assertEquals("query_metrics {\"metrics\":[\"orders\"],\"dimensions\":[\"country\"],\"filters\":[{\"dimension\":\"country\",\"op\":\"in\",\"values\":[\"France\",\"Germany\",\"Spain\"]}],\"period\":\"Q3 2011\"}",
                asked(finding, "how many orders did each of them place"));
        var without = "query_metrics {\"metrics\":[\"revenue\"],\"dimensions\":[\"country\"],\"filters\":[{\"dimension\":\"country\",\"op\":\"is_not\",\"values\":[\"France\"]}],\"period\":\"Q3 2011\",\"orderBy\":\"revenue desc\",\"limit\":3}";
        assertEquals(without, asked(finding, "excluding the first one"));
        assertEquals(without, asked(finding, "去掉第一名"));
        assertTrue(asked(finding, "and number 7?").startsWith("conclude"), "there is no seventh row");
        assertEquals("query_metrics {\"metrics\":[\"orders\"],\"dimensions\":[\"country\"],\"period\":\"2011\",\"orderBy\":\"orders desc\",\"limit\":1}",
                asked(finding, "Which country was number one by orders in 2011?"));
    }

    /** The pronoun is whoever the answer named first, if one was asked for; of the three best it is nobody. */
    @Test
    void whoWasFoundToBeTheBestIsSheOrHe() {
        var finding = "{\"status\":\"answered\",\"columns\":[\"Sales rep\",\"Revenue\"],\"rows\":[[\"Anna Keller\",9],[\"Ben Novak\",7],[\"Carla Rossi\",5]],\"summary\":\"Anna Keller leads.\"}";
        var hers = "query_metrics {\"metrics\":[\"revenue\"],\"filters\":[{\"dimension\":\"rep\",\"op\":\"is\",\"values\":[\"Anna Keller\"]}],\"period\":\"August 2011\"}";
        assertEquals(hers, asked("Who is our best rep by revenue in Q3 2011?", finding, "what was her revenue in August 2011?"));
        assertEquals(hers, asked("2011年第三季度销售额最高的销售代表是谁？", finding, "她2011年8月的销售额是多少"));
        assertTrue(asked("top 3 reps by revenue in Q3 2011", finding, "what was her revenue in August 2011?").startsWith("conclude"));
    }
}
