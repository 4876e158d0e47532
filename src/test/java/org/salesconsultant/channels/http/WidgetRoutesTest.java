package org.salesconsultant.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;

/** What the widget on other sites needs of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetRoutesTest {
    private static final String QUESTION = "{\"message\":\"Which products sold most?\"}";

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
    void aServiceKeyOpensAShortSessionWithTheRightsOfAKey() throws Exception {
        var before = Instant.now();
        var opened = RunningServer.json(open("{\"viewer\":\"tester\",\"minutes\":5}"));

        assertEquals("manager", opened.path("viewer").path("role").asText());
        var opens = Instant.parse(opened.path("expiresAt").asText()).minus(Duration.ofMinutes(5));
        assertFalse(opens.isBefore(before.truncatedTo(ChronoUnit.SECONDS)) || opens.isAfter(Instant.now()), opens.toString());
        var answer = RunningServer.json(ask(opened));
        assertEquals("answered", answer.path("status").asText());
        var own = RunningServer.json(server.get("/api/conversations")).path("conversations");
        assertEquals(answer.path("conversationId").asText(), own.get(0).path("conversationId").asText(), "the same person on the page");
    }

    @Test
    void anybodyElseIsAVisitorWithAHistoryOfTheirOwn() throws Exception {
        var one = RunningServer.json(open("{\"viewer\":\"visitor 17\",\"minutes\":5}"));
        assertEquals("service", one.path("viewer").path("role").asText());
        assertEquals(200, ask(one).statusCode());

        for (var other : new String[] {"visitor 18", "site"}) {
            var token = RunningServer.json(open("{\"viewer\":\"" + other + "\"}")).path("token").asText();
            var seen = RunningServer.json(server.send(server.request("/api/conversations").header("Authorization", "Bearer " + token)));
            assertEquals(0, seen.path("conversations").size(), other);
        }
    }

    @Test
    void nobodyBecomesAnAdministrator() throws Exception {
        server.keys.add("boss", Role.ADMIN, null);

        assertEquals(403, open("{\"viewer\":\"boss\",\"minutes\":5}").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"viewer\":\"tester\",\"minutes\":0}", "{\"viewer\":\"tester\",\"minutes\":1441}", "{\"viewer\":\" \",\"minutes\":5}", "{\"minutes\":5}",
            "{\"viewer\":\"a\\nb\"}", "{\"viewer\":\"tester\",\"role\":\"admin\"}"})
    void refusesWhatMakesNoSense(String body) throws Exception {
        assertEquals(400, open(body).statusCode());
    }

    @Test
    void onlyAServiceKeyItselfOpensSessions() throws Exception {
        assertEquals(403, server.post("/api/sessions", "{\"viewer\":\"tester\"}").statusCode(), "a manager's key");
        var visitor = RunningServer.json(open("{\"viewer\":\"visitor 17\"}")).path("token").asText();
        assertEquals(401, openWith(visitor, "{\"viewer\":\"tester\"}").statusCode(), "a token");
        var entered = server.send(server.request(Server.SIGN_IN_PATH + server.signIn.token("site")));
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertEquals(401, server.send(server.request("/api/sessions").header("Cookie", cookie).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"viewer\":\"tester\"}"))).statusCode(), "its cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a rep", "another site"})
    void aSessionEndsWithTheKeysBehindIt(String revoked) throws Exception {
        server.keys.add("a rep", Role.REP, null);
        var opened = RunningServer.json(openWith(server.keys.add("another site", Role.SERVICE, null), "{\"viewer\":\"a rep\"}"));
        assertEquals("rep", opened.at("/viewer/role").asText());
        server.keys.revoke(revoked);

        var refused = ask(opened);
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("This session has ended"), refused.body());
        server.keys.revoke(revoked.equals("a rep") ? "another site" : "a rep");
    }

    @Test
    void aSessionEndsInTime() throws Exception {
        var opened = RunningServer.json(open("{\"viewer\":\"tester\"}"));
        server.endWidgetSessions();

        assertEquals(401, ask(opened).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"https://crm.example, 200", "https://evil.example, 403", "null, 403"})
    void aTokenWorksOnTheSitesAllowed(String origin, int status) throws Exception {
        var token = RunningServer.json(open("{\"viewer\":\"tester\"}")).path("token").asText();
        var response = server.send(signed(token).header("Origin", origin));

        assertEquals(status, response.statusCode());
        assertEquals(status == 200 ? origin : "", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals("Origin", response.headers().firstValue("Vary").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"/api/chat, https://crm.example, true", "/api/chat, https://evil.example, false", "/api/sessions, https://crm.example, false"})
    void browsersAreToldWhichSitesMayAsk(String path, String origin, boolean allowed) throws Exception {
        var response = server.send(server.request(path).header("Origin", origin).header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertEquals(204, response.statusCode());
        assertEquals(allowed, response.headers().firstValue("Access-Control-Allow-Origin").isPresent());
        assertEquals(allowed, response.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("Authorization"));
        assertTrue(response.headers().firstValue("Access-Control-Allow-Credentials").isEmpty(), "cookies stay at home");
    }

    @ParameterizedTest
    @CsvSource({"/widget.js, true", "/js/assistant.js, true", "/vendor/echarts.js, true", "/style.css, true", "/, false", "/api/start, false", "/openapi.json, false"})
    void onlyTheCodeIsForAll(String path, boolean shared) throws Exception {
        var response = server.send(server.request(path));

        assertEquals(shared ? "cross-origin" : "same-origin", response.headers().firstValue("Cross-Origin-Resource-Policy").orElseThrow());
        assertEquals(shared, response.headers().firstValue("Access-Control-Allow-Origin").isPresent());
    }

    @Test
    void originsAreReadFromTheSettings() {
        assertEquals(Set.of("https://crm.example.com", "http://localhost:3000"), settings("https://CRM.example.com/, http://localhost:3000").origins());
        assertEquals(Set.of(), settings("").origins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example.com", "crm.example.com", "https://crm.example.com/app", "file://x"})
    void whatIsNoOriginIsSaid(String origins) {
        assertTrue(assertThrows(UserError.class, () -> settings(origins)).message().contains(origins));
    }

    private static WidgetSettings settings(String origins) {
        return WidgetSettings.of(ConfigFactory.parseMap(Map.of("origins", origins)));
    }

    private HttpResponse<String> open(String body) throws Exception {
        return openWith(server.serviceKey, body);
    }

    private HttpResponse<String> openWith(String secret, String body) throws Exception {
        return server.send(server.request("/api/sessions").header("Authorization", "Bearer " + secret).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> ask(JsonNode opened) throws Exception {
        return server.send(signed(opened.path("token").asText()));
    }

    private HttpRequest.Builder signed(String token) {
        return server.request("/api/chat").header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.ofString(QUESTION));
    }
}
