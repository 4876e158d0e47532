package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.channels.JsonBody;
import org.salesconsultant.channels.web.FirstSight.Who;

/** What the widget on other sites needs: tokens for its viewers, and browsers told which sites may ask from their pages. */
final class WidgetRoutes {
    private static final int USUAL_MINUTES = 15;
    private static final String METHODS = "GET, POST, DELETE";
    private static final String HEADERS = "Authorization, Content-Type";
    private static final String PREFLIGHT_SECONDS = "600";

    private final WidgetTokens tokens;
    private final WidgetSettings settings;
    private final Doorkeeper doorkeeper;

    WidgetRoutes(WidgetTokens tokens, WidgetSettings settings, Doorkeeper doorkeeper) {
        this.tokens = tokens;
        this.settings = settings;
        this.doorkeeper = doorkeeper;
    }

    /** @param viewer name of a key, or what the site calls its visitor @param minutes left out: a quarter of an hour */
    private record SessionRequest(@Nullable String viewer, @Nullable Integer minutes) {}

    private record Session(String token, Instant expiresAt, Who viewer) {}

    void add(RoutesConfig routes) {
        routes.before("/api/*", this::admitPages);
        routes.options("/api/*", ctx -> ctx.status(204));
        routes.post("/api/sessions", this::open);
    }

    /** Cookies are never asked for: the widget sends its token. */
    private void admitPages(Context ctx) {
        ctx.header("Vary", "Origin");
        var origin = ctx.header("Origin");
        if (settings.allows(origin) && !ctx.path().equals("/api/sessions")) {
            ctx.header("Access-Control-Allow-Origin", Objects.requireNonNull(origin)).header("Access-Control-Allow-Methods", METHODS)
                    .header("Access-Control-Allow-Headers", HEADERS).header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        }
    }

    private void open(Context ctx) {
        var service = doorkeeper.serviceKey(ctx);
        var request = JsonBody.read(ctx, SessionRequest.class);
        var opened = tokens.open(service, Objects.requireNonNullElse(request.viewer(), ""), Objects.requireNonNullElse(request.minutes(), USUAL_MINUTES));
        ctx.header("Cache-Control", "no-store").json(new Session(opened.token(), opened.expiresAt(), Who.of(opened.viewer())));
    }
}
