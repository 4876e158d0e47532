package org.salesconsultant.channels.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads and throws away what of a request nobody has read, before the answer leaves: a connection that is closed while its client is
 * still sending is reset, and the client never sees why its request was refused.
 *
 * @param most in bytes @param longest beyond either, the connection is closed all the same
 */
record RestOfRequest(long most, Duration longest) implements Handler {
    private static final int PIECE = 1 << 16;

    @Override
    public void handle(Context ctx) {
        if (isStillAsking(ctx)) {
            return;
        }
        try {
            var body = ctx.bodyInputStream();
            var piece = new byte[(int) Math.clamp(ctx.req().getContentLengthLong(), 1, PIECE)];
            long end = System.nanoTime() + longest.toNanos();
            long read = 0;
            for (int more = body.read(piece); more >= 0 && read < most && System.nanoTime() < end; more = body.read(piece)) {
                read += more;
            }
        } catch (IOException e) {
            ctx.res().setHeader("Connection", "close"); // it fell silent or went away
        }
    }

    /** A client that waits to be told to send is refused before it does. */
    private static boolean isStillAsking(Context ctx) {
        return "100-continue".equalsIgnoreCase(ctx.header("Expect")) && ctx.req().getContentLengthLong() > 0;
    }
}
