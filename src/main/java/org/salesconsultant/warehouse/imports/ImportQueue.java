package org.salesconsultant.warehouse.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.salesconsultant.sales.UserError;

/**
 * Lets one import at a time into a warehouse; the others wait, those of other processes too. Holds a lock on a file beside the
 * warehouse, which the operating system lets go when a process ends, however it ends.
 */
final class ImportQueue {
    private static final String FILE = "import.lock";
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private ImportQueue() {}

    /** What is done in turn. */
    interface Turn<T> {
        T take();
    }

    /** @param waiting called once where another is at work */
    static <T> T inTurn(Path warehouse, Runnable waiting, Turn<T> turn) {
        var path = warehouse.toAbsolutePath().resolveSibling(FILE);
        var here = HERE.computeIfAbsent(path, any -> new ReentrantLock(true));
        boolean told = !here.tryLock();
        if (told) {
            waiting.run();
            here.lock();
        }
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (file.tryLock() == null) {
                if (!told) {
                    waiting.run();
                }
                file.lock();
            }
            return turn.take();
        } catch (IOException e) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Cannot lock " + path + ": " + e.getMessage() + ". Nothing was imported.",
                    "Check that the data directory is writable and has free space.");
        } finally {
            here.unlock();
        }
    }
}
