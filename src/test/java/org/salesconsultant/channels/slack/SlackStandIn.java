package org.salesconsultant.channels.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import com.slack.api.SlackConfig;
import com.slack.api.methods.request.chat.ChatAppendStreamRequest;
import com.slack.api.methods.request.chat.ChatStartStreamRequest;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Stands in for Slack's Web API. What it is sent it reads with the types of Slack's own library, unknown fields forbidden, and holds
 * against the limits that Slack documents; whatever is wrong is told by {@link #faults}.
 */
final class SlackStandIn implements AutoCloseable {
    private static final Gson STRICT = strict();
    private static final String NOT_STREAMING = "{\"ok\":false,\"error\":\"message_not_in_streaming_state\"}";
    private static final Gson PLAIN = new GsonBuilder().disableHtmlEscaping().create();

    private final HttpServer server;
    private final String token;
    private final AtomicInteger names = new AtomicInteger();
    private final Set<String> refuseOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    /** Messages that grow, by their timestamps. */
    private final Map<String, Streamed> streams = new ConcurrentHashMap<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    final Map<String, List<String>> members = new ConcurrentHashMap<>();
    final Set<String> shared = ConcurrentHashMap.newKeySet();

    SlackStandIn(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::call);
        server.createContext("/upload/", this::upload);
        server.start();
    }

    private record Streamed(String channel, String thread, String text) {
        Streamed with(String more) {
            return new Streamed(channel, thread, text + more);
        }
    }

    /** @param answer what was answered, as JSON */
    record Call(String method, Map<String, String> arguments, String answer) {
        String get(String name) {
            return arguments.getOrDefault(name, "");
        }

        /** The blocks as JSON, without needless escapes. */
        String shown() {
            return PLAIN.toJson(JsonParser.parseString(get("blocks")));
        }

        List<LayoutBlock> blocks() {
            return STRICT.fromJson(get("blocks"), new TypeToken<List<LayoutBlock>>() {}.getType());
        }

        Stream<ButtonElement> buttons() {
            return blocks().stream().filter(ActionsBlock.class::isInstance).flatMap(block -> ((ActionsBlock) block).getElements().stream())
                    .map(ButtonElement.class::cast);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Messages with whatever they end as: posted whole, or below the steps that were streamed before. */
    List<Call> messages() {
        return calls.stream().filter(call -> call.answer().contains("\"ok\":true") && Set.of("chat.postMessage", "chat.stopStream").contains(call.method())).toList();
    }

    /** Says no from now on. */
    void refuse(String method, String error) {
        refusals.put(method, error);
    }

    /** How many messages are still being streamed. */
    int streaming() {
        return streams.size();
    }

    /** Says "too many" the next time. */
    void refuseOnce(String method) {
        refuseOnce.add(method);
    }

    /** All but who is in which channel. */
    void forget() {
        calls.clear();
        faults.clear();
        uploads.clear();
        shared.clear();
        refuseOnce.clear();
        refusals.clear();
        streams.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void call(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().substring("/api/".length());
        var arguments = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (refuseOnce.remove(method)) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        var answer = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization")) ? answer(method, arguments)
                : "{\"ok\":false,\"error\":\"invalid_auth\"}";
        calls.add(new Call(method, arguments, answer));
        answer(exchange, 200, answer);
    }

    private String answer(String method, Map<String, String> arguments) {
        if (refusals.containsKey(method)) {
            return "{\"ok\":false,\"error\":\"" + refusals.get(method) + "\"}";
        }
        var channel = arguments.getOrDefault("channel", "");
        return switch (method) {
            case "chat.postMessage" -> {
                check(arguments);
                yield "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"1700000000.%06d\"}".formatted(names.incrementAndGet());
            }
            case "chat.startStream" -> begin(read(arguments, ChatStartStreamRequest.class));
            case "chat.appendStream" -> {
                var request = read(arguments, ChatAppendStreamRequest.class);
                var grown = streams.computeIfPresent(request.getTs(), (ts, stream) -> stream.with(request.getMarkdownText()));
                yield grown == null ? NOT_STREAMING : streamed(channel, request.getTs());
            }
            case "chat.stopStream" -> {
                var stream = streams.remove(arguments.getOrDefault("ts", ""));
                if (stream == null) {
                    yield NOT_STREAMING;
                }
                fault(stream.channel().equals(channel), "another channel than it began in");
                arguments.putAll(Map.of("thread_ts", stream.thread(), "markdown_text", stream.text()));
                checkBlocks(arguments, stream.text().length());
                yield streamed(channel, arguments.getOrDefault("ts", ""));
            }
            case "chat.postEphemeral" -> "{\"ok\":true,\"message_ts\":\"1700000000.%06d\"}".formatted(names.incrementAndGet());
            case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D" + arguments.get("users") + "\"}}";
            case "conversations.info" -> "{\"ok\":true,\"channel\":{\"id\":\"" + channel + "\",\"is_ext_shared\":" + shared.contains(channel) + "}}";
            case "conversations.members" -> page(members.getOrDefault(channel, List.of()), arguments.getOrDefault("cursor", ""));
            case "users.info" -> "{\"ok\":true,\"user\":{\"id\":\"" + arguments.get("user") + "\",\"is_bot\":" + arguments.getOrDefault("user", "").startsWith("UBOT") + "}}";
            case "files.getUploadURLExternal" -> {
                var id = "F" + names.incrementAndGet() + "-" + arguments.get("filename");
                yield "{\"ok\":true,\"file_id\":\"" + id + "\",\"upload_url\":\"" + url().replace("/api", "/upload/") + id + "\"}";
            }
            case "files.completeUploadExternal" -> "{\"ok\":true,\"files\":" + arguments.get("files") + "}";
            case "views.open" -> {
                fault(STRICT.fromJson(arguments.get("view"), View.class) != null, "no view");
                yield "{\"ok\":true}";
            }
            default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
        };
    }

    /** Two at a time. */
    private static String page(List<String> members, String cursor) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(members.size(), from + 2);
        return new Gson().toJson(Map.of("ok", true, "members", members.subList(from, to),
                "response_metadata", Map.of("next_cursor", to < members.size() ? Integer.toString(to) : "")));
    }

    private void upload(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/upload/".length());
        uploads.put(id, exchange.getRequestBody().readAllBytes());
        answer(exchange, 200, "OK");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (var pair : body.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                form.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    // ---- Slack's documented limits -------------------------------------------------------------------------------

    private void check(Map<String, String> message) {
        fault(!message.getOrDefault("text", "").isEmpty(), "no text for notifications");
        fault(message.getOrDefault("text", "").length() <= 40_000, "text too long");
        if (message.containsKey("blocks")) {
            checkBlocks(message, 0);
        }
    }

    /** As Slack documents chat.startStream; it streams into threads alone, and outside of direct messages to somebody it is told. */
    private String begin(ChatStartStreamRequest request) {
        fault(!request.getMarkdownText().isEmpty() && request.getMarkdownText().length() <= 12_000, "no text, or too long");
        var isDirect = request.getChannel().startsWith("D");
        var isNamed = request.getRecipientUserId() != null && request.getRecipientTeamId() != null;
        if (request.getThreadTs() == null || isDirect == isNamed) {
            return "{\"ok\":false,\"error\":\"" + (request.getThreadTs() == null ? "invalid_thread_ts" : isDirect ? "invalid_arguments" : "missing_recipient_user_id") + "\"}";
        }
        var stream = "1700000000.%06d".formatted(names.incrementAndGet());
        streams.put(stream, new Streamed(request.getChannel(), request.getThreadTs(), request.getMarkdownText()));
        return streamed(request.getChannel(), stream);
    }

    private static String streamed(String channel, String stream) {
        return "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + stream + "\"}";
    }

    private static <T> T read(Map<String, String> arguments, Class<T> type) {
        return STRICT.fromJson(PLAIN.toJson(arguments), type);
    }

    /** @param before characters that the message shows already */
    private void checkBlocks(Map<String, String> message, int before) {
        try {
            List<LayoutBlock> blocks = STRICT.fromJson(message.get("blocks"), new TypeToken<List<LayoutBlock>>() {}.getType());
            fault(JsonParser.parseString(STRICT.toJson(blocks)).equals(JsonParser.parseString(message.get("blocks"))), "a field that Slack's types do not have");
            fault(!blocks.isEmpty() && blocks.size() <= 50, "blocks: " + blocks.size());
            int length = PLAIN.toJson(JsonParser.parseString(message.get("blocks"))).length();
            fault(before + length <= 13_200, "characters: " + before + " and " + length);
            Set<String> actions = new HashSet<>();
            blocks.forEach(block -> check(block, actions));
        } catch (RuntimeException e) {
            faults.add("unreadable: " + e);
        }
    }

    private void check(LayoutBlock block, Set<String> actions) {
        switch (block) {
            case SectionBlock section -> {
                fault(section.getText() != null ^ section.getFields() != null, "a section without text");
                texts(section).forEach(text -> fault(!text.getText().isEmpty() && text.getVerbatim(), "empty, or links would be made of it: " + text.getText()));
                fault(section.getText() == null || ((MarkdownTextObject) section.getText()).getText().length() <= 3_000, "a section too long");
                fault(section.getFields() == null || section.getFields().size() <= 10
                        && texts(section).allMatch(text -> text.getText().length() <= 2_000), "too many fields, or too long");
            }
            case ContextBlock context -> fault(!context.getElements().isEmpty() && context.getElements().size() <= 10, "notes: " + context.getElements().size());
            case ActionsBlock buttons -> {
                fault(!buttons.getElements().isEmpty() && buttons.getElements().size() <= 25, "buttons: " + buttons.getElements().size());
                buttons.getElements().stream().map(ButtonElement.class::cast).forEach(button -> {
                    fault(button.getText().getText().length() <= 75 && button.getValue().length() <= 2_000, "a button too long");
                    fault(actions.add(button.getActionId()), "an action twice: " + button.getActionId());
                });
            }
            case RichTextBlock table -> fault(!table.getElements().isEmpty(), "no table");
            default -> faults.add("unexpected: " + block.getType());
        }
    }

    private static Stream<MarkdownTextObject> texts(SectionBlock section) {
        return Stream.concat(Stream.ofNullable(section.getText()), section.getFields() == null ? Stream.empty() : section.getFields().stream())
                .map(MarkdownTextObject.class::cast);
    }

    private void fault(boolean fine, String what) {
        if (!fine) {
            faults.add(what);
        }
    }

    private static Gson strict() {
        var config = new SlackConfig();
        config.setFailOnUnknownProperties(true);
        return GsonFactory.createSnakeCase(config);
    }
}
