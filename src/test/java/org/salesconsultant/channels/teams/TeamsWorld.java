package org.salesconsultant.channels.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.ScriptedAssistant;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.channels.export.LinkSettings;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.http.HttpSettings;
import org.salesconsultant.channels.http.Importing;
import org.salesconsultant.channels.http.Server;
import org.salesconsultant.channels.http.WidgetSettings;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.channels.people.PeopleSettings;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.imports.Imports;

/**
 * The real server, asked as Teams asks it. ANNA is a manager, TOM a rep with accounts of his own; in the team MANAGERS everybody sees all, in
 * FLOOR what a service key sees, and of other teams and people nothing is known.
 */
final class TeamsWorld implements AutoCloseable {
    static final String SECRET = "YSBzZWNyZXQgdGhhdCBvbmx5IFRlYW1zIGFuZCB3ZSBrbm93";
    static final String MANAGERS = "19:managers@thread.tacv2";
    static final String FLOOR = "19:floor@thread.tacv2";
    static final String PUBLIC = "https://assistant.example.com/sales";
    /** What Teams takes, in bytes. */
    private static final int LARGEST = 28 * 1024;
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final JsonSchema SCHEMA = schema();

    private final Database state;
    private final Warehouses warehouses;
    private final TeamsChannel channel;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    TeamsWorld(Path folder, UnaryOperator<Answering> assistant, Optional<Role> unknown, Optional<URI> workflow, Duration patience) throws IOException {
        warehouses = Warehouses.open(folder, null);
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        state.write(handle -> handle.createUpdate("""
                INSERT INTO api_key (name, hash, role, rep, created_at) VALUES ('anna', 'a', 'manager', NULL, ''), ('tom', 'c', 'rep', 'Tom Berg', ''),
                  ('desk', 'e', 'service', NULL, '') ON CONFLICT DO NOTHING""").execute());
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/people.yaml"), "teams: {ANNA: anna, TOM: tom, %s: anna, %s: desk}\n".formatted(MANAGERS, FLOOR));
        var keys = new Keys(state, warehouses);
        var conversations = new Conversations(state);
        var home = new Home(folder);
        var signatures = new LinkSignatures(state);
        channel = new TeamsChannel(Optional.of(new TeamsSettings(SECRET, workflow, patience, 1, 1)), home,
                new People(home, keys, new PeopleSettings(unknown)), new Threads(state), new SeenEvents(state),
                new Links(new LinkSettings(Optional.of(PUBLIC), Duration.ofDays(7)), signatures));
        server = new Server(new HttpSettings("127.0.0.1", 0), WidgetSettings.NOWHERE, assistant.apply(new ScriptedAssistant(conversations, Duration.ZERO)::ask),
                conversations, new Ratings(state), keys, new SignIn(state), new WidgetTokens(state), signatures, warehouses, new Toolbox(home, List.of()),
                new Importing(new Imports(home, warehouses.own()), DataQualityReport.words(home), folder.resolve("uploads"), new Importing.Limits(1, null)), channel).start();
    }

    // ---- what Teams sends -------------------------------------------------------------------------------------------

    static String thread() {
        return "19:general@thread.tacv2;messageid=" + NAMES.incrementAndGet();
    }

    static String message(String user, String team, String thread, String text) throws IOException {
        return Json.MAPPER.writeValueAsString(Map.of("type", "message", "id", "17" + NAMES.incrementAndGet(), "channelId", "msteams",
                "from", Map.of("id", "29:" + user, "name", user.charAt(0) + user.substring(1).toLowerCase(), "aadObjectId", user),
                "conversation", Map.of("id", thread, "conversationType", "channel"), "text", "<at>Sales</at>&nbsp;" + text,
                "channelData", Map.of("team", Map.of("id", team))));
    }

    /** The card that Teams is told at once, once it has been held against the published schema and Teams' limit. */
    JsonNode ask(String user, String team, String text) throws Exception {
        return card(post(message(user, team, thread(), text)).body());
    }

    HttpResponse<String> post(String body) throws Exception {
        return post(body, "HMAC " + hmac(body));
    }

    HttpResponse<String> post(String body, String authorization) throws Exception {
        return client.send(request("/teams/messages").header("Content-Type", "application/json").header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Opens a link of a card, as anybody who sees it. */
    HttpResponse<byte[]> open(String url) throws Exception {
        return client.send(request(url.substring(PUBLIC.length())).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).timeout(Duration.ofSeconds(20));
    }

    private static String hmac(String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    // ---- what it shows ----------------------------------------------------------------------------------------------

    static JsonNode card(String message) throws IOException {
        var read = Json.MAPPER.readTree(message);
        var card = read.at("/attachments/0/content");
        var faults = SCHEMA.validate(card);
        if (!faults.isEmpty() || message.getBytes(StandardCharsets.UTF_8).length >= LARGEST || !read.path("type").asText().equals("message")
                || !read.at("/attachments/0/contentType").asText().equals("application/vnd.microsoft.card.adaptive")) {
            throw new AssertionError("Teams would not take " + message + "\n" + faults);
        }
        return card;
    }

    /** All text of a card. */
    static String shown(JsonNode card) {
        List<String> texts = new ArrayList<>();
        card.path("body").findValues("inlines").forEach(inlines -> inlines.forEach(inline -> texts.add(inline.isTextual() ? inline.asText() : inline.path("text").asText())));
        return String.join("\n", texts);
    }

    /** All addresses in a card. */
    static List<String> links(JsonNode card) {
        return card.findValuesAsText("url");
    }

    /** Waits until nothing is under way. */
    void rest() throws InterruptedException {
        for (int tries = 0; tries < 3_000 && channel.underWay() > 0; tries++) {
            Thread.sleep(20);
        }
    }

    /** As published, but for its {@code id}: a keyword of draft 4 in a schema of draft 6, which the validator refuses. */
    private static JsonSchema schema() {
        try {
            ObjectNode published = Json.MAPPER.readTree(Files.readString(Path.of("src/test/resources/adaptive-cards/adaptive-card.json"))).deepCopy();
            published.remove("id");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V6).getSchema(published);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        state.close();
        warehouses.close();
    }
}
