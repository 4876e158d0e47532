package org.salesconsultant.channels.teams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What Teams is told while it waits: the answer, or when time has run out, that it comes later; one of them, once. */
final class Reply {
    private final CompletableFuture<Card> told = new CompletableFuture<>();
    private final long began = System.nanoTime();
    private volatile Card later;

    /** Teams waits from now on. @param later what is said when time runs out */
    Reply(Card later) {
        this.later = later;
    }

    void orLater(Card card) {
        later = card;
    }

    /** @return false when time has run out: then the card has to go another way */
    boolean give(Card card) {
        return told.complete(card);
    }

    /** @param patience counted from the beginning */
    Card await(Duration patience) {
        try {
            return told.get(patience.toNanos() - (System.nanoTime() - began), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            told.complete(later);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            told.complete(later);
        }
        return told.join();
    }
}
