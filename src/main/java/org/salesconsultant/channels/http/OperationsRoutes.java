package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.salesconsultant.ops.Meters;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.Warehouses;

/** For those who run the server: health, metrics, the description of the routes. Open to all, and free of anybody's data. */
final class OperationsRoutes {
    private final Warehouses warehouses;
    private final Meters meters;

    OperationsRoutes(Warehouses warehouses, Meters meters) {
        this.warehouses = warehouses;
        this.meters = meters;
    }

    void add(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "live")));
        routes.get("/health/ready", this::ready);
        routes.get("/metrics", ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape()));
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(description()));
    }

    private void ready(Context ctx) {
        try {
            warehouses.current().state();
        } catch (RuntimeException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "The warehouse cannot be read.", "The server's log says why.");
        }
        ctx.json(Map.of("status", "ready"));
    }

    private static String description() {
        try (InputStream file = OperationsRoutes.class.getResourceAsStream("/openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
