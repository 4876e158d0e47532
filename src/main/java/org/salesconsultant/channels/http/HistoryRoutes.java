package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.sales.UserError;

/** What a viewer asked before: conversations, ratings, exports. Nobody sees another's. */
final class HistoryRoutes {
    private static final int LONGEST_REASON = 1_000;
    /** Without it Excel reads UTF-8 as the machine's old code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Conversations conversations;
    private final Doorkeeper doorkeeper;

    HistoryRoutes(Conversations conversations, Doorkeeper doorkeeper) {
        this.conversations = conversations;
        this.doorkeeper = doorkeeper;
    }

    private record ConversationList(List<Conversations.Summary> conversations) {}

    /** @param verdict {@code right} or {@code wrong} */
    private record Rating(@Nullable String verdict, @Nullable String reason) {}

    void add(RoutesConfig routes) {
        routes.get("/api/conversations", ctx -> ctx.json(new ConversationList(conversations.of(doorkeeper.viewer(ctx)))));
        routes.get("/api/conversations/{id}", ctx -> ctx.json(conversations.get(doorkeeper.viewer(ctx), ctx.pathParam("id"))));
        routes.post("/api/messages/{id}/rating", this::rate);
        routes.get("/api/findings/{id}.csv", this::csv);
    }

    private void rate(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        var rating = JsonBody.read(ctx, Rating.class);
        var reason = Objects.requireNonNullElse(rating.reason(), "").strip();
        if (reason.length() > LONGEST_REASON) {
            throw new UserError(UserError.Category.TOO_LARGE, "The reason has %,d characters.".formatted(reason.length()),
                    "Shorten it to at most %,d.".formatted(LONGEST_REASON));
        }
        conversations.rate(viewer, ctx.pathParam("id"), Objects.requireNonNullElse(rating.verdict(), ""), reason);
        ctx.status(204);
    }

    private void csv(Context ctx) {
        var finding = conversations.finding(doorkeeper.viewer(ctx), ctx.pathParam("id"))
                .orElseThrow(() -> new UserError(UserError.Category.NOT_FOUND, "There is no such finding.",
                        "Export a finding of your own conversations."));
        var mark = ctx.queryParam("excel") == null ? "" : BYTE_ORDER_MARK;
        ctx.contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + fileName(finding.title()) + ".csv\"")
                .result(mark + FindingCsv.of(finding));
    }

    private static String fileName(String title) {
        var plain = title.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "finding" : plain;
    }
}
