package org.salesconsultant.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private static final String REVENUE = "{\"message\":\"Revenue by month this year\"}";

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.over(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void answersAQuestionAsJson() throws Exception {
        var response = server.post("/api/chat", REVENUE);

        assertEquals(200, response.statusCode());
        var answer = RunningServer.json(response);
        assertEquals("answered", answer.path("status").asText());
        assertEquals("embedded", answer.path("brain").asText());
        assertEquals("2024-01-01", answer.at("/findings/0/rows/0/0").asText(), "dates are ISO");
        assertTrue(answer.at("/findings/0/rows/0/1").isNumber(), "numbers are JSON numbers");
        assertEquals("line", answer.at("/findings/0/chart/kind").asText());
        assertTrue(answer.path("messageId").asText().startsWith("m_"));
    }

    @Test
    void streamsATurnInTheOrderOfItsEvents() throws Exception {
        var response = server.send(server.signed("/api/chat").header("Accept", "text/event-stream")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(REVENUE)));

        assertEquals("text/event-stream;charset=utf-8", response.headers().firstValue("Content-Type").orElseThrow().replace(" ", "").toLowerCase());
        var names = response.body().lines().filter(line -> line.startsWith("event: ")).map(line -> line.substring(7)).distinct().toList();
        assertEquals(List.of("started", "tool", "finding", "token", "done"), names);
        var text = new StringBuilder();
        var done = "";
        for (var event : response.body().split("\n\n")) {
            var data = event.substring(event.indexOf("\ndata: ") + 7);
            if (event.startsWith("event: token")) {
                text.append(Json.MAPPER.readTree(data).path("text").asText());
            }
            if (event.startsWith("event: done")) {
                done = Json.MAPPER.readTree(data).path("text").asText();
            }
        }
        assertEquals(done, text.toString(), "the pieces are the whole text");
    }

    @Test
    void keepsATurnWhoseReaderLeft(@TempDir Path folder) throws Exception {
        var left = new CountDownLatch(1);
        try (var watched = RunningServer.over(folder, scripted -> (question, listener) -> {
            listener.started("c_1", "m_1");
            await(left);
            return scripted.ask(question, listener);
        })) {
            var body = "{\"message\":\"Which products sold most?\"}".getBytes(StandardCharsets.UTF_8);
            try (var socket = new Socket("127.0.0.1", watched.server.port())) {
                socket.getOutputStream().write(("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + watched.key
                        + "\r\nAccept: text/event-stream\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(body);
                socket.getInputStream().read();
                socket.setSoLinger(true, 0);
            }
            left.countDown();

            for (int tries = 0; tries < 1_000 && RunningServer.json(watched.get("/api/conversations")).path("conversations").isEmpty(); tries++) {
                Thread.sleep(20);
            }
            assertEquals(1, RunningServer.json(watched.get("/api/conversations")).path("conversations").size());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersInTheLanguageOfTheQuestion() throws Exception {
        var answer = RunningServer.json(server.post("/api/chat", "{\"message\":\"今年每个月的收入\",\"language\":\"zh\"}"));

        assertTrue(answer.path("text").asText().contains("万英镑"));
    }

    @Test
    void goesOnWithAConversationAndListsIt() throws Exception {
        var first = RunningServer.json(server.post("/api/chat", REVENUE));
        var id = first.path("conversationId").asText();
        server.post("/api/chat", "{\"message\":\"Which products sold most?\",\"conversationId\":\"" + id + "\"}");

        var list = RunningServer.json(server.get("/api/conversations")).path("conversations");
        assertEquals(id, list.get(0).path("conversationId").asText(), "the newest first");
        assertEquals("Revenue by month this year", list.get(0).path("title").asText());
        var messages = RunningServer.json(server.get("/api/conversations/" + id)).path("messages");
        assertEquals(2, messages.size());
        assertEquals(first.path("text"), messages.get(0).at("/answer/text"));
    }

    @Test
    void aFirstQuestionThatBrokeCanBeAskedAgainInItsConversation(@TempDir Path folder) throws Exception {
        var ids = new CopyOnWriteArrayList<String>();
        try (var breaking = RunningServer.over(folder, scripted -> (question, listener) -> scripted.ask(question, new TurnListener() {
            @Override
            public void started(String conversationId, String messageId) {
                ids.add(conversationId);
                if (ids.size() == 1) {
                    throw new IllegalStateException("a bug");
                }
            }
        }))) {
            assertEquals(500, breaking.post("/api/chat", REVENUE).statusCode());
            var path = "/api/conversations/" + ids.getFirst();
            assertEquals(0, RunningServer.json(breaking.get("/api/conversations")).path("conversations").size(), "nothing to be listed");
            assertEquals(200, breaking.get(path).statusCode());

            assertEquals(200, breaking.post("/api/chat", "{\"message\":\"Which products sold most?\",\"conversationId\":\"" + ids.getFirst() + "\"}").statusCode());
            assertEquals(1, RunningServer.json(breaking.get(path)).path("messages").size());
        }
    }

    @Test
    void keepsARating() throws Exception {
        var answer = RunningServer.json(server.post("/api/chat", REVENUE));
        var rated = server.post("/api/messages/" + answer.path("messageId").asText() + "/rating",
                "{\"rating\":\"wrong\",\"reason\":\"July is missing\"}");

        assertEquals(204, rated.statusCode());
        var conversation = RunningServer.json(server.get("/api/conversations/" + answer.path("conversationId").asText()));
        assertEquals("wrong", conversation.at("/messages/0/rating").asText());
    }

    @Test
    void showsAllRatingsToAnAdminAlone() throws Exception {
        var answer = RunningServer.json(server.post("/api/chat", REVENUE));
        var id = answer.path("messageId").asText();
        server.post("/api/messages/" + id + "/rating", "{\"rating\":\"right\"}");
        server.post("/api/messages/" + id + "/rating", "{\"rating\":\"wrong\",\"reason\":\"July is missing\"}");

        for (var role : new Role[] {Role.MANAGER, Role.REP, Role.SERVICE}) {
            var key = server.keys.add("no " + role.word(), role, null);
            assertError(server.send(server.request("/api/ratings").header("Authorization", "Bearer " + key)), 403, "not_allowed");
        }
        var admin = server.keys.add("boss", Role.ADMIN, null);
        var rated = RunningServer.json(server.send(server.request("/api/ratings").header("Authorization", "Bearer " + admin))).path("ratings");
        var ours = rated.findValues("messageId").stream().filter(one -> one.asText().equals(id)).toList();
        assertEquals(1, ours.size(), "a second rating replaces the first");
        assertEquals(id, rated.get(0).path("messageId").asText(), "the newest first");
        assertEquals("wrong", rated.get(0).path("rating").asText());
        assertEquals("July is missing", rated.get(0).path("reason").asText());
        assertEquals("open", rated.get(0).path("review").asText());
        assertEquals("key:tester", rated.get(0).path("who").asText());
        assertEquals("Revenue by month this year", rated.get(0).path("question").asText());
        assertEquals(answer.path("text"), rated.get(0).path("answer"));
    }

    @Test
    void exportsATableAsCsv() throws Exception {
        var answer = RunningServer.json(server.post("/api/chat", "{\"message\":\"What is our returns policy?\"}"));
        var path = "/api/findings/" + answer.at("/findings/0/id").asText() + ".csv";
        var response = server.get(path);

        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("text/csv"));
        assertEquals("attachment; filename=\"Passages-about-returns.csv\"", response.headers().firstValue("Content-Disposition").orElseThrow());
        assertTrue(response.body().startsWith("Document,Passage\r\nReturns policy,"), response.body());
        assertEquals('\uFEFF', server.get(path + "?excel").body().charAt(0), "Excel knows UTF-8 by its mark");
    }

    @Test
    void exportsAChartAsPng() throws Exception {
        var chart = RunningServer.json(server.post("/api/chat", REVENUE)).at("/findings/0/id").asText();
        var response = server.get("/api/findings/" + chart + ".png");

        assertEquals(200, response.statusCode());
        assertEquals("image/png", response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().contains("PNG"), "the file's own mark");
        var table = RunningServer.json(server.post("/api/chat", "{\"message\":\"What is our returns policy?\"}")).at("/findings/0/id").asText();
        assertError(server.get("/api/findings/" + table + ".png"), 404, "not_found");
    }

    @Test
    void aSignedLinkOpensUntilItEnds() throws Exception {
        var path = "/api/findings/" + RunningServer.json(server.post("/api/chat", REVENUE)).at("/findings/0/id").asText() + ".csv";
        var signatures = new LinkSignatures(server.state);
        long now = Instant.now().getEpochSecond();
        var open = server.send(server.request(path + "?until=" + (now + 60) + "&signature=" + signatures.of(path, now + 60)));
        assertEquals(200, open.statusCode(), "though the signature was made by another reader of the store, as after a restart");
        assertError(server.send(server.request(path + "?until=" + (now - 1) + "&signature=" + signatures.of(path, now - 1))), 403, "not_allowed");
        assertError(server.send(server.request(path + "?until=" + now + "&signature=")), 403, "not_allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"message"                                        | 400 | bad_input | not valid JSON
            null                                              | 400 | bad_input | null
            [1]                                               | 400 | bad_input | does not fit
            {}                                                | 400 | bad_input | empty
            {"message":"   "}                                 | 400 | bad_input | empty
            {"message":"x","verbose":true}                    | 400 | bad_input | verbose
            {"message":"x","language":"fr"}                   | 400 | bad_input | fr
            {"message":"x","conversationId":"c_unknown"}      | 404 | not_found | conversation""")
    void refusesBadQuestionsWithTheNextStep(String body, int status, String code, String words) throws Exception {
        for (var accept : new String[] {"application/json", "text/event-stream"}) {
            var response = server.send(server.signed("/api/chat").header("Accept", accept).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));

            assertError(response, status, code);
            assertTrue(RunningServer.json(response).at("/error/message").asText().contains(words), response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_001, 100_000})
    void refusesAMessageThatIsTooLong(int length) throws Exception {
        var response = server.post("/api/chat", "{\"message\":\"" + "a".repeat(length) + "\"}");

        assertError(response, 413, "too_large");
        assertEquals(200, server.get("/health/live").statusCode(), "the server stays up");
    }

    /** Nobody reads the answer before all is sent; a connection closed before then would be reset, and the answer lost. */
    @ParameterizedTest
    @CsvSource({"/api/imports?name=a.csv, true, 413", "/api/imports?name=a.csv, false, 401", "/api/chat, true, 413", "/api/autoreply, true, 403",
            "/slack/events, false, 404", "/, false, 404"})
    void aClientThatIsStillSendingGetsItsAnswer(String path, boolean signed, int status) throws Exception {
        var piece = new byte[1 << 16];
        int pieces = (int) RunningServer.LARGEST_FILE / piece.length + 1;
        try (var socket = new Socket("127.0.0.1", server.server.port())) {
            var out = socket.getOutputStream();
            out.write("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n%s\r\n".formatted(path, pieces * piece.length,
                    signed ? "Authorization: Bearer " + server.key + "\r\n" : "").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < pieces; i++) {
                out.write(piece);
                Thread.sleep(10);
            }
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
            assertEquals("HTTP/1.1 " + status, answer.substring(0, 12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/api/conversations", "/api/conversations/c_1", "/api/findings/f_1.csv", "/api/findings/f_1.png", "/api/start", "/api/ratings",
            "/api/messages/m_1/rating", "/api/imports/u_1", "/api/import-runs/1/undo"})
    void wantsAKeyForEverythingOfAViewer(String path) throws Exception {
        var post = path.matches(".*(chat|rating|imports/.*|undo)");
        for (var authorization : new String[] {"Bearer sc_wrong", "Basic dGVzdDp0ZXN0", ""}) {
            var request = server.request(path).header("Authorization", authorization).header("Content-Type", "application/json");
            assertError(server.send(post ? request.POST(HttpRequest.BodyPublishers.ofString(REVENUE)) : request), 401, "not_signed_in");
        }
        var nobody = server.request(path).header("Content-Type", "application/json");
        assertError(server.send(post ? nobody.POST(HttpRequest.BodyPublishers.ofString(REVENUE)) : nobody), 401, "not_signed_in");
    }

    @ParameterizedTest
    @CsvSource({"/api/conversations/c_1, conversation", "/api/findings/f_1.csv, finding", "/api/nothing, nothing"})
    void saysWhatIsNotThere(String path, String words) throws Exception {
        var response = server.get(path);

        assertError(response, 404, "not_found");
        assertTrue(response.body().contains(words), response.body());
    }

    @ParameterizedTest
    @CsvSource({"LINEN chair, 1", "most linen, 1", "ｌｉｎｅｎ, 1", "2025, 2", "no such words, 0", "'%', 0", "'  ', 2"})
    void findsConversationsByWordsOfQuestionsAndAnswers(String words, int found) throws Exception {
        var finder = "Bearer " + server.keys.add("finder of " + words.codePointAt(0) + words.length(), Role.MANAGER, null);
        for (var question : List.of(REVENUE, "{\"message\":\"Which products sold most?\"}")) {
            server.send(server.request("/api/chat").header("Authorization", finder).POST(HttpRequest.BodyPublishers.ofString(question)));
        }
        var list = RunningServer.json(server.send(server.request("/api/conversations?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .header("Authorization", finder))).path("conversations");

        assertEquals(found, list.size(), "among two of one's own, and others' beside");
        if (found == 1) {
            assertEquals("Which products sold most?", list.get(0).at("/found/question").asText());
        }
    }

    @Test
    void showsNobodyAnothersConversation() throws Exception {
        var answer = RunningServer.json(server.post("/api/chat", REVENUE));
        var other = "Bearer " + server.keys.add("other", Role.MANAGER, null);

        for (var path : new String[] {"/api/conversations/" + answer.path("conversationId").asText(),
                "/api/findings/" + answer.at("/findings/0/id").asText() + ".csv"}) {
            assertError(server.send(server.request(path).header("Authorization", other)), 404, "not_found");
        }
        assertEquals(0, RunningServer.json(server.send(server.request("/api/conversations").header("Authorization", other)))
                .path("conversations").size());
        assertError(server.send(server.request("/api/messages/" + answer.path("messageId").asText() + "/rating")
                .header("Authorization", other).POST(HttpRequest.BodyPublishers.ofString("{\"rating\":\"right\"}"))), 404, "not_found");
    }

    @Test
    void refusesARatingThatIsNone() throws Exception {
        assertError(server.post("/api/messages/m_1/rating", "{\"rating\":\"so-so\"}"), 400, "bad_input");
        assertError(server.post("/api/messages/m_1/rating", "{}"), 400, "bad_input");
        assertError(server.post("/api/messages/m_1/rating", "{\"rating\":\"right\"}"), 404, "not_found");
        assertError(server.post("/api/messages/m_1/rating", "{\"rating\":\"right\",\"reason\":\"" + "a".repeat(1_001) + "\"}"), 413, "too_large");
    }

    @Test
    void tellsThePageWhoAsksAndWhatThereIs() throws Exception {
        var start = RunningServer.json(server.get("/api/start"));

        assertEquals("tester", start.at("/viewer/name").asText());
        assertEquals("manager", start.at("/viewer/role").asText());
        assertEquals("Harbour & Vale", start.at("/data/company").asText());
        assertEquals(149_872, start.at("/data/lines").asInt());
        assertEquals("2025-12-31", start.at("/data/newestDay").asText());
        var groups = new ArrayList<String>();
        start.at("/examples/en").forEach(example -> groups.add(example.path("group").asText()));
        assertEquals(List.of("numbers", "forecast", "customers", "customers", "products", "voice"), groups);
        assertEquals(6, start.at("/examples/zh").size());
    }

    @Test
    void offersAServiceKeyOnlyWhatItMayAsk() throws Exception {
        var service = server.keys.add("helpdesk", Role.SERVICE, null);
        var start = RunningServer.json(server.send(server.request("/api/start").header("Authorization", "Bearer " + service)));

        assertEquals(1, start.at("/examples/en").size());
        assertEquals("voice", start.at("/examples/en/0/group").asText());
    }

    @Test
    void isLiveAndReadyAndCounts() throws Exception {
        server.post("/api/chat", REVENUE);
        server.get("/api/conversations/c_1");
        server.server.counter("llm.takeovers", "", "reason", "silent", () -> 3);

        assertEquals("{\"status\":\"live\"}", server.send(server.request("/health/live")).body());
        assertEquals("{\"status\":\"ready\"}", server.send(server.request("/health/ready")).body());
        var metrics = server.send(server.request("/metrics")).body();
        assertTrue(metrics.contains("http_server_requests_seconds_count{method=\"GET\",route=\"/api/conversations/{id}\",status=\"404\"}"), metrics);
        assertTrue(metrics.contains("assistant_answers_seconds_count{brain=\"embedded\",status=\"answered\"}"), metrics);
        assertTrue(metrics.contains("llm_takeovers_total{reason=\"silent\"} 3.0"), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/slack/commands", "/slack/interactivity", "/teams/messages", "/helpdesk/chatwoot"})
    void aChannelThatIsNotSetUpIsNotThere(String path) throws Exception {
        var response = server.post(path, "{}");

        assertError(response, 404, "not_found");
        var secrets = Map.of("slack", "SLACK_SIGNING_SECRET", "teams", "TEAMS_OUTGOING_SECRET", "helpdesk", "CHATWOOT_WEBHOOK_SECRET");
        assertTrue(response.body().contains(secrets.get(path.split("/")[1])), response.body());
    }

    @Test
    void describesExactlyTheRoutesItHas() throws Exception {
        var described = new TreeSet<String>();
        RunningServer.json(server.send(server.request("/openapi.json"))).path("paths").properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> described.add(method.toUpperCase() + " " + path.getKey())));
        var registered = new TreeSet<>(server.server.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> Stream.of("GET", "POST", "PUT", "DELETE").anyMatch(route.endpoint.method.name()::equals))
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path).toList());

        assertEquals(registered, described);
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken(@TempDir Path folder) {
        var port = server.server.port();
        var mistake = assertThrows(UserError.class, () -> RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ZERO, port).close());

        assertTrue(mistake.message().contains(Integer.toString(port)), mistake.message());
        assertTrue(mistake.hint().contains("--port"), mistake.hint());
    }

    @Test
    void neverTellsAStackTrace(@TempDir Path folder) throws Exception {
        try (var broken = RunningServer.over(folder, any -> (question, listener) -> {
            if (question.text().contains("late")) {
                listener.started("c_1", "m_1");
            }
            throw new IllegalStateException("a bug");
        })) {
            var response = broken.post("/api/chat", REVENUE);
            assertError(response, 500, "internal");
            assertFalse(response.body().contains("a bug"), response.body());

            var streamed = broken.send(broken.signed("/api/chat").header("Accept", "text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"late\"}")));
            assertEquals(200, streamed.statusCode());
            assertTrue(streamed.body().contains("event: error\ndata: {\"error\":{\"code\":\"internal\""), streamed.body());
        }
    }

    private static void assertError(HttpResponse<String> response, int status, String code) throws Exception {
        assertEquals(status, response.statusCode(), response.body());
        var error = RunningServer.json(response).path("error");
        assertEquals(code, error.path("code").asText(), response.body());
        assertFalse(error.path("message").asText().isBlank(), response.body());
        assertFalse(error.path("hint").asText().isBlank(), response.body());
    }
}
