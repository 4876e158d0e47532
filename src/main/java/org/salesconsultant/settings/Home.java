package org.salesconsultant.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salesconsultant.sales.UserError;

/**
 * Where {@code prompts/}, {@code knowledge/} and {@code config/} are read from: the folder the program was started in, and
 * for what is not there the copy in the jar. A file in the folder wins as a whole; files are never merged.
 */
public final class Home {
    private final Path folder;

    public Home(Path folder) {
        this.folder = folder;
    }

    /** The text of a file. @param name e.g. {@code config/metrics.yaml} @throws UserError when it is nowhere */
    public String read(String name) {
        return find(name).orElseThrow(() -> new UserError(UserError.Category.BAD_SETUP,
                "Cannot find " + name + ".", "Restore it from the project, or start in the project's folder."));
    }

    /**
     * Writes a file that is not there yet into the folder.
     *
     * @param name as {@link #read} will find it
     * @throws UserError when it exists, or cannot be written
     */
    public void create(String name, String text) {
        var file = folder.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UserError(UserError.Category.CONFLICT, "There is a file " + name + " already.", "Choose another name, or remove that file first.");
        } catch (IOException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Cannot write " + file + ": " + e.getMessage() + ".", "Start in a folder in which this user may write.");
        }
    }

    /**
     * Writes a file of the folder whole: a reader sees the old text or the new one.
     *
     * @throws UserError when it cannot be written
     */
    public void write(String name, String text) {
        var file = folder.resolve(name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            var whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Cannot write " + file + ": " + e.getMessage() + ".", "Start in a folder in which this user may write.");
        }
    }

    /** Changes whenever the folder's file of that name does; blank where it has none. */
    public String stamp(String name) {
        try {
            var attributes = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException notThere) {
            return "";
        }
    }

    public Optional<String> find(String name) {
        var file = folder.resolve(name);
        try {
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readString(file));
            }
            try (var bundled = Home.class.getResourceAsStream("/" + name)) {
                return bundled == null ? Optional.empty()
                        : Optional.of(new String(bundled.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UserError(UserError.Category.BAD_SETUP, "Cannot read " + file + ": " + e.getMessage() + ".",
                    "Save it as UTF-8 text that this user may read.");
        }
    }

    /** The names of the files in a folder, sorted. @param under e.g. {@code knowledge} @param suffix e.g. {@code .md} */
    public List<String> list(String under, String suffix) {
        try {
            var local = folder.resolve(under);
            if (Files.isDirectory(local)) {
                return names(local, under, suffix);
            }
            return listBundled(under, suffix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> listBundled(String under, String suffix) {
        try {
            var bundled = Home.class.getResource("/" + under);
            if (bundled == null) {
                return List.of();
            }
            if (!"jar".equals(bundled.getProtocol())) {
                return names(Path.of(bundled.toURI()), under, suffix);
            }
            try (var jar = FileSystems.newFileSystem(bundled.toURI(), Map.of())) {
                return names(jar.getPath("/" + under), under, suffix);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, of the folder and the copy in the jar together, as {@link #read} would find each. */
    public List<String> listAll(String under, String suffix) {
        return Stream.concat(list(under, suffix).stream(), listBundled(under, suffix).stream()).distinct().sorted().toList();
    }

    private static List<String> names(Path root, String under, String suffix) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> under + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(suffix)).sorted().toList();
        }
    }
}
