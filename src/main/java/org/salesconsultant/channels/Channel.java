package org.salesconsultant.channels;

import io.javalin.config.RoutesConfig;
import org.salesconsultant.assistant.Answering;

/** A place that people ask from beside the page, with routes of its own on the server. */
public interface Channel extends AutoCloseable {
    /** Called once, before the server starts. */
    void add(RoutesConfig routes, Answering assistant);

    /** Ends what is under way, in seconds; called when no request comes any more. */
    @Override
    void close();
}
