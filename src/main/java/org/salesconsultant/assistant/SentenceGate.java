package org.salesconsultant.assistant;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Finding;

/**
 * Lets a model's text through sentence by sentence, each only after its numbers have been checked, so that nothing
 * unverified is ever shown. The first sentence that fails is replaced by the findings' own summaries, later ones are left out.
 */
final class SentenceGate {
    /** A full stop ends a sentence only before a blank: not in {@code 2.38}. */
    private static final Pattern END = Pattern.compile("[.!?](?=\\s)|[。！？\\n]");

    private final List<Finding> findings;
    private final Consumer<String> shown;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int refused;

    /** @param findings of the turn so far; read anew for each sentence */
    SentenceGate(List<Finding> findings, Consumer<String> shown) {
        this.findings = findings;
        this.shown = shown;
    }

    void add(String piece) {
        waiting.append(piece);
        if (findings.isEmpty()) {
            return;
        }
        var end = END.matcher(waiting);
        int from = 0;
        while (end.find()) {
            pass(waiting.substring(from, end.end()));
            from = end.end();
        }
        waiting.delete(0, from);
    }

    /** The whole text as shown. Without a finding nothing has been shown, and this is empty. */
    String finish() {
        if (!findings.isEmpty()) {
            pass(waiting.toString());
        }
        waiting.setLength(0);
        return text.toString().strip();
    }

    /** Sentences whose numbers no finding explains. */
    int refused() {
        return refused;
    }

    private void pass(String sentence) {
        if (sentence.isEmpty()) {
            return;
        }
        if (new NumberCheck(findings).holds(sentence)) {
            show(sentence);
        } else if (++refused == 1) {
            show((text.isEmpty() ? "" : " ") + String.join(" ", findings.stream().map(Finding::summary).toList()));
        }
    }

    private void show(String sentence) {
        text.append(sentence);
        shown.accept(sentence);
    }
}
