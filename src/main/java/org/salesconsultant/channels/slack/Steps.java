package org.salesconsultant.channels.slack;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.TurnListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is being done for an answer, shown in its thread meanwhile: in Slack's words a streaming message, which the answer ends. Nothing
 * of the answer stands in it before that. Where the answer is quick, or Slack does not stream, nothing is shown before it.
 */
final class Steps implements TurnListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Workspace workspace;
    private final Asked asked;
    private final BooleanSupplier mayBeShown;
    private final SlackMessage whenBroken;
    private final Duration after;
    /** One call after the other, while the answer is worked on. */
    private final ScheduledThreadPoolExecutor calls = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory());
    private final Set<String> shown = new HashSet<>();
    private @Nullable String stream;

    /** @param after how long a step lasts before it is shown @param mayBeShown asked once, before the first @param whenBroken ends what no answer ends */
    Steps(Workspace workspace, Asked asked, Duration after, BooleanSupplier mayBeShown, SlackMessage whenBroken) {
        this.workspace = workspace;
        this.asked = asked;
        this.after = after;
        this.mayBeShown = mayBeShown;
        this.whenBroken = whenBroken;
        calls.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void step(String tool, String words) {
        calls.schedule(() -> show(words), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show(String words) {
        if (!shown.add(words)) {
            return;
        }
        var line = "- " + words + " …\n";
        try {
            if (stream != null) {
                workspace.appendStream(asked.place(), stream, line);
            } else if (shown.size() == 1 && asked.canBeStreamedTo() && mayBeShown.getAsBoolean()) {
                stream = workspace.startStream(asked, line);
            }
        } catch (RuntimeException e) {
            LOG.info("a step is not shown in Slack, the answer will be: {}", e.getMessage());
        }
    }

    /**
     * Ends what is shown with the message.
     *
     * @return the message's timestamp; empty where nothing is shown in that place, or Slack has ended it: then it is still to be posted
     */
    Optional<String> end(Place place, SlackMessage message) {
        calls.close();
        var ended = stream;
        if (ended == null || !place.equals(asked.place())) {
            return Optional.empty();
        }
        stream = null;
        try {
            workspace.stopStream(place, ended, message);
            return Optional.of(ended);
        } catch (Workspace.Refused e) {
            LOG.info("an answer is posted below its steps in Slack: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        end(asked.place(), whenBroken);
    }
}
