package org.salesconsultant.channels.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.web.FirstSight;
import org.salesconsultant.channels.web.Page;
import org.salesconsultant.ops.Meters;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the API, the page and the operations routes on one port, a virtual thread for each request. */
public final class Server implements AutoCloseable {
    /** Followed by a one-time token. */
    public static final String SIGN_IN_PATH = "/sign-in/";
    /** In bytes; holds the longest message in any script, escaped. */
    static final long LARGEST_REQUEST = 64 * 1024;
    private static final Duration STOPPING = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final HttpSettings settings;
    private final Meters meters = new Meters();
    private final Uploads uploads;
    private final List<Channel> channels;
    private final Javalin javalin;

    /** @param channels what people ask from beside the page */
    public Server(HttpSettings settings, WidgetSettings widget, Answering assistant, Conversations conversations, Ratings ratings, Keys keys, SignIn signIn,
                  WidgetTokens tokens, LinkSignatures links, Warehouses warehouses, Toolbox toolbox, Importing importing, Channel... channels) {
        this.settings = settings;
        this.channels = List.of(channels);
        var doorkeeper = new Doorkeeper(keys, signIn, tokens, widget);
        var counted = counted(assistant);
        var chat = new ChatRoute(counted, doorkeeper);
        var history = new HistoryRoutes(conversations, doorkeeper, links);
        var rating = new RatingRoutes(ratings, doorkeeper);
        var session = new SessionRoutes(signIn, doorkeeper, new FirstSight(warehouses, toolbox, viewer -> ImportRoutes.mayImport(viewer) ? importing.limits().largest() : 0));
        var embedded = new WidgetRoutes(tokens, widget, doorkeeper);
        this.uploads = new Uploads(importing);
        var imports = new ImportRoutes(importing, uploads, doorkeeper);
        var operations = new OperationsRoutes(warehouses, meters);
        this.javalin = Javalin.create(config -> {
            configure(config);
            Page.add(config);
            Errors.add(config.routes);
            chat.add(config.routes);
            history.add(config.routes);
            rating.add(config.routes);
            session.add(config.routes);
            embedded.add(config.routes);
            imports.add(config.routes);
            operations.add(config.routes);
            this.channels.forEach(channel -> channel.add(config.routes, counted));
            config.routes.after(new RestOfRequest(2 * importing.limits().largest(), LONGEST_REST));
        });
    }

    private Answering counted(Answering assistant) {
        return (question, listener) -> {
            var answer = assistant.ask(question, listener);
            meters.answer(answer.status().word(), answer.brain().word(), Duration.ofMillis(answer.elapsedMs()));
            return answer;
        };
    }

    /** @throws UserError when the port is taken or the address is not this machine's */
    public Server start() {
        try {
            javalin.start(settings.host(), settings.port());
            return this;
        } catch (JavalinBindException e) {
            throw new UserError(UserError.Category.CONFLICT, "Cannot listen on " + settings.host() + " port " + settings.port() + ".",
                    "Stop the program that uses the port, or choose another: serve --port " + (settings.port() + 1));
        }
    }

    /** The port it listens on, once started. */
    public int port() {
        return javalin.port();
    }

    /** Adds a figure to what Prometheus reads. @param value looked up at each reading */
    public void gauge(String name, String description, Supplier<Number> value) {
        meters.gauge(name, description, value);
    }

    /** Adds one series of a counter to what Prometheus reads. @param total looked up at each reading; never falls */
    public void counter(String name, String description, String label, String value, Supplier<Number> total) {
        meters.counter(name, description, label, value, total);
    }

    /** Ends the turns under way, ten seconds at most, then stops. */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("turns that took longer than {} s were cut off", STOPPING.toSeconds());
        }
        uploads.close();
        channels.forEach(Channel::close);
        meters.close();
    }

    @Override
    public void close() {
        stop();
    }

    Javalin javalin() {
        return javalin;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        config.jetty.modifyServer(server -> server.setStopTimeout(STOPPING.toMillis()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.router.javaLangErrorHandler((response, error) -> {
            response.setStatus(500);
            LOG.error("the server ran into its limits", error);
        });
        config.requestLogger.http((ctx, millis) -> meters.request(ctx.method().name(), Errors.route(ctx), ctx.statusCode(),
                Duration.ofNanos((long) (millis * 1e6))));
    }
}
