package org.salesconsultant.channels.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;

/** Finds out who a request is from: by its Bearer key, else by the page's session cookie. */
final class Doorkeeper {
    static final String COOKIE = "sales_consultant_session";
    private static final String BEARER = "bearer ";

    private final Keys keys;
    private final SignIn signIn;

    Doorkeeper(Keys keys, SignIn signIn) {
        this.keys = keys;
        this.signIn = signIn;
    }

    /** @throws UserError NOT_SIGNED_IN when nobody is, NOT_ALLOWED when another site sent the cookie along */
    Viewer viewer(Context ctx) {
        var authorization = ctx.header("Authorization");
        if (authorization != null) {
            return bearer(authorization).orElseThrow(() -> new UserError(UserError.Category.NOT_SIGNED_IN,
                    "This key is not known here.", "Send it as \"Authorization: Bearer KEY\"; make one with: keys add NAME --role manager"));
        }
        var viewer = session(ctx).orElseThrow(() -> new UserError(UserError.Category.NOT_SIGNED_IN,
                "Nobody is signed in.", "Open the sign-in link that the server printed, or send \"Authorization: Bearer KEY\"."));
        if (ctx.method() != HandlerType.GET && !fromOwnPage(ctx)) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "This request was sent by another site.",
                    "Ask on the page itself, or send a key as \"Authorization: Bearer KEY\".");
        }
        return viewer;
    }

    /** Who the cookie says it is. */
    Optional<Viewer> session(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(signIn::viewer);
    }

    private Optional<Viewer> bearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? keys.viewer(authorization.substring(BEARER.length()).strip()) : Optional.empty();
    }

    /** A browser sends a cookie along whoever made the request, but says who did; a form of another site cannot send JSON. */
    private static boolean fromOwnPage(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        var origin = ctx.header("Origin");
        return (site == null || site.equals("same-origin"))
                && (origin == null || sameHost(origin, ctx.header("Host")))
                && String.valueOf(ctx.contentType()).startsWith("application/json");
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getRawAuthority() instanceof String authority && authority.equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
