package org.salesconsultant.channels.helpdesk.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.IdentityCodes;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.ScriptedAssistant;
import org.salesconsultant.assistant.helpdesk.CustomerMessage;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.channels.helpdesk.FrontDesk;
import org.salesconsultant.channels.helpdesk.HelpdeskChannel;
import org.salesconsultant.channels.helpdesk.VerificationSettings;
import org.salesconsultant.channels.http.HttpSettings;
import org.salesconsultant.channels.http.Importing;
import org.salesconsultant.channels.http.Server;
import org.salesconsultant.channels.http.WidgetSettings;
import org.salesconsultant.channels.mail.Mailer;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.imports.Imports;

/** The real server, told as Chatwoot tells an agent bot. */
final class ChatwootWorld implements AutoCloseable {
    static final String SECRET = "whsec-of-the-bot";
    static final int MOST_REPLIES = 6;
    private static final AtomicLong NUMBERS = new AtomicLong(100);
    /** A message_created of a website inbox, as an agent bot of Chatwoot 4.13 is told it. */
    private static final String MESSAGE_CREATED = """
            {"account":{"id":3,"name":"Shop"},"additional_attributes":{},"content_attributes":{},"content_type":"text","content":%s,"conversation":{"additional_attributes":
            {"browser":{"device_name":"Unknown","browser_name":"Chrome","platform_name":"Linux","browser_version":"140"},"referer":"https://shop.example/","initiated_at":
            {"timestamp":"Mon Nov 23 2026 09:00:00 GMT+0000"}},"can_reply":true,"channel":"Channel::WebWidget","contact_inbox":{"id":9,"contact_id":%d,"inbox_id":5,"source_id":
            "b1c5c8a2-0d5f","hmac_verified":false},"id":%d,"inbox_id":5,"messages":[],"labels":[],"meta":{"sender":{"additional_attributes":{},"custom_attributes":{},"email":%s,
            "id":%d,"identifier":null,"name":"Anna","phone_number":null,"thumbnail":"","blocked":false,"type":"contact"},"assignee":null,"team":null,"hmac_verified":false},
            "status":"pending","custom_attributes":{},"snoozed_until":null,"unread_count":1,"first_reply_created_at":null,"priority":null,"waiting_since":1795424400,
            "agent_last_seen_at":0,"contact_last_seen_at":1795424400,"timestamp":1795424400,"created_at":1795424400},"created_at":"2026-11-23T09:00:00.000Z","id":%d,"inbox":
            {"id":5,"name":"Website"},"message_type":"incoming","private":false,"sender":{"account":{"id":3,"name":"Shop"},"additional_attributes":{},"avatar":"",
            "custom_attributes":{},"email":%s,"id":%d,"identifier":null,"name":"Anna","phone_number":null,"thumbnail":"","blocked":false},"source_id":null,"event":"message_created"}""";

    /** A helpdesk's. */
    private final String key;
    private final Database state;
    private final ChatwootChannel channel;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param helpdesk over the warehouses that are opened in the folder, with the sample company or without */
    ChatwootWorld(Path folder, Warehouses warehouses, URI chatwoot, Function<CustomerMessage, Reply> helpdesk, Optional<Mailer> mailer) throws IOException {
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        var home = new Home(Path.of(""));
        var desk = new FrontDesk(helpdesk, warehouses, state, new VerificationSettings(new IdentityCodes.Rules(Duration.ofMinutes(10), 5, 3), Duration.ofHours(2)), mailer,
                InstantSource.system(), home);
        channel = new ChatwootChannel(Optional.of(new ChatwootSettings(chatwoot, ChatwootStandIn.TOKEN, SECRET, 4, 200, Duration.ofMillis(100), Duration.ofMinutes(5), MOST_REPLIES)),
                home, desk, new DeskThreads(state));
        var keys = new Keys(state, warehouses);
        key = keys.list().isEmpty() ? keys.add("desk", Role.SERVICE, null) : "";
        var conversations = new Conversations(state);
        server = new Server(new HttpSettings("127.0.0.1", 0), WidgetSettings.NOWHERE, new ScriptedAssistant(conversations, Duration.ZERO)::ask, conversations, new Ratings(state),
                keys, new SignIn(state), new WidgetTokens(state), new LinkSignatures(state), warehouses, new Toolbox(home, List.of()),
                new Importing(new Imports(home, warehouses.own()), DataQualityReport.words(home), folder.resolve("uploads"), new Importing.Limits(1, null)), channel,
                new HelpdeskChannel(desk, keys)).start();
    }

    static long number() {
        return NUMBERS.incrementAndGet();
    }

    /** @param mail that Chatwoot has of the contact, or null */
    static String message(long conversation, long contact, String text, @Nullable String mail) throws IOException {
        var address = Json.MAPPER.writeValueAsString(mail);
        return MESSAGE_CREATED.formatted(Json.MAPPER.writeValueAsString(text), contact, conversation, address, contact, number(), address, contact);
    }

    static String changed(String message, UnaryOperator<ObjectNode> change) throws IOException {
        return Json.MAPPER.writeValueAsString(change.apply((ObjectNode) Json.MAPPER.readTree(message)));
    }

    /** Tells it and waits until nothing is left to do. */
    void say(long conversation, String text) throws Exception {
        say(message(conversation, 7, text, null));
    }

    void say(String message) throws Exception {
        if (post(message).statusCode() != 200) {
            throw new IllegalStateException("not taken");
        }
        rest();
    }

    HttpResponse<String> post(String body) throws Exception {
        return post(body, Instant.now().getEpochSecond(), SECRET);
    }

    HttpResponse<String> post(String body, long at, String secret) throws Exception {
        return post(body, Long.toString(at), "sha256=" + hmac(at + "." + body, secret));
    }

    HttpResponse<String> post(String body, String timestamp, String signature) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/helpdesk/chatwoot")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json").header("X-Chatwoot-Timestamp", timestamp).header("X-Chatwoot-Signature", signature)
                .header("X-Chatwoot-Delivery", "1f0c" + number()).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What another helpdesk is told. */
    JsonNode autoreply(String body) throws Exception {
        var response = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/autoreply")).header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        return Json.MAPPER.readTree(response.body());
    }

    void rest() throws InterruptedException {
        for (int tries = 0; tries < 6_000 && !isDone(); tries++) {
            Thread.sleep(20);
        }
    }

    boolean isDone() {
        return channel.underWay() == 0 && new DeskThreads(state).unfinished().isEmpty();
    }

    static String hmac(String text, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The warehouses stay open. */
    @Override
    public void close() {
        server.close();
        state.close();
    }
}
