package org.salesconsultant.channels.slack;

import com.google.gson.Gson;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.events.payload.AppMentionPayload;
import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.salesconsultant.channels.http.HttpSettings;
import org.salesconsultant.channels.http.Importing;
import org.salesconsultant.channels.http.Server;
import org.salesconsultant.channels.http.WidgetSettings;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.channels.people.PeopleSettings;
import org.salesconsultant.sales.Role;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/**
 * The real server with Slack's stand-in behind it, and what Slack sends, built and signed by Slack's own library. UANNA and UMO are
 * managers, UTOM and UINES reps with accounts of their own; UBOT1 is a bot, and of nobody else anything is known.
 */
final class SlackWorld implements AutoCloseable {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String TOKEN = "xoxb-not-a-real-token";
    static final String BOT = "UBOT0";
    static final String MANAGERS = "CMANAGERS";
    private static final Gson JSON = GsonFactory.createSnakeCase();
    private static final AtomicInteger NAMES = new AtomicInteger();

    final SlackStandIn slack;
    final Ratings ratings;
    private final Database state;
    private final Warehouses warehouses;
    private final SlackChannel channel;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private SlackWorld(Path folder, SlackStandIn slack, UnaryOperator<Answering> assistant, Optional<Role> unknown, Duration stepsAfter, int atOnce, int waiting) throws IOException {
        this.slack = slack;
        slack.members.put(MANAGERS, List.of("UANNA", "UMO", BOT));
        warehouses = Warehouses.open(folder, null);
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        state.write(handle -> handle.createUpdate("""
                INSERT INTO api_key (name, hash, role, rep, created_at) VALUES ('anna', 'a', 'manager', NULL, ''), ('mo', 'b', 'manager', NULL, ''),
                  ('tom', 'c', 'rep', 'Tom Berg', ''), ('ines', 'd', 'rep', 'Ines Prado', ''), ('desk', 'e', 'service', NULL, '')
                ON CONFLICT DO NOTHING""").execute());
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/people.yaml"), "slack: {UANNA: anna, UMO: mo, UTOM: tom, UINES: ines, UDESK: desk, UGONE: revoked}\n");
        var keys = new Keys(state, warehouses);
        var conversations = new Conversations(state);
        ratings = new Ratings(state);
        var home = new Home(folder);
        channel = new SlackChannel(Optional.of(new SlackSettings(SECRET, TOKEN, slack.url() + "/", stepsAfter, atOnce, waiting)), home,
                new People(home, keys, new PeopleSettings(unknown)), new Threads(state), new SeenEvents(state), ratings);
        server = new Server(new HttpSettings("127.0.0.1", 0), WidgetSettings.NOWHERE, assistant.apply(new ScriptedAssistant(conversations, Duration.ZERO)::ask),
                conversations, ratings, keys, new SignIn(state), new WidgetTokens(state), new LinkSignatures(state), warehouses, new Toolbox(home, List.of()),
                new Importing(new Imports(home, warehouses.own()), DataQualityReport.words(home), folder.resolve("uploads"), new Importing.Limits(1, null)), channel).start();
    }

    static SlackWorld over(Path folder) throws IOException {
        return over(folder, UnaryOperator.identity());
    }

    /** @param assistant what to put in front of the scripted one */
    static SlackWorld over(Path folder, UnaryOperator<Answering> assistant) throws IOException {
        return new SlackWorld(folder, new SlackStandIn(TOKEN), assistant, Optional.empty(), Duration.ZERO, 8, 200);
    }

    static SlackWorld withDefaultRole(Path folder, Role unknown) throws IOException {
        return new SlackWorld(folder, new SlackStandIn(TOKEN), UnaryOperator.identity(), Optional.of(unknown), Duration.ZERO, 8, 200);
    }

    /** Shows no step that does not last so long. */
    static SlackWorld patient(Path folder, Duration stepsAfter) throws IOException {
        return new SlackWorld(folder, new SlackStandIn(TOKEN), UnaryOperator.identity(), Optional.empty(), stepsAfter, 8, 200);
    }

    /** Answers one question at a time. @param waiting how many more it takes on */
    static SlackWorld busy(Path folder, int waiting, UnaryOperator<Answering> assistant) throws IOException {
        return new SlackWorld(folder, new SlackStandIn(TOKEN), assistant, Optional.empty(), Duration.ZERO, 1, waiting);
    }

