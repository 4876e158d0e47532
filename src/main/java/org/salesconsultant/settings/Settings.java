package org.salesconsultant.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * The settings file as read at start. Each feature takes its own section into a record of its own; a value that does not
 * fit is reported with file and line.
 */
public final class Settings {
    private static final String FILE = "config/application.conf";

    private final Config config;

    private Settings(Config config) {
        this.config = config;
    }

    /**
     * @param file the file given with {@code --config}, or null for {@code config/application.conf}; what it leaves out has
     *     the shipped value
     */
    public static Settings read(Home home, @Nullable Path file) {
        try {
            var shipped = ConfigFactory.parseString(home.read(FILE), ConfigParseOptions.defaults().setOriginDescription(FILE));
            if (file == null) {
                return new Settings(shipped.resolve());
            }
            if (!Files.isRegularFile(file)) {
                throw new UserError(UserError.Category.BAD_INPUT, "There is no settings file " + file + ".", "Check the path given with --config.");
            }
            return new Settings(ConfigFactory.parseFile(file.toFile()).withFallback(shipped).resolve());
        } catch (ConfigException e) {
            throw mistake(e);
        }
    }

    /** Reads one section. @throws UserError with file and line when a value does not fit */
    public <T> T section(String name, Function<Config, T> reader) {
        try {
            return reader.apply(config.getConfig(name));
        } catch (ConfigException e) {
            throw mistake(e);
        }
    }

    private static UserError mistake(ConfigException e) {
        return new UserError(UserError.Category.BAD_SETUP, String.valueOf(e.getMessage()).lines().findFirst().orElse("The settings are broken")
                .replaceFirst("\\.?$", "."), "Mend that line and start again.");
    }
}
