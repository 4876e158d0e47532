package org.salesconsultant.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;

/** One-time links that sign a browser in, and the sessions they begin. Only hashes are kept. */
public final class SignIn {
    private static final Duration LINK_LIVES = Duration.ofHours(24);
    private static final Duration SESSION_LIVES = Duration.ofDays(30);
    /** The key behind the link that {@code serve} prints: whoever sees the terminal is the admin. Nobody ever holds it. */
    private static final String OWNER = "owner";

    private final Database database;

    public SignIn(Database database) {
        this.database = database;
    }

    /** A token for a link that signs in as the owner of this machine, once. */
    public String ownerToken() {
        database.write(handle -> handle.createUpdate("""
                INSERT INTO api_key (name, hash, role, rep, created_at) VALUES (:name, :hash, :role, NULL, :now)
                ON CONFLICT (name) DO NOTHING""").bind("name", OWNER).bind("hash", Secrets.hash(Secrets.next("sc")))
                .bind("role", Role.ADMIN.word()).bind("now", Instant.now().toString()).execute());
        return token(OWNER);
    }

    /** A token for a link that signs in as a key's holder, once. */
    public String token(String keyName) {
        var token = Secrets.next("in");
        var now = Instant.now();
        database.write(handle -> {
            handle.createUpdate("DELETE FROM sign_in_link WHERE expires_at < :now").bind("now", now.toString()).execute();
            return handle.createUpdate("INSERT INTO sign_in_link (hash, key_name, expires_at) VALUES (:hash, :name, :expires)")
                    .bind("hash", Secrets.hash(token)).bind("name", keyName).bind("expires", now.plus(LINK_LIVES).toString()).execute();
        });
        return token;
    }

    /** Uses a link's token up and begins a session. @return the session's secret for the cookie, or empty when the link is used, old or unknown */
    public Optional<String> begin(String token) {
        var now = Instant.now();
        return database.write(handle -> handle.createQuery("""
                DELETE FROM sign_in_link WHERE hash = :hash AND expires_at >= :now RETURNING key_name""")
                .bind("hash", Secrets.hash(token)).bind("now", now.toString()).mapTo(String.class).findOne()
                .map(name -> {
                    var secret = Secrets.next("se");
                    handle.createUpdate("DELETE FROM session WHERE expires_at < :now").bind("now", now.toString()).execute();
                    handle.createUpdate("INSERT INTO session (hash, key_name, expires_at) VALUES (:hash, :name, :expires)")
                            .bind("hash", Secrets.hash(secret)).bind("name", name).bind("expires", now.plus(SESSION_LIVES).toString()).execute();
                    return secret;
                }));
    }

    /** Who is signed in with this session, or empty when it has ended. */
    public Optional<Viewer> viewer(String secret) {
        return database.read(handle -> handle.createQuery("""
                SELECT k.name, k.role, k.rep, k.created_at FROM session s JOIN api_key k ON k.name = s.key_name
                WHERE s.hash = :hash AND s.expires_at >= :now""").bind("hash", Secrets.hash(secret)).bind("now", Instant.now().toString())
                .map((row, context) -> Keys.Key.of(row, 1)).findOne()).map(Keys.Key::viewer);
    }

    public void end(String secret) {
        database.write(handle -> handle.createUpdate("DELETE FROM session WHERE hash = :hash").bind("hash", Secrets.hash(secret)).execute());
    }
}
