package org.salesconsultant.settings;

import java.util.function.Supplier;
import org.salesconsultant.sales.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in a file of {@link Home} that people edit while the server runs: checked at start, and read again as soon as it has
 * changed, whoever changed it. Safe for many threads.
 */
public final class ChangingFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ChangingFile.class);

    private final Home home;
    private final String name;
    private final Supplier<T> reader;
    private volatile Read<T> read;

    private record Read<T>(String stamp, T value) {}

    /**
     * @param reader reads the file and checks it
     * @throws UserError as the reader does when it has a mistake
     */
    public ChangingFile(Home home, String name, Supplier<T> reader) {
        this.home = home;
        this.name = name;
        this.reader = reader;
        this.read = new Read<>(home.stamp(name), reader.get());
    }

    /** As the file stands now; one with a mistake is logged, and leaves what stood there before. */
    public T current() {
        var stamp = home.stamp(name);
        return stamp.equals(read.stamp()) ? read.value() : readAgain(stamp);
    }

    private synchronized T readAgain(String stamp) {
        if (!stamp.equals(read.stamp())) {
            try {
                read = new Read<>(stamp, reader.get());
                LOG.info("{} has changed and was read again.", name);
            } catch (UserError mistake) {
                LOG.warn("{} Until that is mended, what stood there before holds.", mistake.message());
                read = new Read<>(stamp, read.value());
            }
        }
        return read.value();
    }
}
