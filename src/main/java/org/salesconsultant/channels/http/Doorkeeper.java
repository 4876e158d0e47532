package org.salesconsultant.channels.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.channels.KeyHolders;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;

/** Finds out who a request is from: by its Bearer key or the widget's token, else by the page's session cookie. */
final class Doorkeeper {
    static final String COOKIE = "sales_consultant_session";
    private static final Pattern NOT_OF_A_FORM = Pattern.compile("application/(json|octet-stream)");

    private final KeyHolders keys;
    private final SignIn signIn;
    private final WidgetTokens tokens;
    private final WidgetSettings widget;

    Doorkeeper(Keys keys, SignIn signIn, WidgetTokens tokens, WidgetSettings widget) {
        this.keys = new KeyHolders(keys);
        this.signIn = signIn;
        this.tokens = tokens;
        this.widget = widget;
    }

    /** @throws UserError NOT_SIGNED_IN when nobody is, NOT_ALLOWED when another site sent the cookie along, or a token that is not for it */
    Viewer viewer(Context ctx) {
        if (ctx.header("Authorization") != null) {
            var secret = KeyHolders.bearer(ctx);
            return WidgetTokens.isToken(secret) ? visitor(ctx, secret) : keys.holder(secret);
        }
        var viewer = session(ctx).orElseThrow(() -> new UserError(UserError.Category.NOT_SIGNED_IN,
                "Nobody is signed in.", "Open the sign-in link that the server printed, or send \"Authorization: Bearer KEY\"."));
        if (ctx.method() != HandlerType.GET && !fromOwnPage(ctx)) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "This request was sent by another site.",
                    "Ask on the page itself, or send a key as \"Authorization: Bearer KEY\".");
        }
        return viewer;
    }

    /** @throws UserError as {@link KeyHolders#serviceKey} */
    String serviceKey(Context ctx) {
        return keys.serviceKey(ctx);
    }

    /** Who the cookie says it is. */
    Optional<Viewer> session(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(signIn::viewer);
    }

    private Viewer visitor(Context ctx, String token) {
        var origin = ctx.header("Origin");
        if (origin != null && !widget.allows(origin) && !sameHost(origin, ctx.header("Host"))) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "Pages of " + origin + " may not have the widget on them.", "Add the origin to WIDGET_ORIGINS and start the server again.");
        }
        return tokens.viewer(token).orElseThrow(() -> new UserError(UserError.Category.NOT_SIGNED_IN, "This session has ended.",
                "Have the site's backend open another: POST /api/sessions"));
    }

    /** A browser sends a cookie along whoever made the request, but says who did; a form of another site cannot send JSON or plain bytes. */
    private static boolean fromOwnPage(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        var origin = ctx.header("Origin");
        return (site == null || site.equals("same-origin"))
                && (origin == null || sameHost(origin, ctx.header("Host")))
                && NOT_OF_A_FORM.matcher(String.valueOf(ctx.contentType())).lookingAt();
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getRawAuthority() instanceof String authority && authority.equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
