package org.salesconsultant.channels.helpdesk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.salesconsultant.access.Keys;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.JsonBody;
import org.salesconsultant.channels.KeyHolders;

/** {@code POST /api/autoreply}: for the backend of a helpdesk, with a service key. */
public final class HelpdeskChannel implements Channel {
    private final Helpdesk helpdesk;
    private final KeyHolders keys;

    public HelpdeskChannel(Helpdesk helpdesk, Keys keys) {
        this.helpdesk = helpdesk;
        this.keys = new KeyHolders(keys);
    }

    @Override
    public void add(RoutesConfig routes, Answering assistant) {
        routes.post("/api/autoreply", this::reply);
    }

    private void reply(Context ctx) {
        keys.serviceKey(ctx);
        ctx.header("Cache-Control", "no-store").json(helpdesk.reply(JsonBody.read(ctx, AutoreplyRequest.class).toMessage()));
    }

    @Override
    public void close() {
        // nothing is under way beside the requests
    }
}