    /** A new server over the same data, with the same Slack. */
    SlackWorld restarted(Path folder) throws IOException {
        stop();
        return new SlackWorld(folder, slack, UnaryOperator.identity(), Optional.empty(), Duration.ZERO, 8, 200);
    }

    // ---- what Slack sends -------------------------------------------------------------------------------------------

    static String name(String prefix) {
        return prefix + NAMES.incrementAndGet();
    }

    static String timestamp() {
        return "1690000000.%06d".formatted(NAMES.incrementAndGet());
    }

    static AppMentionPayload mention(String user, String channel, String text) {
        var event = new AppMentionEvent();
        event.setUser(user);
        event.setChannel(channel);
        event.setText("<@" + BOT + "> " + text);
        event.setTs(timestamp());
        event.setEventTs(event.getTs());
        var payload = new AppMentionPayload();
        payload.setType("event_callback");
        payload.setTeamId("T1");
        payload.setEventId(name("Ev"));
        var authorization = new Authorization();
        authorization.setUserId(BOT);
        payload.setAuthorizations(List.of(authorization));
        payload.setEvent(event);
        return payload;
    }

    static MessagePayload direct(String user, String text) {
        var event = new MessageEvent();
        event.setUser(user);
        event.setChannel("D" + user);
        event.setChannelType("im");
        event.setText(text);
        event.setTs(timestamp());
        event.setEventTs(event.getTs());
        var payload = new MessagePayload();
        payload.setType("event_callback");
        payload.setTeamId("T1");
        payload.setEventId(name("Ev"));
        payload.setEvent(event);
        return payload;
    }

    HttpResponse<String> event(Object payload) throws IOException, InterruptedException {
        return post("/slack/events", "application/json", JSON.toJson(payload));
    }

    HttpResponse<String> command(String user, String text) throws IOException, InterruptedException {
        return post("/slack/commands", "application/x-www-form-urlencoded", form(Map.of("command", "/sales", "text", text, "user_id", user,
                "team_id", "T1", "channel_id", MANAGERS, "trigger_id", name("trigger"), "response_url", "http://127.0.0.1:1/")));
    }

    HttpResponse<String> interaction(Object payload) throws IOException, InterruptedException {
        return post("/slack/interactivity", "application/x-www-form-urlencoded", form(Map.of("payload", JSON.toJson(payload))));
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        var now = Long.toString(Instant.now().getEpochSecond());
        return post(path, type, body, now, new SlackSignature.Generator(SECRET).generate(now, body));
    }

    HttpResponse<String> post(String path, String type, String body, String timestamp, String signature) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", type).header(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP, timestamp)
                .header(SlackSignature.HeaderNames.X_SLACK_SIGNATURE, signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    // ---- what came of it --------------------------------------------------------------------------------------------

    /** Waits for it. */
    List<SlackStandIn.Call> calls(String method, int count) throws InterruptedException {
        await(() -> slack.calls(method).size() >= count);
        var calls = slack.calls(method);
        if (calls.size() < count) {
            throw new AssertionError(method + " was called " + calls.size() + " times and not " + count + "; calls: " + slack.calls);
        }
        return calls;
    }

    /** Waits for so many messages, posted or streamed. */
    List<SlackStandIn.Call> messages(int count) throws InterruptedException {
        await(() -> slack.messages().size() >= count);
        var messages = slack.messages();
        if (messages.size() < count) {
            throw new AssertionError("there are " + messages.size() + " messages and not " + count + "; calls: " + slack.calls);
        }
        return messages;
    }

    SlackStandIn.Call message() throws InterruptedException {
        return messages(1).getFirst();
    }

    SlackStandIn.Call call(String method) throws InterruptedException {
        return calls(method, 1).getFirst();
    }

    static void await(BooleanSupplier wanted) throws InterruptedException {
        for (int tries = 0; tries < 3_000 && !wanted.getAsBoolean(); tries++) {
            Thread.sleep(20);
        }
    }

    /** Waits until nothing is under way, and forgets what came of it. */
    void forget() throws InterruptedException {
        await(() -> channel.underWay() == 0);
        slack.forget();
    }

    private void stop() {
        server.close();
        state.close();
        warehouses.close();
    }

    @Override
    public void close() {
        stop();
        slack.close();
    }
}
