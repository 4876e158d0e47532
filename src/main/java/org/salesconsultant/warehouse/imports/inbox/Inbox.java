package org.salesconsultant.warehouse.imports.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.inbox.InboxFolder.Look;
import org.salesconsultant.warehouse.imports.inbox.Intake.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a folder in a thread of its own and has its files taken, one at a time and the oldest first, as soon as nobody writes
 * to them any more. A file leaves the folder only once it is known what became of it: whatever ends the process, it is there
 * again at the next start, and what had come in is recognised by its bytes. The folder may appear, and be taken away, at any time.
 */
public final class Inbox implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final InboxFolder folder;
    private final Duration quiet;
    private final Intake intake;
    private final Thread watcher = Thread.ofPlatform().daemon().name("inbox").priority(Thread.MIN_PRIORITY).unstarted(this::watch);
    private final Map<Path, Seen> seen = new HashMap<>();
    private volatile boolean closed;
    private String trouble = "";

    /**
     * What a file was like when it was looked at.
     *
     * @param since when it began to be like that, as {@link System#nanoTime} counts
     * @param rest how long from then until it is taken
     */
    private record Seen(Look look, long since, Duration rest) {
        boolean isDue() {
            return System.nanoTime() - since >= rest.toNanos();
        }
    }

    private Inbox(InboxFolder folder, Duration quiet, Intake intake) {
        this.folder = folder;
        this.quiet = quiet;
        this.intake = intake;
    }

    /** @param quiet how long a file must have been left alone before it is taken */
    public static Inbox watch(InboxFolder folder, Duration quiet, Intake intake) {
        var inbox = new Inbox(folder, quiet, intake);
        inbox.watcher.start();
        return inbox;
    }

    private void watch() {
        try {
            while (!closed) {
                round();
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            LOG.debug("closed while at work", e);
        }
    }

    private void round() {
        try {
            for (var file : due()) {
                if (closed) {
                    return;
                }
                take(file);
            }
            trouble = "";
        } catch (RuntimeException e) {
            if (!trouble.equals(String.valueOf(e.getMessage()))) {
                trouble = String.valueOf(e.getMessage());
                LOG.warn("the inbox cannot be looked at: {}", trouble);
            }
        }
    }

    /** Whole files, the oldest first: of two exports the newer is to stand. */
    private List<Path> due() {
        var waiting = folder.waiting();
        seen.keySet().retainAll(waiting);
        waiting.forEach(this::look);
        return waiting.stream().filter(file -> seen.containsKey(file) && Objects.requireNonNull(seen.get(file)).isDue())
                .sorted(Comparator.<Path>comparingLong(file -> Objects.requireNonNull(seen.get(file)).look().modifiedMillis()).thenComparing(Path::compareTo)).toList();
    }

    /** @return whether it is as it was */
    private boolean look(Path file) {
        var before = seen.get(file);
        var now = lookOrNull(file);
        if (now == null) {
            seen.remove(file);
        } else if (before == null || !before.look().equals(now)) {
            seen.put(file, new Seen(now, System.nanoTime(), quiet));
        }
        return before != null && before.look().equals(now);
    }

    private static @Nullable Look lookOrNull(Path file) {
        try {
            return InboxFolder.look(file);
        } catch (IOException e) {
            return null;
        }
    }

    private void take(Path file) {
        if (!look(file)) {
            return;
        }
        var name = printable(file);
        LOG.info("{} is being imported", name);
        var taken = intake.take(file);
        if (closed || !look(file)) {
            return;
        }
        if (taken.verdict() == Verdict.LATER) {
            LOG.warn("{} is tried again in a minute: {}", name, taken.line());
            seen.computeIfPresent(file, (any, was) -> new Seen(was.look(), System.nanoTime(), TRY_AGAIN));
            return;
        }
        putAway(file, name, taken);
    }

    private void putAway(Path file, String name, Intake.Taken taken) {
        Path now;
        try {
            now = folder.putAway(file, taken);
        } catch (IOException e) {
            LOG.warn("{} cannot be put away, and is looked at again in a minute: {}", name, e.toString());
            seen.computeIfPresent(file, (any, was) -> new Seen(was.look(), System.nanoTime(), TRY_AGAIN));
            return;
        }
        seen.remove(file);
        if (taken.verdict() == Verdict.CAME_IN) {
            LOG.info("{}: {}", name, taken.line());
        } else {
            LOG.warn("{} was refused and lies in {}: {}", name, printable(now), taken.line());
        }
    }

    /** Names are others' data: they must not look like lines of a log. */
    private static String printable(Path file) {
        return file.toString().replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
        try {
            watcher.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
