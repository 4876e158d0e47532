package org.salesconsultant.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "${env:SALES_CONSULTANT_DATA:-data}",
            description = "Data directory (default ./data, or SALES_CONSULTANT_DATA).")
    Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings file (default config/application.conf).")
    @Nullable Path config;

    public Path data() {
        return data;
    }

    public @Nullable Path config() {
        return config;
    }
}
