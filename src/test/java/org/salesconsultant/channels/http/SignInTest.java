package org.salesconsultant.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
    private RunningServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.over(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLinkSignsInOnce() throws Exception {
        var link = URI.create(server.link()).getPath();
        var entered = server.send(server.request(link));

        assertEquals(303, entered.statusCode());
        assertEquals("/", entered.headers().firstValue("Location").orElseThrow());
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), cookie);
        assertEquals(200, server.send(server.request("/api/start").header("Cookie", pair(cookie))).statusCode());

        assertEquals(401, server.send(server.request(link)).statusCode(), "used");
        assertEquals(303, server.send(server.request(link).header("Cookie", pair(cookie))).statusCode(), "used, but signed in already");
    }

    @Test
    void anUnknownLinkShowsThePageWhichSaysSo() throws Exception {
        var response = server.send(server.request("/sign-in/in_wrong"));

        assertEquals(401, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void aSessionEndsWithSigningOut() throws Exception {
        var cookie = session();
        var left = server.send(ask(cookie, "/api/sign-out", "{}").header("Sec-Fetch-Site", "same-origin"));

        assertEquals(204, left.statusCode());
        assertEquals(401, server.send(server.request("/api/start").header("Cookie", cookie)).statusCode());
    }

    @Test
    void aSessionEndsWithItsKey() throws Exception {
        var cookie = session();
        server.keys.revoke("tester");

        assertEquals(401, server.send(server.request("/api/start").header("Cookie", cookie)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "application/json, same-origin, -,                   200",
            "application/json, -,           own,                 200",
            "application/json, -,           -,                   200",
            "application/json, cross-site,  -,                   403",
            "application/json, same-site,   -,                   403",
            "application/json, -,           http://evil.example, 403",
            "application/json, -,           null,                403",
            "text/plain,       -,           -,                   403"})
    void aCookieAnswersItsOwnPageOnly(String type, String site, String origin, int status) throws Exception {
        var request = ask(session(), "/api/chat", "{\"message\":\"Which products sold most?\"}").setHeader("Content-Type", type);
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? server.url("") : origin);
        }

        assertEquals(status, server.send(request).statusCode());
    }

    @Test
    void thePageLetsNothingOfAnotherPlaceIn() throws Exception {
        HttpResponse<String> page = server.send(server.request("/"));

        assertEquals(200, page.statusCode());
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"), policy);
        assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("nosniff", server.get("/api/nothing").headers().firstValue("X-Content-Type-Options").orElseThrow(), "errors too");
    }

    private String session() throws Exception {
        return pair(server.send(server.request(URI.create(server.link()).getPath())).headers().firstValue("Set-Cookie").orElseThrow());
    }

    private HttpRequest.Builder ask(String cookie, String path, String body) {
        return server.request(path).header("Cookie", cookie).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String pair(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }
}
