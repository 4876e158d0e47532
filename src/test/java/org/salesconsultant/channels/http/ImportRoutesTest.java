package org.salesconsultant.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Role;

/** Files sent in: three orders of 2 × 10.00, 1 × 5.50 and 3 × 4.00, which is 37.50, and a row without a date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRoutesTest {
    private static final String ORDERS = """
            Order No,Order Date,SKU,Description,Quantity,Unit Price,Customer
            A1,2025-03-04,P1,Oak desk,2,10.00,Harbour Inn
            A2,2025-03-05,P2,Lamp,1,5.50,Cafe Milano
            A3,2025-03-06,P3,Seat pad,3,4.00,Harbour Inn
            A4,,P3,Seat pad,1,4.00,Harbour Inn
            """;

    private static final String NEWEST_RUN = "SELECT coalesce(max(run_key), 0) FROM import_run";

    private RunningServer server;
    private Path uploads;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = RunningServer.over(folder);
        uploads = folder.resolve("uploads");
    }

    @AfterEach
    void takeAllBack() throws Exception {
        for (long run = server.own(NEWEST_RUN); run > 0; run = server.own(NEWEST_RUN)) {
            assertEquals(200, server.post("/api/import-runs/" + run + "/undo", "").statusCode());
        }
    }

    @AfterAll
    void stop() {
        server.close();
        assertFalse(Files.exists(uploads), "nothing sent in is left behind");
    }

    @Test
    void aFileIsLookedAtThenImportedThenTakenBack() throws Exception {
        var look = RunningServer.json(send("orders.csv", ORDERS));
        var table = look.path("tables").get(0);
        assertEquals("orders", table.path("kind").asText());
        assertTrue(StreamSupport.stream(table.path("columns").spliterator(), false)
                .anyMatch(column -> column.path("header").asText().equals("SKU") && column.path("field").asText().equals("product_code")), table.toString());
        assertEquals(0, lines(), "nothing is written yet");

        var told = RunningServer.json(server.post("/api/imports/" + look.path("id").asText(), "{\"currency\":\"GBP\"}")).path("tables").get(0);
        assertEquals("imported", told.path("status").asText());
        assertEquals(3, told.path("report").path("rows").path("kept").asInt());
        assertEquals(1, told.path("report").path("rows").path("rejectedByReason").path("no_date").asInt());
        assertTrue(told.path("ask").toString().contains("customers, churn and segments"), told.path("ask").toString());
        assertEquals(3, lines());
        assertEquals(375_000, server.own("SELECT sum(amount) FROM line"));
        assertEquals(404, server.post("/api/imports/" + look.path("id").asText(), "{}").statusCode(), "once");

        var undone = server.post("/api/import-runs/" + told.path("run").asLong() + "/undo", "");
        assertEquals("orders.csv", RunningServer.json(undone).path("file").asText());
        assertEquals(0, lines());
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        var id = RunningServer.json(send("orders.csv", ORDERS)).path("id").asText();
        var events = server.send(server.signed("/api/imports/" + id).header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"language\":\"zh\"}"))).body();

        assertTrue(events.startsWith("event: progress\ndata: {\"fraction\":"), events);
        assertTrue(events.contains("event: done") && events.contains("客户、流失与分群"), events);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        server.post("/api/imports/" + RunningServer.json(send("orders.csv", ORDERS)).path("id").asText(), "{}");
        var again = RunningServer.json(server.post("/api/imports/" + RunningServer.json(send("again.csv", ORDERS)).path("id").asText(), "{}"));

        assertEquals("known", again.path("tables").get(0).path("status").asText());
        assertEquals(3, lines());
    }

    @Test
    void whatIsNotWantedGoes() throws Exception {
        var id = RunningServer.json(send("orders.csv", ORDERS)).path("id").asText();

        assertEquals(204, server.send(server.signed("/api/imports/" + id).DELETE()).statusCode());
        assertEquals(404, server.post("/api/imports/" + id, "{}").statusCode());
        assertFalse(Files.exists(uploads.resolve(id)));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"REP", "SERVICE"})
    void onlyManagersAndAdministratorsBringDataIn(Role role) throws Exception {
        var key = server.keys.add("a " + role.word(), role, null);

        assertEquals(403, server.send(upload("orders.csv", ORDERS).setHeader("Authorization", "Bearer " + key)).statusCode());
        assertEquals(0, start(key).path("largestImport").asLong());
        assertEquals(RunningServer.LARGEST_FILE, start(server.key).path("largestImport").asLong());
    }

    @Test
    void nobodyImportsWhatAnotherSentIn() throws Exception {
        var id = RunningServer.json(send("orders.csv", ORDERS)).path("id").asText();
        var other = server.keys.add("other", Role.ADMIN, null);

        assertEquals(404, server.send(server.signed("/api/imports/" + id).setHeader("Authorization", "Bearer " + other)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
        assertEquals(200, server.post("/api/imports/" + id, "{}").statusCode());
    }

    @Test
    void aFileTooLargeIsRefused() throws Exception {
        assertEquals(413, send("orders.csv", "x".repeat((int) RunningServer.LARGEST_FILE + 1)).statusCode());
    }

    @Test
    void aFileThatIsNotUnderstoodSaysWhy() throws Exception {
        var response = send("weather.csv", "mood,sky\ngood,blue\nbad,grey\n");

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("weather.csv"), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../orders.csv", "C:\\temp\\orders.csv", "/etc/orders.csv", "..orders.csv"})
    void aNameLeadsNowhereElse(String name) throws Exception {
        var look = RunningServer.json(send(name, ORDERS));

        assertEquals("orders.csv", look.path("tables").get(0).path("file").asText());
        try (var files = Files.walk(uploads.resolve(look.path("id").asText()))) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/"})
    void aFileHasAName(String name) throws Exception {
        assertEquals(400, send(name, ORDERS).statusCode());
    }

    @Test
    void aCookieSendsFilesFromItsOwnPageOnly() throws Exception {
        var cookie = server.send(server.request(URI.create(server.link()).getPath())).headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var request = server.request("/api/imports?name=orders.csv").header("Cookie", cookie).POST(HttpRequest.BodyPublishers.ofString(ORDERS));

        assertEquals(403, server.send(request.copy().header("Content-Type", "text/plain")).statusCode(), "a form");
        assertEquals(403, server.send(request.copy().header("Content-Type", "application/octet-stream").header("Sec-Fetch-Site", "cross-site")).statusCode());
        assertEquals(200, server.send(request.copy().header("Content-Type", "application/octet-stream").header("Sec-Fetch-Site", "same-origin")).statusCode());
    }

    private long lines() {
        return server.own("SELECT count(*) FROM line");
    }

    private JsonNode start(String key) throws Exception {
        return RunningServer.json(server.send(server.request("/api/start").header("Authorization", "Bearer " + key)));
    }

    private HttpResponse<String> send(String name, String content) throws Exception {
        return server.send(upload(name, content));
    }

    private HttpRequest.Builder upload(String name, String content) {
        return server.signed("/api/imports?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).POST(HttpRequest.BodyPublishers.ofString(content));
    }
}
