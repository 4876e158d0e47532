package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import org.salesconsultant.sales.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How mistakes leave the server: one JSON shape, one status for each kind. Nobody sees a stack trace. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    record Body(Detail error) {}

    /** @param code for programs @param message what is wrong @param hint what to do next */
    record Detail(String code, String message, String hint) {}

    static void add(RoutesConfig routes) {
        routes.exception(UserError.class, (error, ctx) -> write(ctx, status(error.category()), body(error)));
        routes.exception(HttpResponseException.class, (error, ctx) -> write(ctx, error.getStatus(), body(error)));
        routes.exception(Exception.class, (error, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), route(ctx), error);
            write(ctx, 500, unexpected());
        });
    }

    static Body body(UserError error) {
        return new Body(new Detail(error.category().name().toLowerCase(Locale.ROOT), error.message(), error.hint()));
    }

    static Body unexpected() {
        return new Body(new Detail("internal", "Something went wrong here.", "Try again; if it fails again, the server's log says why."));
    }

    /** The pattern a request matched; the path itself may hold a secret. */
    static String route(Context ctx) {
        var endpoint = ctx.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    private static int status(UserError.Category category) {
        return switch (category) {
            case BAD_INPUT, BAD_FILE -> 400;
            case NOT_SIGNED_IN -> 401;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UNAVAILABLE, BAD_SETUP -> 503;
        };
    }

    private static Body body(HttpResponseException error) {
        return switch (error.getStatus()) {
            case 404 -> new Body(new Detail("not_found", "There is nothing here.", "The routes are listed in /openapi.json."));
            case 413 -> new Body(new Detail("too_large", "The request is too large.", "Send at most " + Server.LARGEST_REQUEST / 1024 + " KiB."));
            default -> new Body(new Detail("bad_request", String.valueOf(error.getMessage()), "The routes are listed in /openapi.json."));
        };
    }

    private static void write(Context ctx, int status, Body body) {
        ctx.status(status).json(body);
    }
}
