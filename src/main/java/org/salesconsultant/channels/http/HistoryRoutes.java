package org.salesconsultant.channels.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.channels.export.FindingCsv;
import org.salesconsultant.channels.export.FindingPng;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.UserError;

/** What a viewer asked before: conversations, exports. Nobody sees another's, but for a finding they were given a signed link to. */
final class HistoryRoutes {
    private static final int LONGEST_SEARCH = 200;
    /** Without it Excel reads UTF-8 as the machine's old code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Conversations conversations;
    private final Doorkeeper doorkeeper;
    private final LinkSignatures signatures;

    HistoryRoutes(Conversations conversations, Doorkeeper doorkeeper, LinkSignatures signatures) {
        this.conversations = conversations;
        this.doorkeeper = doorkeeper;
        this.signatures = signatures;
    }

    private record ConversationList(List<Conversations.Summary> conversations) {}

    void add(RoutesConfig routes) {
        routes.get("/api/conversations", this::list);
        routes.get("/api/conversations/{id}", ctx -> ctx.json(conversations.get(doorkeeper.viewer(ctx), ctx.pathParam("id"))));
        routes.get("/api/findings/{id}.csv", this::csv);
        routes.get("/api/findings/{id}.png", this::png);
    }

    private Finding finding(Context ctx) {
        return found(ctx).orElseThrow(() -> new UserError(UserError.Category.NOT_FOUND, "There is no such finding.",
                "Export a finding of your own conversations."));
    }

    private Optional<Finding> found(Context ctx) {
        var signature = ctx.queryParam("signature");
        if (signature == null) {
            return conversations.finding(doorkeeper.viewer(ctx), ctx.pathParam("id"));
        }
        signatures.check(ctx.path(), Objects.requireNonNullElse(ctx.queryParam("until"), ""), signature);
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin"); // the picture stands in a card on another site
        return conversations.finding(ctx.pathParam("id"));
    }

    private void list(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        var words = Objects.requireNonNullElse(ctx.queryParam("q"), "").strip();
        if (words.length() > LONGEST_SEARCH) {
            throw new UserError(UserError.Category.TOO_LARGE, "That is too much to look for.", "Look for at most %d characters.".formatted(LONGEST_SEARCH));
        }
        ctx.json(new ConversationList(words.isEmpty() ? conversations.of(viewer) : conversations.search(viewer, words)));
    }

    private void csv(Context ctx) {
        var finding = finding(ctx);
        var mark = ctx.queryParam("excel") == null ? "" : BYTE_ORDER_MARK;
        ctx.contentType("text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + FindingCsv.fileName(finding) + ".csv\"")
                .result(mark + FindingCsv.of(finding));
    }

    private void png(Context ctx) {
        var picture = FindingPng.of(finding(ctx)).orElseThrow(() -> new UserError(UserError.Category.NOT_FOUND,
                "This finding has no chart.", "Export its table as CSV."));
        ctx.contentType("image/png").result(picture);
    }
}
