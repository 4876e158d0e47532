package org.salesconsultant.channels.helpdesk.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Json;

/** The two requests of Chatwoot's API that an agent bot makes, with the answers its documentation shows. */
final class ChatwootStandIn implements AutoCloseable {
    static final String TOKEN = "bot-token-of-the-stand-in";
    private static final Pattern PATH = Pattern.compile("/api/v1/accounts/3/conversations/(\\d+)/(messages|toggle_status)");

    /** What happened, in its order: "12 message TEXT", "12 note TEXT" or "12 open". */
    final List<String> done = new CopyOnWriteArrayList<>();
    /** Whether it answers 503 to everything. */
    final AtomicBoolean isDown = new AtomicBoolean();
    /** Whether it says that a conversation's status is as before. */
    final AtomicBoolean keepsStatus = new AtomicBoolean();
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final HttpServer server;

    ChatwootStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String status(long conversation) {
        return statuses.getOrDefault(Long.toString(conversation), "pending");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        var path = PATH.matcher(exchange.getRequestURI().getPath());
        if (isDown.get()) {
            say(exchange, 503, "{}");
        } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"))) {
            say(exchange, 401, "{\"error\":\"Invalid Access Token\"}");
        } else if (!exchange.getRequestMethod().equals("POST") || !path.matches()) {
            say(exchange, 404, "{}");
        } else if (path.group(2).equals("messages")) {
            write(exchange, path.group(1), body);
        } else {
            toggle(exchange, path.group(1), body);
        }
    }

    private void write(HttpExchange exchange, String conversation, JsonNode body) throws IOException {
        if (!body.path("content").isTextual() || body.path("content").asText().isBlank() || !body.path("message_type").asText().equals("outgoing") || !body.path("private").isBoolean()) {
            say(exchange, 422, "{}");
            return;
        }
        done.add(conversation + (body.path("private").asBoolean() ? " note " : " message ") + body.path("content").asText());
        say(exchange, 200, "{\"id\":%d,\"content\":%s,\"message_type\":1,\"private\":%s}".formatted(done.size(), body.path("content"), body.path("private")));
    }

    private void toggle(HttpExchange exchange, String conversation, JsonNode body) throws IOException {
        if (!keepsStatus.get()) {
            statuses.put(conversation, body.path("status").asText());
            done.add(conversation + " " + body.path("status").asText());
        }
        say(exchange, 200, "{\"meta\":{},\"payload\":{\"success\":%s,\"conversation_id\":%s,\"current_status\":\"%s\",\"snoozed_until\":null}}"
                .formatted(!keepsStatus.get(), conversation, status(Long.parseLong(conversation))));
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
