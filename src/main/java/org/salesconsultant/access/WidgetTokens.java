package org.salesconsultant.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;

/**
 * Short-lived tokens with which the widget asks from a page of another site, opened by that site's backend with a service key.
 * Only hashes are kept.
 */
public final class WidgetTokens {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern VIEWER = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final String PREFIX = "wt";

    private final Database database;

    public WidgetTokens(Database database) {
        this.database = database;
    }

    /** @param token the token itself, for this one time */
    public record Opened(String token, Instant expiresAt, Viewer viewer) {}

    /** Whether a secret is meant to be such a token rather than a key. */
    public static boolean isToken(String secret) {
        return secret.startsWith(PREFIX + "_");
    }

    /**
     * Opens a session. Who has a key as rep or manager asks with its rights; anybody else is a visitor, who reads what a service key reads.
     *
     * @param serviceKey the name of the service key that asks for it
     * @param viewer the name of a key, or whatever the site calls its visitor
     * @param minutes that it lives
     * @throws UserError when the viewer is an administrator, or minutes or viewer make no sense
     */
    public Opened open(String serviceKey, String viewer, int minutes) {
        if (!VIEWER.matcher(viewer).matches() || viewer.isBlank()) {
            throw new UserError(UserError.Category.BAD_INPUT, "\"viewer\" does not say who is asking.", "Send the name of a key, or the visitor's id on your site, in at most 200 characters.");
        }
        if (minutes < 1 || minutes > LONGEST.toMinutes()) {
            throw new UserError(UserError.Category.BAD_INPUT, "A session of " + minutes + " minutes cannot be opened.", "Send \"minutes\" from 1 to " + LONGEST.toMinutes() + ".");
        }
        var now = Instant.now();
        var ends = now.plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        var token = Secrets.next(PREFIX);
        return database.write(handle -> {
            var key = key(handle, viewer);
            handle.createUpdate("DELETE FROM widget_token WHERE expires_at < :now").bind("now", now.toString()).execute();
            handle.createUpdate("INSERT INTO widget_token (hash, viewer, key_name, opened_by, expires_at) VALUES (:hash, :viewer, :key, :service, :expires)")
                    .bind("hash", Secrets.hash(token)).bind("viewer", viewer).bind("key", key == null ? null : key.name()).bind("service", serviceKey)
                    .bind("expires", ends.toString()).execute();
            return new Opened(token, ends, viewer(viewer, key));
        });
    }

    /** Who asks with this token, or empty when it has ended. */
    public Optional<Viewer> viewer(String token) {
        return database.read(handle -> handle.createQuery("""
                SELECT t.viewer, k.name, k.role, k.rep, k.created_at FROM widget_token t LEFT JOIN api_key k ON k.name = t.key_name
                WHERE t.hash = :hash AND t.expires_at >= :now""").bind("hash", Secrets.hash(token)).bind("now", Instant.now().toString())
                .map((row, context) -> viewer(row.getString(1), row.getString(2) == null ? null : Keys.Key.of(row, 2))).findOne());
    }

    private static Viewer viewer(String name, Keys.@Nullable Key key) {
        return key == null ? new Viewer("visitor:" + name, name, Role.SERVICE, null) : key.viewer();
    }

    /** The key whose rights the viewer has, null for a visitor. A service key is shared by many, so its history is not a visitor's. */
    private static Keys.@Nullable Key key(Handle handle, String name) {
        var key = handle.createQuery("SELECT name, role, rep, created_at FROM api_key WHERE name = :name").bind("name", name)
                .map((row, context) -> Keys.Key.of(row, 1)).findOne().orElse(null);
        if (key != null && key.role() == Role.ADMIN) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "An administrator's rights are not given to pages of other sites.",
                    "Make a key with less: keys add NAME --role manager");
        }
        return key == null || key.role() == Role.SERVICE ? null : key;
    }
}
