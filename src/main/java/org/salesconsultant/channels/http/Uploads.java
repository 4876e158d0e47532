package org.salesconsultant.channels.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.imports.ImportPlan;

/** Files that were sent in and wait for their sender's yes. One that gets none is gone after half an hour, and all with the server. */
final class Uploads implements AutoCloseable {
    private static final Duration WAITS = Duration.ofMinutes(30);
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 120;

    private final Importing importing;
    private final Cache<String, Upload> waiting = Caffeine.newBuilder().expireAfterWrite(WAITS).maximumSize(MOST).scheduler(Scheduler.systemScheduler())
            .<String, Upload>evictionListener((id, upload, cause) -> {
                if (upload != null) {
                    remove(upload.folder());
                }
            }).build();

    Uploads(Importing importing) {
        this.importing = importing;
        remove(importing.folder());
    }

    /** @param folder with nothing but the file */
    record Upload(String id, String viewerId, Path folder, List<ImportPlan> plans) {}

    /**
     * Takes a file in and looks at it.
     *
     * @param name as its sender has it; tells what format it is in
     * @throws UserError when it is too large or not understood; nothing is kept then
     */
    Upload take(Viewer viewer, String name, InputStream content) {
        var id = Ids.next("u");
        var folder = importing.folder().resolve(id);
        try {
            var file = write(folder, name, content);
            var upload = new Upload(id, viewer.id(), folder, ImportPlan.inOrder(importing.imports().plan(file, null, null)));
            waiting.put(id, upload);
            return upload;
        } catch (RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    /**
     * Hands a file out, for good: whoever has it removes it.
     *
     * @throws UserError when the viewer has no such file waiting
     */
    Upload claim(Viewer viewer, String id) {
        var upload = waiting.getIfPresent(id);
        if (upload == null || !upload.viewerId().equals(viewer.id()) || !waiting.asMap().remove(id, upload)) {
            throw new UserError(UserError.Category.NOT_FOUND, "That file is not waiting to be imported any more.", "Send it again.");
        }
        return upload;
    }

    private Path write(Path folder, String name, InputStream content) {
        var file = folder.resolve(safe(name));
        long largest = importing.limits().largest();
        try {
            Files.createDirectories(folder);
            try (var out = Files.newOutputStream(file)) {
                var piece = new byte[1 << 16];
                long written = 0;
                for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                    written += read;
                    if (written > largest) {
                        throw tooLarge(largest);
                    }
                    out.write(piece, 0, read);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "The file could not be kept: " + e.getMessage() + ".", "Check the free space in the data directory, and send it again.");
        }
    }

    static UserError tooLarge(long largest) {
        return new UserError(UserError.Category.TOO_LARGE, "The file is larger than %,d MB.".formatted(largest >> 20),
                "Import it on the terminal (import FILE), or raise import.largest-upload in config/application.conf.");
    }

    /** The name alone, whatever path or sign it comes with, so that nothing is written elsewhere. */
    private static String safe(String name) {
        var plain = name.replaceFirst("^.*[/\\\\]", "").replaceAll("[:*?\"<>|\\p{Cntrl}]", "_").replaceFirst("^\\.+", "").strip();
        if (plain.isEmpty()) {
            throw new UserError(UserError.Category.BAD_INPUT, "The file has no name.", "Send it as /api/imports?name=orders.csv.");
        }
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(importing.folder());
    }
}
