package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.channels.web.FirstSight;
import org.salesconsultant.channels.web.Page;

/** Signing a browser in by a one-time link, and out again; and what the page shows first. */
final class SessionRoutes {
    private static final int COOKIE_SECONDS = (int) Duration.ofDays(30).toSeconds();

    private final SignIn signIn;
    private final Doorkeeper doorkeeper;
    private final FirstSight firstSight;

    SessionRoutes(SignIn signIn, Doorkeeper doorkeeper, FirstSight firstSight) {
        this.signIn = signIn;
        this.doorkeeper = doorkeeper;
        this.firstSight = firstSight;
    }

    void add(RoutesConfig routes) {
        routes.get(Server.SIGN_IN_PATH + "{token}", this::enter);
        routes.post("/api/sign-out", this::leave);
        routes.get("/api/start", ctx -> ctx.json(firstSight.of(doorkeeper.viewer(ctx))));
    }

    /** Who follows a used link and is signed in already just goes on. */
    private void enter(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        var secret = signIn.begin(ctx.pathParam("token"));
        if (secret.isPresent()) {
            ctx.cookie(cookie(ctx, secret.get(), COOKIE_SECONDS));
        }
        if (secret.isPresent() || doorkeeper.session(ctx).isPresent()) {
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(401).html(Page.html());
        }
    }

    private void leave(Context ctx) {
        doorkeeper.viewer(ctx);
        var secret = ctx.cookie(Doorkeeper.COOKIE);
        if (secret != null) {
            signIn.end(secret);
        }
        ctx.cookie(cookie(ctx, "", 0)).status(204);
    }

    private static Cookie cookie(Context ctx, String value, int seconds) {
        return new Cookie(Doorkeeper.COOKIE, value, "/", seconds, ctx.scheme().equals("https"), true, null, SameSite.LAX);
    }
}
