package org.salesconsultant.channels.helpdesk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.salesconsultant.access.Keys;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.JsonBody;
import org.salesconsultant.channels.KeyHolders;

/** {@code POST /api/autoreply}: for the backend of a helpdesk, with a service key. */
public final class HelpdeskChannel implements Channel {
    private final FrontDesk desk;
    private final KeyHolders keys;

    public HelpdeskChannel(FrontDesk desk, Keys keys) {
        this.desk = desk;
        this.keys = new KeyHolders(keys);
    }

    @Override
    public void add(RoutesConfig routes, Answering assistant) {
        routes.post("/api/autoreply", this::reply);
    }

    private void reply(Context ctx) {
        var key = keys.serviceKey(ctx);
        var request = JsonBody.read(ctx, AutoreplyRequest.class);
        ctx.header("Cache-Control", "no-store").json(request.toInquiry(key).map(desk::reply).orElseGet(() -> desk.reply(request.toMessage())));
    }

    @Override
    public void close() {
        // nothing is under way beside the requests
    }
}
