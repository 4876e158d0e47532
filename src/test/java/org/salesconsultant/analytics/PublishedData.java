package org.salesconsultant.analytics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Public data that stands beside the project; a test that needs a file that is not there is skipped and names it. */
public final class PublishedData {
    private static final Path FOLDER = Path.of("../shared/data");

    private PublishedData() {}

    /** @param name e.g. {@code fimi/groceries.csv.gz} */
    public static Path file(String name) {
        var file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: needs " + file);
        return file;
    }

    /** The lines of a gzipped text. */
    public static List<String> lines(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file(name))),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
