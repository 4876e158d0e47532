package org.salesconsultant.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/** API keys by name; only their hashes are kept. */
public final class Keys {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}");

    private final Database database;
    private final Warehouses warehouses;

    public Keys(Database database, Warehouses warehouses) {
        this.database = database;
        this.warehouses = warehouses;
    }

    /** @param rep whose accounts alone the key sees, or null */
    public record Key(String name, Role role, @Nullable String rep, String createdAt) {
        /** The columns name, role, rep and created_at. @param first where they begin, from 1 */
        static Key of(ResultSet row, int first) throws SQLException {
            return new Key(row.getString(first), Role.of(row.getString(first + 1)), row.getString(first + 2), row.getString(first + 3));
        }

        Viewer viewer() {
            return new Viewer("key:" + name, name, role, rep);
        }
    }

    /**
     * Makes a key.
     *
     * @return the key itself, for this one time
     * @throws UserError when the name is taken or unusable, or the rep is unknown, or the data has no reps
     */
    public String add(String name, Role role, @Nullable String rep) {
        if (!NAME.matcher(name).matches()) {
            throw new UserError(UserError.Category.BAD_INPUT, "\"" + name + "\" cannot name a key.",
                    "Use 1 to 64 letters, digits, blanks and . _ @ -");
        }
        if (rep != null && role != Role.REP) {
            throw new UserError(UserError.Category.BAD_INPUT, "--rep goes with --role rep only.", "Leave --rep out, or use --role rep.");
        }
        var known = rep == null ? null : repName(rep);
        var key = Secrets.next("sc");
        var added = database.write(handle -> handle.createUpdate("""
                INSERT INTO api_key (name, hash, role, rep, created_at) VALUES (:name, :hash, :role, :rep, :now)
                ON CONFLICT (name) DO NOTHING""").bind("name", name).bind("hash", Secrets.hash(key)).bind("role", role.word())
                .bind("rep", known).bind("now", Instant.now().toString()).execute());
        if (added == 0) {
            throw new UserError(UserError.Category.CONFLICT, "There is a key named \"" + name + "\" already.",
                    "Choose another name, or revoke it first: keys revoke " + name);
        }
        return key;
    }

    public List<Key> list() {
        return database.read(handle -> handle.createQuery("SELECT name, role, rep, created_at FROM api_key ORDER BY name")
                .map((row, context) -> Key.of(row, 1)).list());
    }

    /** Its sessions end with it. @throws UserError when there is no such key */
    public void revoke(String name) {
        var gone = database.write(handle -> handle.createUpdate("DELETE FROM api_key WHERE name = :name").bind("name", name).execute());
        if (gone == 0) {
            throw new UserError(UserError.Category.NOT_FOUND, "There is no key named \"" + name + "\".", "See them with: keys list");
        }
    }

    /** Who holds this key, or empty when nobody does. */
    public Optional<Viewer> viewer(String key) {
        return database.read(handle -> handle.createQuery("SELECT name, role, rep, created_at FROM api_key WHERE hash = :hash")
                .bind("hash", Secrets.hash(key)).map((row, context) -> Key.of(row, 1)).findOne()).map(Key::viewer);
    }

    /** Who holds the key of this name, or empty when there is none. */
    public Optional<Viewer> named(String name) {
        return database.read(handle -> handle.createQuery("SELECT name, role, rep, created_at FROM api_key WHERE name = :name")
                .bind("name", name).map((row, context) -> Key.of(row, 1)).findOne()).map(Key::viewer);
    }

    private String repName(String rep) {
        var reps = warehouses.current().database().read(handle -> handle.createQuery("SELECT name FROM rep ORDER BY name").mapTo(String.class).list());
        if (reps.isEmpty()) {
            throw new UserError(UserError.Category.BAD_INPUT, "This data has no reps, so a key cannot be narrowed to one.",
                    "Leave --rep out, or import orders or customers with a rep column first.");
        }
        return reps.stream().filter(name -> Names.fold(name).equals(Names.fold(rep))).findFirst()
                .orElseThrow(() -> new UserError(UserError.Category.BAD_INPUT, "Unknown rep \"" + rep + "\".",
                        "Reps: " + String.join(", ", reps) + "."));
    }
}
