package org.salesconsultant.channels;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on after a platform has had its reply: so much at once, so much waiting, and no more. */
public final class Turns implements AutoCloseable {
    private static final int FAREWELL_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final String platform;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int size;
    private final Semaphore places;
    private final Semaphore running;

    /** @param platform as the log names it @param waiting how many more are taken on meanwhile */
    public Turns(String platform, int atOnce, int waiting) {
        this.platform = platform;
        this.size = atOnce + waiting;
        this.places = new Semaphore(size);
        this.running = new Semaphore(atOnce, true);
    }

    /**
     * Takes a turn on, if it is wanted.
     *
     * @param wanted asked only where there is a place for it
     * @return false where there is none: then nothing was asked or done
     */
    public boolean offer(BooleanSupplier wanted, Runnable turn) {
        if (!places.tryAcquire()) {
            return false;
        }
        var taken = false;
        try {
            if (wanted.getAsBoolean()) {
                threads.execute(() -> run(turn));
                taken = true;
            }
            return true;
        } finally {
            if (!taken) {
                places.release();
            }
        }
    }

    /** How many run or wait. */
    public int underWay() {
        return size - places.availablePermits();
    }

    private void run(Runnable turn) {
        try {
            running.acquire();
            try {
                turn.run();
            } finally {
                running.release();
            }
        } catch (InterruptedException stopped) {
            LOG.warn("a question from {} was still waiting when the server stopped", platform);
        } catch (RuntimeException e) {
            LOG.error("a turn in {} failed", platform, e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("turns in {} that took longer than {} s were cut off", platform, FAREWELL_SECONDS);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
