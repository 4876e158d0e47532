package org.salesconsultant.tools;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.training.TrainedModel;
import org.salesconsultant.warehouse.training.TrainingRun.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns anew in the background while the server runs: at start, when data of any process has come in, and by the clock, as the
 * settings say. One lesson at a time on one thread, none begun while a question is being answered; when the data changes under
 * way, the run ends and begins again.
 */
public final class Retraining implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration WAIT_FOR_QUESTIONS = Duration.ofMillis(50);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    private final Training training;
    private final Warehouses warehouses;
    private final TrainingSettings settings;
    private final Duration lookAgain;
    private final AtomicInteger questions = new AtomicInteger();
    private final Thread keeper = Thread.ofPlatform().daemon().name("training").priority(Thread.MIN_PRIORITY).unstarted(this::keep);
    private @Nullable Learned last;

    /** @param state of the data that was learned from @param at as {@link System#nanoTime} counts */
    private record Learned(DataState state, long at) {}

    private static final class Overtaken extends InterruptedException {
        private static final long serialVersionUID = 1;
    }

    public Retraining(Training training, Warehouses warehouses, TrainingSettings settings) {
        this(training, warehouses, settings, LOOK_AGAIN);
    }

    Retraining(Training training, Warehouses warehouses, TrainingSettings settings, Duration lookAgain) {
        this.lookAgain = lookAgain;
        this.training = training;
        this.warehouses = warehouses;
        this.settings = settings;
    }

    public void start() {
        keeper.start();
    }

    /** Answers a question; no lesson is begun meanwhile. */
    public <T> T before(Supplier<T> answer) {
        questions.incrementAndGet();
        try {
            return answer.get();
        } finally {
            questions.decrementAndGet();
        }
    }

    private void keep() {
        try {
            @Nullable DataState seen = null;
            while (true) {
                var warehouse = warehouses.current();
                var state = warehouse.state();
                // once nothing has come in for a while, since several files come one after another; at start the first questions go before
                if (state.equals(seen)) {
                    learn(warehouse, state);
                }
                seen = state;
                Thread.sleep(lookAgain);
            }
        } catch (InterruptedException e) {
            LOG.debug("closed while at work", e);
        } catch (RuntimeException e) {
            LOG.error("nothing is learned any more until the next start", e);
        }
    }

    private void learn(Warehouse warehouse, DataState state) throws InterruptedException {
        var cause = due(state);
        if (cause == null) {
            return;
        }
        try {
            training.run(cause, warehouse, new Patience(warehouse, state));
            last = new Learned(state, System.nanoTime());
        } catch (Overtaken e) {
            LOG.debug("new data came in meanwhile", e);
        }
    }

    private @Nullable Cause due(DataState state) {
        if (settings.onNewData() && (last == null || !last.state().equals(state))) {
            return Cause.NEW_DATA;
        }
        long waited = last == null ? Long.MAX_VALUE : System.nanoTime() - last.at();
        return !settings.every().isZero() && waited >= settings.every().toNanos() ? Cause.SCHEDULE : null;
    }

    private final class Patience implements Training.Progress {
        private final Warehouse warehouse;
        private final DataState state;

        Patience(Warehouse warehouse, DataState state) {
            this.warehouse = warehouse;
            this.state = state;
        }

        @Override
        public void before(int lesson, int lessons) throws InterruptedException {
            do {
                Thread.sleep(WAIT_FOR_QUESTIONS);
            } while (questions.get() > 0);
            if (!warehouses.current().equals(warehouse) || !warehouse.state().equals(state)) {
                throw new Overtaken();
            }
        }

        @Override
        public void after(TrainedModel model) {
            LOG.debug("{}, {}: {} in {} ms", model.model(), model.subject(), model.state().word(), model.millis());
        }
    }

    @Override
    public void close() {
        keeper.interrupt();
        try {
            keeper.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
