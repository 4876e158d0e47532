package org.salesconsultant.channels.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.salesconsultant.channels.http.RunningServer;

/**
 * Another site with the widget on its page, as README tells to make one: a strict policy, looks that would spoil all they reach,
 * and a backend that opens sessions with its service key.
 */
public final class HostPage implements AutoCloseable {
    private static final String STYLE = """
            * { color: rgb(255, 0, 0) !important; background: rgb(255, 255, 0) !important; font: 31px/3 cursive !important; letter-spacing: 9px !important;
                border: 5px dashed red !important; display: block !important; float: right !important; transform: rotate(3deg) !important; opacity: .5 !important;
                position: static !important; visibility: hidden !important; pointer-events: none !important; margin: 40px !important; direction: rtl !important; }
            :root { --text: red; --ground: lime; --accent: red; --body: 40px; --gutter: 200px; color-scheme: dark; }
            button, textarea, table { all: unset !important; width: 3px !important; }
            h1 { visibility: visible !important; }
            """;
    /** Its own shortcut, as help desks have them. */
    private static final String SCRIPT = """
            let pressed = '';
            addEventListener('keydown', event => event.target.matches('input, textarea') || (document.title = pressed += event.key));
            """;

    private final HttpServer http;
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile int minutes = 15;
    private volatile boolean isSignedOut;
    private volatile String sessions = "";
    private volatile String serviceKey = "";
    private volatile String assistant = "";

    /** @param port 0 takes a free one */
    public HostPage(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::page);
        http.createContext("/host.css", exchange -> answer(exchange, "text/css", STYLE));
        http.createContext("/host.js", exchange -> answer(exchange, "text/javascript", SCRIPT));
        http.createContext("/assistant-token", exchange -> answer(exchange, "application/json", isSignedOut ? "<!doctype html>\n<title>Sign in</title>" : session()));
        http.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Has the widget of this server from now on. @param minutes that its sessions live */
    public HostPage with(RunningServer server, int minutes) {
        this.minutes = minutes;
        assistant = server.url("");
        sessions = server.url("/api/sessions");
        serviceKey = server.serviceKey;
        return this;
    }

    /** @param now whether it asks to sign in, wherever one goes */
    public void signOut(boolean now) {
        isSignedOut = now;
    }

    /** How many tokens its page has asked for. */
    public int tokens() {
        return tokens.get();
    }

    private String session() throws IOException {
        tokens.incrementAndGet();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(sessions)).header("Authorization", "Bearer " + serviceKey)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"viewer\":\"tester\",\"minutes\":" + minutes + "}")).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'; script-src 'self' %1$s; connect-src 'self' %1$s; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
                .formatted(assistant));
        answer(exchange, "text/html", """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>CRM</title><meta name="viewport" content="width=device-width">
                <link rel="stylesheet" href="/host.css"><script src="/host.js"></script>
                <script src="%s/widget.js" data-token-url="/assistant-token" async></script></head>
                <body><main><h1>Accounts</h1></main></body></html>""".formatted(assistant));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
