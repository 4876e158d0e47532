package org.salesconsultant.channels.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The page's files, served from the jar, and the headers that keep others out of it. The widget on other sites is made of the same files. */
public final class Page {
    /** Everything comes from here: no script or style of another place, none inside the HTML, no frame around it. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** What the widget loads from a page of another site: code and looks, and nobody's data. */
    private static final Pattern SHARED = Pattern.compile("/widget\\.js|/(js|vendor)/[\\w-]+\\.js|/\\w+\\.css");
    private static final Map<String, String> SHARED_HEADERS = Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");

    private Page() {}

    /** Serves the files under {@code /}, and adds the headers to every answer of the server. */
    public static void add(JavalinConfig config) {
        config.routes.before(ctx -> {
            HEADERS.forEach(ctx::header);
            if (SHARED.matcher(ctx.path()).matches()) {
                SHARED_HEADERS.forEach(ctx::header);
            }
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    /** The page itself, for routes that answer with it. */
    public static String html() {
        try (InputStream file = Page.class.getResourceAsStream("/web/index.html")) {
            if (file == null) {
                throw new IllegalStateException("web/index.html is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
