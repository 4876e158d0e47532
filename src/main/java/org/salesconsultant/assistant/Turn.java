package org.salesconsultant.assistant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Warehouse;

/** One question being answered by one brain: what surrounds it, and what its tools have found so far. */
final class Turn {
    private final Viewer viewer;
    private final Language language;
    private final Warehouse warehouse;
    private final TurnListener listener;
    private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    Turn(Viewer viewer, Language language, Warehouse warehouse, TurnListener listener) {
        this.viewer = viewer;
        this.language = language;
        this.warehouse = warehouse;
        this.listener = listener;
    }

    Viewer viewer() {
        return viewer;
    }

    Language language() {
        return language;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** What a brain finds after its turn was taken from it is dropped. */
    void close() {
        closed = true;
    }

    void step(String tool, String words) {
        if (!closed) {
            listener.step(tool, words);
        }
    }

    void add(Outcome outcome) {
        if (closed) {
            return;
        }
        outcomes.add(outcome);
        if (outcome instanceof Outcome.Found found) {
            findings.add(found.finding());
            listener.finding(found.finding());
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** The outcome that decides the answer's status: the first finding, else the last of the others. */
    Optional<Outcome> decisive() {
        synchronized (outcomes) {
            return outcomes.stream().filter(outcome -> outcome.status() == Status.ANSWERED).findFirst()
                    .or(() -> outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.getLast()));
        }
    }
}
