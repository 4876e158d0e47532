package org.salesconsultant.channels.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.salesconsultant.sales.Json;

/** Takes what is posted to a Workflows webhook, as Power Automate does: 202, nothing in the body. */
final class WorkflowStandIn implements AutoCloseable {
    /** Stands in the address as Power Automate's signature does. */
    static final String SIGNATURE = "Xq3-signature-of-the-workflow";

    final List<byte[]> posted = new CopyOnWriteArrayList<>();
    /** What it refuses next with 429. */
    final AtomicInteger refusals = new AtomicInteger();
    /** Whether it answers 400 to everything. */
    final AtomicBoolean isBroken = new AtomicBoolean();
    private final HttpServer server;

    WorkflowStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/workflows/1/triggers/manual/paths/invoke", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            boolean isRefused = !exchange.getRequestURI().getRawQuery().endsWith("sig=" + SIGNATURE) || refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!isRefused && !isBroken.get()) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(isRefused ? 429 : isBroken.get() ? 400 : 202, -1);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/workflows/1/triggers/manual/paths/invoke?api-version=2016-06-01&sv=1.0&sig=" + SIGNATURE);
    }

    /** Waits for it. */
    JsonNode post(int number) throws IOException, InterruptedException {
        for (int tries = 0; tries < 3_000 && posted.size() < number; tries++) {
            Thread.sleep(20);
        }
        return Json.MAPPER.readTree(posted.get(number - 1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
