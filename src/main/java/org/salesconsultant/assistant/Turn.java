package org.salesconsultant.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final TokenBudget budget;
    /** By the id of the call, in the order in which the model made them: calls run side by side. */
    private final Map<String, Optional<Outcome>> outcomes = new LinkedHashMap<>();
    private boolean closed;

    Turn(Viewer viewer, Language language, Warehouse warehouse, TurnListener listener, TokenBudget budget) {
        this.viewer = viewer;
        this.language = language;
        this.warehouse = warehouse;
        this.listener = listener;
        this.budget = budget;
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

    TokenBudget budget() {
        return budget;
    }

    /** What a brain finds after its turn was taken from it is dropped. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** @param calls ids of the calls that are about to run, in the order their findings shall have */
    synchronized void expect(List<String> calls) {
        calls.forEach(call -> outcomes.put(call, Optional.empty()));
    }

    synchronized boolean knows(String call) {
        return outcomes.containsKey(call);
    }

    synchronized void step(String tool, String words) {
        if (!closed) {
            listener.step(tool, words);
        }
    }

    synchronized void add(String call, Outcome outcome) {
        if (closed) {
            return;
        }
        outcomes.put(call, Optional.of(outcome));
        if (outcome instanceof Outcome.Found found) {
            listener.finding(found.finding());
        }
    }

    /** In the order of the calls. */
    synchronized List<Finding> findings() {
        return came().filter(Outcome.Found.class::isInstance).map(outcome -> ((Outcome.Found) outcome).finding()).toList();
    }

    /** The outcome that decides the answer's status: the first finding, else the last of the others. */
    synchronized Optional<Outcome> decisive() {
        return came().filter(outcome -> outcome.status() == Status.ANSWERED).findFirst().or(() -> came().reduce((earlier, later) -> later));
    }

    /** What tools said instead of a finding. */
    synchronized String refusals() {
        return came().filter(outcome -> outcome.status() != Status.ANSWERED).flatMap(outcome -> Conclude.words(outcome).stream())
                .collect(Collectors.joining("\n"));
    }

    private Stream<Outcome> came() {
        return outcomes.values().stream().flatMap(Optional::stream);
    }
}
