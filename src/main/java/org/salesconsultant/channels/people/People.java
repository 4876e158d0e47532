package org.salesconsultant.channels.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.access.Keys;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.ChangingFile;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who somebody on another platform is here: the holder of the key that {@code config/people.yaml} names, so that roles are given and
 * taken in one place. Whoever edits the file, or revokes a key, changes what its people may see from the next question on.
 */
public final class People {
    private static final String FILE = "config/people.yaml";
    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final ChangingFile<Map<String, String>> keyNames;
    private final Keys keys;
    private final PeopleSettings settings;

    /** @throws UserError with file and line when the file is broken */
    public People(Home home, Keys keys, PeopleSettings settings) {
        this.keys = keys;
        this.settings = settings;
        this.keyNames = new ChangingFile<>(home, FILE, () -> read(home));
    }

    /** Names of keys. @param slack by member ID @param teams by object ID, and by the id of a team for what all may see who read there */
    private record PeopleFile(@Nullable Map<String, @Nullable String> slack, @Nullable Map<String, @Nullable String> teams) {
        Map<String, Map<String, @Nullable String>> platforms() {
            return Map.of("slack", Objects.requireNonNullElse(slack, Map.of()), "teams", Objects.requireNonNullElse(teams, Map.of()));
        }
    }

    private Map<String, String> read(Home home) {
        Map<String, String> names = new HashMap<>();
        Yaml.readSparse(home, FILE, PeopleFile.class).platforms().forEach((platform, named) -> named.forEach((user, key) -> {
            if (key == null || key.isBlank()) {
                throw new UserError(UserError.Category.BAD_SETUP, FILE + ": " + user + " has no key.", "Write the name of a key behind it, or remove the line.");
            }
            names.put(id(platform, user), key);
        }));
        var missing = new TreeSet<>(names.values());
        missing.removeIf(name -> keys.named(name).isPresent());
        if (!missing.isEmpty()) {
            LOG.warn("{} names keys that do not exist, so nobody is who should hold them: {}", FILE, missing);
        }
        return names;
    }

    /** Empty where this person is nobody here. @param platform e.g. {@code slack} @param user their id there */
    public Optional<Viewer> viewer(String platform, String user) {
        var id = id(platform, user);
        return keyNames.current().containsKey(id) ? named(platform, user) : settings.unknown().map(role -> new Viewer(id, user, role, null));
    }

    /** The same, but who is not in the file is nobody, whatever the settings say. */
    public Optional<Viewer> named(String platform, String user) {
        return Optional.ofNullable(keyNames.current().get(id(platform, user))).flatMap(keys::named);
    }

    private static String id(String platform, String user) {
        return platform + ":" + user;
    }
}
