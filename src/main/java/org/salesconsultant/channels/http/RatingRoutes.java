package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.channels.JsonBody;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;

/** What people say of answers: everybody rates their own, an admin sees all. */
final class RatingRoutes {
    private final Ratings ratings;
    private final Doorkeeper doorkeeper;

    RatingRoutes(Ratings ratings, Doorkeeper doorkeeper) {
        this.ratings = ratings;
        this.doorkeeper = doorkeeper;
    }

    private record RatingList(List<Ratings.Rated> ratings) {}

    /** @param rating {@code right} or {@code wrong} */
    private record Rating(@Nullable String rating, @Nullable String reason) {}

    void add(RoutesConfig routes) {
        routes.post("/api/messages/{id}/rating", this::rate);
        routes.get("/api/ratings", this::list);
    }

    private void rate(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        var body = JsonBody.read(ctx, Rating.class);
        var rating = Ratings.Rating.of(Objects.requireNonNullElse(body.rating(), ""));
        var reason = Objects.requireNonNullElse(body.reason(), "").strip();
        if (reason.length() > Ratings.LONGEST_REASON) {
            throw new UserError(UserError.Category.TOO_LARGE, "The reason has %,d characters.".formatted(reason.length()),
                    "Shorten it to at most %,d.".formatted(Ratings.LONGEST_REASON));
        }
        ratings.rate(viewer, ctx.pathParam("id"), rating, reason);
        ctx.status(204);
    }

    private void list(Context ctx) {
        if (doorkeeper.viewer(ctx).role() != Role.ADMIN) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "Only an admin sees what others rated.", "Use a key with the role admin.");
        }
        ctx.json(new RatingList(ratings.list()));
    }
}
